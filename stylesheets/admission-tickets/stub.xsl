<?xml version="1.0" encoding="UTF-8"?>
<!-- The invigilator's part, below the cut line: cut off at the door, it is signed there and goes back with the papers. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:variable name="stub-height">74mm</xsl:variable>

  <xsl:template name="stub">
    <fo:block border-before="0.75pt dashed black" font-size="{$size-small-5}" line-height="14pt" text-align="center"
        padding-top="1mm">
      <xsl:text>由此剪下，由监考员留存</xsl:text>
    </fo:block>
    <fo:block font-size="{$size-4}" line-height="22pt" text-align="center" space-before="2mm" space-after="2mm">
      <xsl:call-template name="fitted">
        <xsl:with-param name="text" select="$sitting/@title"/>
        <xsl:with-param name="line" select="30"/>
        <xsl:with-param name="sizes">80:11 200:8</xsl:with-param>
      </xsl:call-template>
      <xsl:value-of select="concat($sitting/@title, '监考存根')"/>
    </fo:block>
    <fo:table xsl:use-attribute-sets="ticket-table">
      <xsl:call-template name="columns"><xsl:with-param name="widths">25 48 31 36 30</xsl:with-param></xsl:call-template>
      <fo:table-body>
        <fo:table-row height="10mm">
          <xsl:call-template name="pair">
            <xsl:with-param name="label">准考证号</xsl:with-param>
            <xsl:with-param name="value" select="$candidate/@admission_number"/>
          </xsl:call-template>
          <xsl:call-template name="pair">
            <xsl:with-param name="label">考场和座位</xsl:with-param>
            <xsl:with-param name="value" select="concat('第', $candidate/@room, '考场', $candidate/@seat, '号')"/>
          </xsl:call-template>
          <fo:table-cell number-rows-spanned="4" xsl:use-attribute-sets="cell">
            <xsl:call-template name="photo">
              <xsl:with-param name="width">27mm</xsl:with-param>
              <xsl:with-param name="height">37.8mm</xsl:with-param>
            </xsl:call-template>
          </fo:table-cell>
        </fo:table-row>
        <fo:table-row height="10mm">
          <xsl:call-template name="label"><xsl:with-param name="text">姓　　名</xsl:with-param></xsl:call-template>
          <fo:table-cell number-columns-spanned="3" xsl:use-attribute-sets="value-cell">
            <xsl:call-template name="name"/>
          </fo:table-cell>
        </fo:table-row>
        <fo:table-row height="10mm">
          <xsl:call-template name="pair">
            <xsl:with-param name="label">考　　点</xsl:with-param>
            <xsl:with-param name="value" select="$candidate/@site_name"/>
            <xsl:with-param name="columns" select="3"/>
            <xsl:with-param name="line" select="26"/>
            <xsl:with-param name="sizes">58:10.5 100:9 200:7</xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
        <fo:table-row height="13mm">
          <xsl:call-template name="pair"><xsl:with-param name="label">考生签名</xsl:with-param></xsl:call-template>
          <xsl:call-template name="pair"><xsl:with-param name="label">监考员核验签名</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

</xsl:stylesheet>
