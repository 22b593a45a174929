<?xml version="1.0" encoding="UTF-8"?>
<!-- The list in the room: each candidate's photograph, and room to sign; who is absent or in breach is noted beside. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:include href="room.xsl"/>

  <xsl:variable name="form">考场签到表</xsl:variable>
  <xsl:variable name="widths">14 20 31 12 42 31 20</xsl:variable>
  <xsl:variable name="heads">座位号|照片|姓名/准考证号|性别|身份证件号码|考生签名|备注</xsl:variable>

  <xsl:template match="row" mode="head">
    <xsl:call-template name="examination-and-site"/>
    <fo:block role="H1" font-family="{$hei}" font-size="26pt" line-height="38pt" text-align="center">
      <xsl:value-of select="concat('第', @room, '考场')"/>
    </fo:block>
    <xsl:call-template name="day-and-number"/>
  </xsl:template>

  <!-- Nine on the first page, eleven on others: a room of thirty takes three. -->
  <xsl:template match="row" mode="candidate">
    <fo:table-row font-size="{$size-5}" line-height="14pt" y:record="{@name}" xsl:use-attribute-sets="row">
      <fo:table-cell font-family="Arial, {$hei}" font-size="{$size-4}" xsl:use-attribute-sets="cell">
        <fo:block><xsl:value-of select="@seat"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <fo:block font-size="1pt" line-height="1pt">
          <fo:external-graphic src="url(archive:{@photo_sha256})" width="14mm" height="19.6mm" text-align="center"
              content-width="scale-to-fit" content-height="scale-to-fit" y:alternate-text="{@name}的照片"/>
        </fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <fo:block font-size="{$size-small-4}" line-height="16pt"><xsl:value-of select="@name"/></fo:block>
        <fo:block><xsl:value-of select="@admission_number"/></fo:block>
      </fo:table-cell>
      <xsl:call-template name="short-cell"><xsl:with-param name="value" select="@gender"/></xsl:call-template>
      <xsl:call-template name="short-cell"><xsl:with-param name="value" select="@identity_number"/></xsl:call-template>
      <xsl:call-template name="short-cell"/>
      <xsl:call-template name="short-cell"/>
    </fo:table-row>
  </xsl:template>

  <!-- What the invigilators add up and answer for. -->
  <xsl:template match="row" mode="foot">
    <fo:block font-size="{$size-small-4}" line-height="26pt" space-before="3mm" keep-together.within-page="always"
        keep-with-previous.within-page="always">
      <fo:block text-align-last="justify">
        <xsl:value-of select="concat('应到', @candidates, '人')"/>
        <fo:leader/>实到______人<fo:leader/>缺考______人<fo:leader/>违纪______人</fo:block>
      <fo:block>监考员签名：____________　____________</fo:block>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
