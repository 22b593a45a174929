<?xml version="1.0" encoding="UTF-8"?>
<!-- What certificates share: a landscape A4 sheet with its guilloche (guilloche-*.svg) and micro-text, and what is put
     on it, each at its own place in millimetres from the sheet's top left corner.
       printed   what is the same on all: border, titles, labels, rules, sentences, bodies, seals
       filled    what is the holder's: values, photograph, QR code, the line of numbers
     Overprint ($overprint) leaves out what is printed; what is filled in stands in the same places, moved by the offsets.
     The including stylesheet sets $overprint, $offset-x, $offset-y and calls `certificate-sheet` on its data. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:svg="http://www.w3.org/2000/svg"
    xmlns:y="urn:yinfa:format"
    exclude-result-prefixes="svg">

  <xsl:include href="seal.xsl"/>
  <xsl:include href="wording.xsl"/>

  <!-- Values in Song: the faces that take over for rare characters (GB 18030-2022 level 3) are of that style too.
       What is the same on all stands in other faces (labels in 黑体, whose outlines are the shortest), whose subsets are
       then cut and deflated once for the whole batch. -->
  <xsl:attribute-set name="certificate-root">
    <xsl:attribute name="language">zh</xsl:attribute>
    <xsl:attribute name="font-family">宋体</xsl:attribute>
    <xsl:attribute name="font-size">12pt</xsl:attribute>
    <xsl:attribute name="line-height">18pt</xsl:attribute>
    <xsl:attribute name="y:line-break">strict</xsl:attribute>
    <xsl:attribute name="y:text-autospace">no-autospace</xsl:attribute>
  </xsl:attribute-set>
  <xsl:variable name="latin">Times New Roman</xsl:variable>
  <xsl:variable name="ink">#8a6d1f</xsl:variable>

  <xsl:template name="certificate-master">
    <fo:simple-page-master master-name="certificate" page-width="297mm" page-height="210mm">
      <fo:region-body/>
    </fo:simple-page-master>
  </xsl:template>

  <!-- A page: `content` is written by the caller's template of mode certificate for the current node. -->
  <xsl:template name="certificate-sheet">
    <fo:block-container position="absolute" left="0mm" top="0mm" width="297mm" height="210mm">
      <xsl:if test="$overprint">
        <xsl:attribute name="left"><xsl:value-of select="concat($offset-x, 'mm')"/></xsl:attribute>
        <xsl:attribute name="top"><xsl:value-of select="concat($offset-y, 'mm')"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="not($overprint)">
        <xsl:call-template name="guilloche"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="certificate"/>
    </fo:block-container>
  </xsl:template>

  <!-- The rosette in the middle; edges of 240 pt of whole periods set end to end, three along the sheet and two up it;
       their ends lie under the corners. -->
  <xsl:template name="guilloche">
    <xsl:call-template name="art"><xsl:with-param name="left">251</xsl:with-param><xsl:with-param name="top">128</xsl:with-param><xsl:with-param name="name">ground</xsl:with-param></xsl:call-template>
    <xsl:call-template name="edge"><xsl:with-param name="left">61</xsl:with-param><xsl:with-param name="top">28</xsl:with-param></xsl:call-template>
    <xsl:call-template name="edge"><xsl:with-param name="left">61</xsl:with-param><xsl:with-param name="top">543</xsl:with-param></xsl:call-template>
    <xsl:call-template name="upright-edge"><xsl:with-param name="left">28</xsl:with-param></xsl:call-template>
    <xsl:call-template name="upright-edge"><xsl:with-param name="left">790</xsl:with-param></xsl:call-template>
    <xsl:call-template name="art"><xsl:with-param name="left">14</xsl:with-param><xsl:with-param name="top">14</xsl:with-param><xsl:with-param name="name">corner</xsl:with-param></xsl:call-template>
    <xsl:call-template name="art"><xsl:with-param name="left">776</xsl:with-param><xsl:with-param name="top">14</xsl:with-param><xsl:with-param name="name">corner</xsl:with-param></xsl:call-template>
    <xsl:call-template name="art"><xsl:with-param name="left">14</xsl:with-param><xsl:with-param name="top">529</xsl:with-param><xsl:with-param name="name">corner</xsl:with-param></xsl:call-template>
    <xsl:call-template name="art"><xsl:with-param name="left">776</xsl:with-param><xsl:with-param name="top">529</xsl:with-param><xsl:with-param name="name">corner</xsl:with-param></xsl:call-template>
    <!-- A line and a finer one within it, inside the border. -->
    <fo:block-container position="absolute" left="57pt" top="57pt" width="726.2pt" height="479.2pt" border="0.9pt solid {$ink}">
      <fo:block/>
    </fo:block-container>
    <fo:block-container position="absolute" left="60pt" top="60pt" width="721.4pt" height="474.4pt" border="0.3pt solid {$ink}">
      <fo:block/>
    </fo:block-container>
  </xsl:template>

  <xsl:template name="art">
    <xsl:param name="left"/>
    <xsl:param name="top"/>
    <xsl:param name="name"/>
    <fo:block-container position="absolute" left="{$left}pt" top="{$top}pt" width="800pt" height="560pt">
      <fo:block line-height="0pt" font-size="1pt">
        <fo:external-graphic src="url(../common/guilloche-{$name}.svg)" y:alternate-text=""/>
      </fo:block>
    </fo:block-container>
  </xsl:template>

  <xsl:template name="edge">
    <xsl:param name="left"/>
    <xsl:param name="top"/>
    <fo:block-container position="absolute" left="{$left}pt" top="{$top}pt" width="720pt" height="24pt">
      <fo:block line-height="0pt" font-size="1pt">
        <fo:external-graphic src="url(../common/guilloche-edge.svg)" y:alternate-text=""/>
        <fo:external-graphic src="url(../common/guilloche-edge.svg)" y:alternate-text=""/>
        <fo:external-graphic src="url(../common/guilloche-edge.svg)" y:alternate-text=""/>
      </fo:block>
    </fo:block-container>
  </xsl:template>

  <xsl:template name="upright-edge">
    <xsl:param name="left"/>
    <fo:block-container position="absolute" left="{$left}pt" top="57.5pt" width="24pt" height="480pt">
      <fo:block line-height="0pt" font-size="1pt">
        <fo:external-graphic src="url(../common/guilloche-upright.svg)" y:alternate-text=""/>
      </fo:block>
      <fo:block line-height="0pt" font-size="1pt">
        <fo:external-graphic src="url(../common/guilloche-upright.svg)" y:alternate-text=""/>
      </fo:block>
    </fo:block-container>
  </xsl:template>

  <!-- Title and English title between the borders, a rule of micro-text below: letters of 0.2 mm that a copier blurs. The
       rule is full with 800 of them if they are half an em wide on average, which capitals and spaces surely are. -->
  <xsl:template name="certificate-title">
    <xsl:param name="title"/>
    <xsl:param name="english"/>
    <xsl:if test="not($overprint)">
      <fo:block-container position="absolute" left="24mm" top="25mm" width="249mm" height="30mm">
        <fo:block role="H1" font-family="小标宋" font-size="34pt" line-height="44pt" text-align="center" letter-spacing="6pt" text-indent="6pt">
          <xsl:value-of select="$title"/>
        </fo:block>
        <fo:block font-family="{$latin}" font-size="14pt" line-height="22pt" text-align="center">
          <xsl:value-of select="$english"/>
        </fo:block>
      </fo:block-container>
      <fo:block-container position="absolute" left="88.5mm" top="50.5mm" width="120mm" height="1mm">
        <fo:block line-height="0pt" font-size="1pt">
          <fo:instream-foreign-object y:alternate-text="">
            <svg xmlns="http://www.w3.org/2000/svg" width="340pt" height="2pt" viewBox="0 0 340 2">
              <clipPath id="rule"><rect width="340" height="2"/></clipPath>
              <g clip-path="url(#rule)">
                <text x="0" y="1" font-family="{$latin}" font-size="0.85" fill="{$ink}">
                  <xsl:variable name="once" select="concat(translate($english, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), ' · ')"/>
                  <xsl:variable name="four" select="concat($once, $once, $once, $once)"/>
                  <xsl:variable name="twenty" select="concat($four, $four, $four, $four, $four)"/>
                  <xsl:value-of select="substring(concat($twenty, $twenty), 1, 800)"/>
                </text>
              </g>
            </svg>
          </fo:instream-foreign-object>
        </fo:block>
      </fo:block-container>
    </xsl:if>
  </xsl:template>

  <!-- A row: label and its English to the left, a rule beneath the value.
         top     of the row, mm
         value   as it is printed
         size    of the value, pt
         latin   the value is Latin letters and digits -->
  <xsl:template name="certificate-field">
    <xsl:param name="top"/>
    <xsl:param name="label"/>
    <xsl:param name="english"/>
    <xsl:param name="value"/>
    <xsl:param name="size" select="14"/>
    <xsl:param name="family">宋体</xsl:param>
    <xsl:if test="not($overprint)">
      <fo:block-container position="absolute" left="80mm" top="{$top}mm" width="42mm" height="10.5mm">
        <fo:block font-family="黑体" font-size="11pt" line-height="17pt" text-align-last="justify" end-indent="14mm"><xsl:value-of select="$label"/></fo:block>
        <fo:block font-family="{$latin}" font-size="8pt" line-height="9pt" color="#404040"><xsl:value-of select="$english"/></fo:block>
      </fo:block-container>
      <fo:block-container position="absolute" left="122mm" top="{$top + 8.6}mm" width="145mm" height="1mm" border-top="0.25pt solid {$ink}">
        <fo:block/>
      </fo:block-container>
    </xsl:if>
    <!-- The value's line ends just above the rule, whatever its size. -->
    <fo:block-container position="absolute" left="124mm" top="{$top - 2}mm" width="143mm" height="10.4mm" display-align="after">
      <fo:block font-family="{$family}" font-size="{$size}pt" line-height="1.2">
        <xsl:value-of select="$value"/>
      </fo:block>
    </fo:block-container>
  </xsl:template>

  <!-- Names of more than 20 syllables' letters go smaller, the longest into two lines. -->
  <xsl:template name="certificate-pinyin">
    <xsl:param name="top"/>
    <xsl:param name="pinyin"/>
    <xsl:variable name="length" select="string-length($pinyin)"/>
    <xsl:call-template name="certificate-field">
      <xsl:with-param name="top" select="$top"/>
      <xsl:with-param name="label">姓名拼音</xsl:with-param>
      <xsl:with-param name="english">Name in Chinese Pinyin</xsl:with-param>
      <xsl:with-param name="value" select="$pinyin"/>
      <xsl:with-param name="family" select="$latin"/>
      <xsl:with-param name="size" select="14 - 4 * ($length &gt; 50) - 2 * ($length &gt; 75)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- 二寸, 35 mm × 49 mm; a taller picture loses at its foot, never at the head. -->
  <xsl:template name="certificate-photo">
    <xsl:param name="left"/>
    <xsl:param name="top"/>
    <xsl:param name="sha256"/>
    <xsl:param name="name"/>
    <xsl:if test="not($overprint)">
      <fo:block-container position="absolute" left="{$left - 0.8}mm" top="{$top - 0.8}mm" width="36.6mm" height="50.6mm" border="0.4pt solid {$ink}">
        <fo:block/>
      </fo:block-container>
    </xsl:if>
    <xsl:if test="$sha256">
      <fo:block-container position="absolute" left="{$left}mm" top="{$top}mm" width="35mm" height="49mm">
        <fo:block line-height="0pt" font-size="1pt">
          <fo:external-graphic src="archive:{$sha256}" width="35mm" height="49mm" content-width="35mm" display-align="before" overflow="hidden" y:alternate-text="{$name}的照片"/>
        </fo:block>
      </fo:block-container>
    </xsl:if>
  </xsl:template>

  <!-- The number once more, in letters of 0.2 mm, as often as surely fits: a space and 11 digits are 5.75 em, a capital
       is 0.944 em at most. Not justified: letters spaced out singly would be most of the page's operators. -->
  <xsl:template name="certificate-microtext">
    <xsl:param name="left"/>
    <xsl:param name="top"/>
    <xsl:param name="number"/>
    <xsl:variable name="often" select="floor(116 div (5.75 + 0.944 * (string-length($number) - 11)))"/>
    <fo:block-container position="absolute" left="{$left}mm" top="{$top}mm" width="35mm" height="2mm">
      <fo:block font-family="{$latin}" font-size="0.85pt" line-height="1.2pt" text-align="center">
        <xsl:variable name="four" select="concat($number, ' ', $number, ' ', $number, ' ', $number, ' ')"/>
        <xsl:value-of select="substring(concat($four, $four, $four, $four), 1, $often * (string-length($number) + 1) - 1)"/>
      </fo:block>
    </fo:block-container>
  </xsl:template>

  <!-- 30 mm with its quiet zone; the ground does not reach it. Beneath it, where to verify.
         address   of the page that verifies, if it is known -->
  <xsl:template name="certificate-code">
    <xsl:param name="left"/>
    <xsl:param name="top"/>
    <xsl:param name="payload"/>
    <xsl:param name="address"/>
    <xsl:if test="$payload">
      <fo:block-container position="absolute" left="{$left}mm" top="{$top}mm" width="30mm" height="30mm">
        <fo:block line-height="0pt" font-size="1pt">
          <y:qr-code content="{$payload}" width="30mm" error-correction="M" y:alternate-text="核验用二维码"/>
        </fo:block>
      </fo:block-container>
      <xsl:if test="not($overprint)">
        <fo:block-container position="absolute" left="{$left - 12}mm" top="{$top + 29.5}mm" width="54mm" height="14mm" text-align="center">
          <fo:block font-family="黑体" font-size="8pt" line-height="10pt">扫码核验</fo:block>
          <fo:block font-family="{$latin}" font-size="6.5pt" line-height="8pt" color="#404040">
            <xsl:choose>
              <xsl:when test="$address"><xsl:value-of select="concat('Scan, then verify at ', $address)"/></xsl:when>
              <xsl:otherwise>Scan to verify</xsl:otherwise>
            </xsl:choose>
          </fo:block>
        </fo:block-container>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- Who issues it, and its seal of 38 mm across the end of its name, as a seal is set by hand. Name and English name end
       before the star: under the seal only its ring crosses them, and they are drawn last (red ink does not hide black).
       Names of up to 9 characters, smaller of up to 12, stand on a line; longer ones grow upwards, to three lines.
         seal   sample, drawn, or none: then the seal's place stays free for the real one -->
  <xsl:template name="certificate-body">
    <xsl:param name="left"/>
    <xsl:param name="top"/>
    <xsl:param name="name"/>
    <xsl:param name="english"/>
    <xsl:param name="seal"/>
    <xsl:param name="ring"/>
    <xsl:if test="$name and not($overprint)">
      <xsl:if test="$seal = 'sample' or $seal = 'drawn'">
        <fo:block-container position="absolute" left="{$left + 40}mm" top="{$top}mm" width="38mm" height="38mm">
          <fo:block line-height="0pt" font-size="1pt">
            <fo:instream-foreign-object content-width="38mm" content-height="38mm">
              <xsl:call-template name="seal">
                <xsl:with-param name="name" select="$name"/>
                <xsl:with-param name="sample"><xsl:if test="$seal = 'sample'">yes</xsl:if></xsl:with-param>
                <xsl:with-param name="family">小标宋</xsl:with-param>
                <xsl:with-param name="ring" select="$ring"/>
              </xsl:call-template>
            </fo:instream-foreign-object>
          </fo:block>
        </fo:block-container>
      </xsl:if>
      <fo:block-container position="absolute" left="{$left}mm" top="{$top + 1.2}mm" width="51.5mm" height="22mm" display-align="after" text-align="end">
        <fo:block font-family="小标宋" font-size="{15 - 3 * (string-length($name) &gt; 9)}pt" line-height="20pt"><xsl:value-of select="$name"/></fo:block>
      </fo:block-container>
      <fo:block-container position="absolute" left="{$left}mm" top="{$top + 23.2}mm" width="51.5mm" height="14mm" text-align="end">
        <fo:block font-family="{$latin}" font-size="9pt" line-height="11pt"><xsl:value-of select="$english"/></fo:block>
      </fo:block-container>
    </xsl:if>
  </xsl:template>

  <!-- 2024-11-30 → 2024年11月30日　30 November 2024. -->
  <xsl:template name="date-in-both">
    <xsl:param name="iso"/>
    <xsl:call-template name="date"><xsl:with-param name="iso" select="$iso"/></xsl:call-template>
    <xsl:text>　</xsl:text>
    <xsl:value-of select="number(substring($iso, 9, 2))"/>
    <xsl:text> </xsl:text>
    <xsl:value-of select="normalize-space(substring('January  February March    April    May      June     July     August   SeptemberOctober  November December ', 9 * number(substring($iso, 6, 2)) - 8, 9))"/>
    <xsl:text> </xsl:text>
    <xsl:value-of select="substring($iso, 1, 4)"/>
  </xsl:template>

</xsl:stylesheet>
