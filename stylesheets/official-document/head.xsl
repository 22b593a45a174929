<?xml version="1.0" encoding="UTF-8"?>
<!-- 版头 of the general format, GB/T 9704-2012 §7.2: everything above the red rule of page 1. Called from
     general.xsl; the templates mark, mark-lines and corner are for the other formats too. The context node is
     o:official-document throughout. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:o="urn:yinfa:official-document"
    xmlns:p="urn:yinfa:profile"
    exclude-result-prefixes="o p">

  <xsl:variable name="mark-profile" select="$profile/p:mark"/>
  <xsl:variable name="red" select="$profile/p:colour[@name = 'mark']/@value"/>
  <xsl:variable name="smallest-mark" select="number(substring-before($mark-profile/@smallest, 'pt'))"/>
  <xsl:variable name="smallest-in-list" select="number(substring-before($mark-profile/@smallest-in-list, 'pt'))"/>
  <xsl:variable name="largest-mark" select="number(substring-before($mark-profile/@largest, 'pt'))"/>
  <!-- From line to line, in sizes: in a text of several lines; the closest and the widest in a list of organs. -->
  <xsl:variable name="mark-pitch" select="1.2"/>
  <xsl:variable name="closest-pitch" select="1.08"/>
  <xsl:variable name="widest-pitch" select="1.4"/>

  <xsl:template name="head">
    <xsl:param name="with-recipients" select="true()"/>
    <xsl:call-template name="corner"/>
    <xsl:call-template name="class-mark"/>
    <xsl:call-template name="mark">
      <xsl:with-param name="drop" select="$mark-profile/@drop"/>
      <xsl:with-param name="room">
        <xsl:call-template name="room-for-mark">
          <xsl:with-param name="with-recipients" select="$with-recipients"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="number-and-signers"/>
  </xsl:template>

  <!-- ============ 份号, 密级和保密期限, 紧急程度 (§7.2.1–3) ============ -->

  <!-- Flush left from row 1 of the type area, above whatever else stands there. 密级 stands in row 2 even
       where there is no 份号; 紧急程度 in the row after them. -->
  <xsl:template name="corner">
    <xsl:variable name="items" select="o:head/o:copy-number | o:head/o:secrecy | o:head/o:urgency"/>
    <xsl:if test="$items">
      <fo:block-container absolute-position="absolute" top="0pt" left="0pt" width="{$area-width}">
        <xsl:for-each select="$items">
          <fo:block>
            <xsl:call-template name="typeface"><xsl:with-param name="of" select="local-name()"/></xsl:call-template>
            <xsl:if test="self::o:secrecy and position() = 1">
              <xsl:attribute name="space-before"><xsl:value-of select="$row"/></xsl:attribute>
              <xsl:attribute name="space-before.conditionality">retain</xsl:attribute>
            </xsl:if>
            <xsl:apply-templates select="." mode="words"/>
          </fo:block>
        </xsl:for-each>
      </fo:block-container>
    </xsl:if>
  </xsl:template>

  <!-- A类, B类, C类 of a reply to a proposal: at the right end of row 1. -->
  <xsl:template name="class-mark">
    <xsl:if test="o:head/o:proposal">
      <fo:block-container absolute-position="absolute" top="0pt" left="0pt" width="{$area-width}">
        <fo:block text-align="end" font-family="{$hei}">
          <xsl:apply-templates select="o:head/o:proposal" mode="words"/>
        </fo:block>
      </fo:block-container>
    </xsl:if>
  </xsl:template>

  <!-- ============ 发文机关标志 (§7.2.4) ============ -->

  <!-- Its ink begins `drop` below the top of the type area.
         drop    in mm
         room    points it may take downwards
         above   what the body region reaches out of the place `drop` is measured from, in pt -->
  <xsl:template name="mark">
    <xsl:param name="drop"/>
    <xsl:param name="room"/>
    <xsl:param name="above" select="$row-overhang"/>
    <xsl:variable name="listed"><xsl:call-template name="organs-are-listed"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$listed = 'yes'">
        <xsl:call-template name="organ-list">
          <xsl:with-param name="drop" select="$drop"/>
          <xsl:with-param name="room" select="$room"/>
          <xsl:with-param name="above" select="$above"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="mark-lines">
          <xsl:with-param name="drop" select="$drop"/>
          <xsl:with-param name="above" select="$above"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "yes" where the mark lists all organs: several, and the writer wants neither the lead organ's name alone
       nor a text of his own. Where even the smallest names would leave no row of text on page 1, the mark names
       the lead organ alone, as 条例 article 9(4) allows. -->
  <xsl:template name="organs-are-listed">
    <xsl:if test="o:head/o:issuer[2] and not(o:head/o:mark/@organs = 'lead')
                  and normalize-space(o:head/o:mark) = ''">
      <xsl:variable name="room">
        <xsl:call-template name="room-for-mark">
          <xsl:with-param name="with-recipients" select="false()"/>
        </xsl:call-template>
      </xsl:variable>
      <xsl:if test="count(o:head/o:issuer) * $smallest-in-list * $closest-pitch &lt;= $room">yes</xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- What it says where it is one text: the writer's own, or the lead organ's name with 文件, 令, 纪要. -->
  <xsl:template name="mark-text">
    <xsl:choose>
      <xsl:when test="normalize-space(o:head/o:mark) != ''">
        <xsl:apply-templates select="o:head/o:mark" mode="line"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="o:head/o:issuer[1]" mode="line"/>
        <xsl:call-template name="mark-suffix"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- One text: the largest size that holds it in one line; a very long one takes two lines or more. -->
  <xsl:template name="mark-lines">
    <xsl:param name="drop"/>
    <xsl:param name="above" select="$row-overhang"/>
    <xsl:variable name="text"><xsl:call-template name="mark-text"/></xsl:variable>
    <xsl:variable name="size">
      <xsl:call-template name="mark-size"><xsl:with-param name="text" select="$text"/></xsl:call-template>
    </xsl:variable>
    <fo:block font-family="{$title-song}" font-size="{$size}pt" line-height="{$size * $mark-pitch}pt"
        color="{$red}" text-align="center" y:text-wrap="title" keep-with-next.within-page="always"
        space-before="{$drop} + {$above} - {($mark-profile/@ink + ($mark-pitch - 1) div 2) * $size}pt"
        space-before.conditionality="retain" space-after="-{($mark-pitch - 1) div 2 * $size}pt"
        space-after.precedence="force">
      <xsl:value-of select="$text"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="mark-size">
    <xsl:param name="text"/>
    <xsl:variable name="length" select="string-length($text)"/>
    <xsl:variable name="lines" select="ceiling($length * $smallest-mark div $width-points)"/>
    <!-- Two lines break where sense has it, so one of them is longer than half. -->
    <xsl:variable name="line-length" select="ceiling($length div $lines) + 2 * ($lines > 1)"/>
    <xsl:call-template name="not-above-largest">
      <xsl:with-param name="size" select="$width-points div $line-length"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A size in half points. -->
  <xsl:template name="not-above-largest">
    <xsl:param name="size"/>
    <xsl:choose>
      <xsl:when test="$size > $largest-mark"><xsl:value-of select="$largest-mark"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="floor($size * 2) div 2"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Joint issue: the organs' names each in a line, spread to the width of the longest (分散对齐), 文件 at the
       right of them and centred on the list. The size is the largest that fits the width and the room. -->
  <xsl:template name="organ-list">
    <xsl:param name="drop"/>
    <xsl:param name="room"/>
    <xsl:param name="above"/>
    <xsl:variable name="suffix"><xsl:call-template name="mark-suffix"/></xsl:variable>
    <xsl:variable name="size">
      <xsl:call-template name="organ-list-size"><xsl:with-param name="room" select="$room"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="longest">
      <xsl:call-template name="widest"><xsl:with-param name="of" select="o:head/o:issuer"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="gap" select="0.75 * boolean($suffix != '')"/>
    <xsl:variable name="suffix-width" select="(string-length($suffix) + $gap) * $size"/>
    <xsl:variable name="names-width" select="$longest * $size + 0.1"/>
    <xsl:variable name="organs" select="count(o:head/o:issuer)"/>
    <xsl:variable name="by-room" select="$room div $organs div $size"/>
    <xsl:variable name="pitch" select="$closest-pitch * ($by-room &lt; $closest-pitch)
        + $widest-pitch * ($by-room > $widest-pitch)
        + $by-room * ($by-room >= $closest-pitch and $by-room &lt;= $widest-pitch)"/>
    <fo:table table-layout="fixed" width="{$names-width + $suffix-width}pt" color="{$red}"
        start-indent="{($width-points - $names-width - $suffix-width) div 2}pt"
        font-family="{$title-song}" font-size="{$size}pt" line-height="{$size * $pitch}pt"
        keep-with-next.within-page="always" keep-together.within-page="always"
        space-before="{$drop} + {$above} - {($mark-profile/@ink + ($pitch - 1) div 2) * $size}pt"
        space-before.conditionality="retain" space-after="-{($pitch - 1) div 2 * $size}pt"
        space-after.precedence="force">
      <fo:table-column column-width="{$names-width}pt"/>
      <xsl:if test="$suffix != ''"><fo:table-column column-width="{$suffix-width}pt"/></xsl:if>
      <fo:table-body start-indent="0pt">
        <xsl:for-each select="o:head/o:issuer">
          <fo:table-row>
            <fo:table-cell>
              <fo:block text-align-last="justify" wrap-option="no-wrap">
                <xsl:apply-templates select="." mode="line"/>
              </fo:block>
            </fo:table-cell>
            <xsl:if test="position() = 1 and $suffix != ''">
              <fo:table-cell number-rows-spanned="{$organs}" display-align="center">
                <fo:block text-align="end"><xsl:value-of select="$suffix"/></fo:block>
              </fo:table-cell>
            </xsl:if>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="organ-list-size">
    <xsl:param name="room"/>
    <xsl:variable name="suffix"><xsl:call-template name="mark-suffix"/></xsl:variable>
    <xsl:variable name="longest">
      <xsl:call-template name="widest"><xsl:with-param name="of" select="o:head/o:issuer"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="by-width" select="$width-points
        div ($longest + string-length($suffix) + 0.75 * boolean($suffix != '') + 0.1)"/>
    <xsl:variable name="by-room" select="$room div (count(o:head/o:issuer) * $closest-pitch)"/>
    <xsl:variable name="fitting" select="$by-width * ($by-width &lt;= $by-room)
                                         + $by-room * ($by-room &lt; $by-width)"/>
    <xsl:choose>
      <xsl:when test="$fitting &lt; $smallest-in-list and $by-width >= $smallest-in-list">
        <xsl:value-of select="$smallest-in-list"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="not-above-largest">
          <xsl:with-param name="size" select="$fitting"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============ Room on page 1 (§7.3.2, §7.3.3: it must show body text) ============ -->

  <!-- Points left for the mark when all below it, as far as the first rows of the text, is on page 1. -->
  <xsl:template name="room-for-mark">
    <xsl:param name="with-recipients" select="true()"/>
    <xsl:variable name="recipients"><xsl:apply-templates select="o:body/o:recipient[1]" mode="words"/></xsl:variable>
    <xsl:variable name="recipients-width">
      <xsl:call-template name="text-width"><xsl:with-param name="text" select="$recipients"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="title-lines"><xsl:call-template name="title-lines"/></xsl:variable>
    <xsl:variable name="title-pitch"><xsl:call-template name="title-pitch"/></xsl:variable>
    <!-- Below the title of a draft a row says so. Text: a row, with the heading that must stand before it. -->
    <xsl:variable name="recipient-rows"
        select="$with-recipients * ceiling(($recipients-width + 1) div $characters) * boolean(o:body/o:recipient)"/>
    <xsl:variable name="text-rows" select="1 + boolean(o:body/o:text/*[1][self::o:heading])"/>
    <!-- A note that the first row calls for stands below it: lines of 14 pt, 48 characters each. -->
    <xsl:variable name="note" select="o:body/o:text/o:paragraph[1]/o:footnote[1]
        [string-length(preceding-sibling::node()[1]) &lt;= $characters]"/>
    <xsl:variable name="note-points"
        select="boolean($note) * (14 * ceiling((string-length($note) + 2) div 48) + 8 + $overhang-points)"/>
    <xsl:variable name="signer-rows"
        select="ceiling(count(o:head/o:signer) div 2) + not(o:head/o:signer)"/>
    <xsl:value-of select="$height-points + $overhang-points
        - substring-before($mark-profile/@drop, 'mm') * $millimetre
        - substring-before($profile/p:red-rule/@below-number, 'mm') * $millimetre + $overhang-points
        - substring-before($profile/p:red-rule/@thickness, 'mm') * $millimetre
        - $row-points * ($profile/p:rows/@below-mark + $signer-rows + $profile/p:rows/@below-red-rule
                         + (@draft = 'yes') + $profile/p:rows/@below-title + $recipient-rows + $text-rows)
        - $title-lines * $title-pitch - $note-points"/>
  </xsl:template>

  <!-- "yes" where the recipients would push the text off page 1 and so go to the colophon (§7.3.2). -->
  <xsl:template name="recipients-in-colophon">
    <xsl:variable name="room"><xsl:call-template name="room-for-mark"/></xsl:variable>
    <xsl:variable name="listed"><xsl:call-template name="organs-are-listed"/></xsl:variable>
    <xsl:variable name="text"><xsl:call-template name="mark-text"/></xsl:variable>
    <xsl:variable name="size">
      <xsl:call-template name="mark-size"><xsl:with-param name="text" select="$text"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="needed" select="($listed = 'yes') * count(o:head/o:issuer) * $smallest-in-list * $closest-pitch
                                        + ($listed != 'yes') * $size"/>
    <xsl:if test="o:body/o:recipient and $needed > $room">yes</xsl:if>
  </xsl:template>

  <!-- ============ 发文字号, 签发人, red rule (§7.2.5–7) ============ -->

  <!-- The rule lies `below-number` below the glyphs of the last row, so that much less the overhang below
       the row. Upward, the number moves to the left and the signers stand at the right, one character
       in from either edge; two names a row, the number in the row of the last. -->
  <xsl:template name="number-and-signers">
    <fo:block-container space-before="{$profile/p:rows/@below-mark} * {$row}" space-before.precedence="force"
        keep-with-next.within-page="always"
        keep-together.within-page="always"
        padding-after="{$profile/p:red-rule/@below-number} - {$row-overhang}"
        border-after="{$profile/p:red-rule/@thickness} solid {$red}">
      <xsl:choose>
        <xsl:when test="o:head/o:signer"><xsl:call-template name="signers"/></xsl:when>
        <xsl:otherwise>
          <fo:block text-align="center" y:record="发文字号">
            <xsl:call-template name="typeface">
              <xsl:with-param name="of" select="'document-number'"/>
            </xsl:call-template>
            <!-- A draft has none; its row stays. -->
            <xsl:call-template name="document-number"/>
            <xsl:text>&#x200B;</xsl:text>
          </fo:block>
        </xsl:otherwise>
      </xsl:choose>
    </fo:block-container>
  </xsl:template>

  <!-- A name has as much room as the longest, at least three characters. -->
  <xsl:template name="signers">
    <xsl:variable name="signers" select="o:head/o:signer"/>
    <xsl:variable name="longest">
      <xsl:call-template name="widest"><xsl:with-param name="of" select="$signers"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="name-width" select="($longest * ($longest > 3) + 3 * ($longest &lt;= 3)) * $text-points"/>
    <xsl:variable name="number"><xsl:call-template name="document-number"/></xsl:variable>
    <xsl:variable name="last-row" select="ceiling(count($signers) div 2)"/>
    <fo:table table-layout="fixed" width="100%">
      <fo:table-column column-width="{$character-cell}"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="{4 * $text-points}pt"/>
      <fo:table-column column-width="{$name-width}pt"/>
      <xsl:if test="$signers[2]">
        <fo:table-column column-width="{$text-points}pt"/>
        <fo:table-column column-width="{$name-width}pt"/>
      </xsl:if>
      <fo:table-column column-width="{$character-cell}"/>
      <fo:table-body>
        <xsl:for-each select="$signers[position() mod 2 = 1]">
          <fo:table-row>
            <fo:table-cell number-columns-spanned="1"><fo:block/></fo:table-cell>
            <fo:table-cell>
              <fo:block>
                <xsl:if test="position() = $last-row"><xsl:value-of select="$number"/></xsl:if>
              </fo:block>
            </fo:table-cell>
            <fo:table-cell>
              <fo:block>
                <xsl:call-template name="typeface">
                  <xsl:with-param name="of" select="'signer-label'"/>
                </xsl:call-template>
                <xsl:if test="position() = 1">签发人：</xsl:if>
              </fo:block>
            </fo:table-cell>
            <xsl:call-template name="signer"/>
            <xsl:if test="$signers[2]">
              <fo:table-cell><fo:block/></fo:table-cell>
              <xsl:choose>
                <xsl:when test="following-sibling::o:signer">
                  <xsl:for-each select="following-sibling::o:signer[1]">
                    <xsl:call-template name="signer"/>
                  </xsl:for-each>
                </xsl:when>
                <xsl:otherwise><fo:table-cell><fo:block/></fo:table-cell></xsl:otherwise>
              </xsl:choose>
            </xsl:if>
            <fo:table-cell><fo:block/></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="signer">
    <fo:table-cell>
      <fo:block>
        <xsl:call-template name="typeface"><xsl:with-param name="of" select="'signer'"/></xsl:call-template>
        <xsl:call-template name="name-in-column">
          <xsl:with-param name="name" select="normalize-space()"/>
        </xsl:call-template>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

</xsl:stylesheet>
