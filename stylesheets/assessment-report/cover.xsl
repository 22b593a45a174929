<?xml version="1.0" encoding="UTF-8"?>
<!-- What is said once about the whole report: its cover, and at the end of the text who issued it and when
     (GB/T 9704-2012 §7.3.5.2, without a seal: the organ ends two characters from the right, the date begins two
     characters right of where the organ begins).

       cover       a page sequence
       signature   blocks -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:p="urn:yinfa:profile"
    exclude-result-prefixes="p">

  <!-- Rows from the top of the type area: the number in row 3, the title from row 7, issuer and date in the last but
       one rows. The page bears no number, though it is counted. -->
  <xsl:template name="cover">
    <fo:page-sequence master-reference="text-unnumbered">
      <fo:flow flow-name="xsl-region-body">
        <fo:block space-before="2 * {$row}" space-before.conditionality="retain" text-align="center">
          <xsl:value-of select="$scheme/@report_number"/>
        </fo:block>
        <fo:block space-before="3 * {$row}" y:text-wrap="title" xsl:use-attribute-sets="title">
          <xsl:value-of select="$year"/>
          <xsl:text>年度质量工作督察考核情况报告</xsl:text>
        </fo:block>
        <fo:block-container absolute-position="absolute" top="17 * {$row}" left="0pt" width="{$area-width}">
          <fo:block text-align="center"><xsl:value-of select="$scheme/@issuer"/></fo:block>
          <fo:block text-align="center">
            <xsl:call-template name="date">
              <xsl:with-param name="iso" select="$scheme/@report_date"/>
            </xsl:call-template>
          </fo:block>
        </fo:block-container>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <xsl:template name="signature">
    <xsl:variable name="date">
      <xsl:call-template name="date"><xsl:with-param name="iso" select="$scheme/@report_date"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="name-width">
      <xsl:call-template name="text-width"><xsl:with-param name="text" select="$scheme/@issuer"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="date-width">
      <xsl:call-template name="text-width"><xsl:with-param name="text" select="$date"/></xsl:call-template>
    </xsl:variable>
    <!-- In characters, from the left edge: a name shorter than the date gives way to the left. -->
    <xsl:variable name="longer-date" select="$date-width + 2 > $name-width"/>
    <xsl:variable name="room" select="$width-points div $text-points - $profile/p:signature/@unsealed-blank"/>
    <xsl:variable name="start" select="$room - $name-width * not($longer-date) - ($date-width + 2) * $longer-date"/>
    <fo:block space-before="{$row}" keep-together.within-page="always" keep-with-previous.within-page="always">
      <fo:block start-indent="{$start * $text-points}pt" wrap-option="no-wrap">
        <xsl:value-of select="$scheme/@issuer"/>
      </fo:block>
      <fo:block start-indent="{($start + 2) * $text-points}pt"><xsl:value-of select="$date"/></fo:block>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
