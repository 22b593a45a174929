<?xml version="1.0" encoding="UTF-8"?>
<!-- The list on the door: the room's number to be read from down the corridor, then who sits where. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:include href="room.xsl"/>

  <xsl:variable name="form">考场名单</xsl:variable>
  <xsl:variable name="widths">20 45 45 60</xsl:variable>
  <xsl:variable name="heads">座位号|准考证号|姓名|身份证件号码</xsl:variable>

  <xsl:template match="row" mode="head">
    <xsl:call-template name="examination-and-site"/>
    <fo:block role="H1" font-family="Arial, {$hei}" font-weight="bold" font-size="48pt" line-height="66pt"
        text-align="center">
      <fo:inline font-size="32pt">第</fo:inline>
      <fo:inline font-size="66pt"><xsl:value-of select="concat(' ', @room, ' ')"/></fo:inline>
      <fo:inline font-size="32pt">考场</fo:inline>
    </fo:block>
    <fo:block font-size="{$size-small-4}" line-height="18pt" text-align="center">
      <xsl:value-of select="concat('准考证号', @first, '至', @last)"/>
    </fo:block>
    <xsl:call-template name="day-and-number"/>
  </xsl:template>

  <!-- Thirty to a page. -->
  <xsl:template match="row" mode="candidate">
    <fo:table-row font-size="{$size-small-4}" line-height="12.5pt" y:record="{@name}" xsl:use-attribute-sets="row">
      <fo:table-cell font-family="Arial, {$hei}" xsl:use-attribute-sets="cell">
        <fo:block><xsl:value-of select="@seat"/></fo:block>
      </fo:table-cell>
      <xsl:call-template name="short-cell"><xsl:with-param name="value" select="@admission_number"/></xsl:call-template>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <fo:block>
          <xsl:call-template name="name-in-column"><xsl:with-param name="name" select="@name"/></xsl:call-template>
        </fo:block>
      </fo:table-cell>
      <xsl:call-template name="short-cell"><xsl:with-param name="value" select="@identity_number"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
