<?xml version="1.0" encoding="UTF-8"?>
<!-- Table 2: every officer and what is missed, city by city, fed row by row. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:template name="breach-list">
    <xsl:call-template name="table-caption">
      <xsl:with-param name="number">2</xsl:with-param>
      <xsl:with-param name="text">不符合任职条件、培训学时不足和任期届满人员名单</xsl:with-param>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="register">
      <xsl:call-template name="columns">
        <xsl:with-param name="widths">9.7 34 29 14.5 21.5 23.6 23.7</xsl:with-param>
      </xsl:call-template>
      <fo:table-header>
        <xsl:call-template name="continued-line">
          <xsl:with-param name="columns" select="7"/>
          <xsl:with-param name="subject">
            <xsl:text>截至</xsl:text>
            <xsl:call-template name="date">
              <xsl:with-param name="iso" select="$scheme/@reference_date"/>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
        <fo:table-row xsl:use-attribute-sets="register-head-row">
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">序号|企业名称|统一社会/信用代码|首席/质量官|项目|要求|实际</xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body xsl:use-attribute-sets="register-body">
        <y:rows query="breaches" mode="list" chunk="200"/>
      </fo:table-body>
    </fo:table>
    <fo:block keep-with-previous.within-page="always" xsl:use-attribute-sets="register-note">
      <xsl:text>注：要求中注明日期的，按聘任当日的任职条件核对；其余按统计截止日期核对。</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template match="row" mode="list">
    <xsl:if test="@opening = 1"><xsl:call-template name="region-row"/></xsl:if>
    <fo:table-row y:record="{@officer_name}" xsl:use-attribute-sets="row">
      <fo:table-cell xsl:use-attribute-sets="register-cell">
        <xsl:call-template name="continued-mark">
          <xsl:with-param name="group" select="@region_name"/>
        </xsl:call-template>
        <fo:block><xsl:value-of select="@number"/></fo:block>
      </fo:table-cell>
      <xsl:call-template name="register-text"><xsl:with-param name="value" select="@enterprise"/></xsl:call-template>
      <xsl:call-template name="register-credit-code"/>
      <xsl:call-template name="register-name"/>
      <xsl:call-template name="register-text"><xsl:with-param name="value" select="@condition_title"/></xsl:call-template>
      <fo:table-cell text-align="start" padding-start="3pt" xsl:use-attribute-sets="register-cell">
        <fo:block><xsl:value-of select="@required"/></fo:block>
        <xsl:if test="@judged_at_appointment = 1">
          <fo:block><xsl:value-of select="concat('（', @day, '）')"/></fo:block>
        </xsl:if>
      </fo:table-cell>
      <xsl:call-template name="register-text"><xsl:with-param name="value" select="@found"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <!-- The city and its counts. -->
  <xsl:template name="region-row">
    <xsl:variable name="region" select="$regions[@region_code = current()/@region_code]"/>
    <xsl:call-template name="group-row">
      <xsl:with-param name="columns" select="7"/>
      <xsl:with-param name="name" select="@region_name"/>
      <xsl:with-param name="remark">
        <xsl:text>首席质量官</xsl:text>
        <xsl:value-of select="$region/@officers"/>
        <xsl:text>人，不符合的</xsl:text>
        <xsl:value-of select="$region/@persons"/>
        <xsl:text>人、</xsl:text>
        <xsl:value-of select="$region/@items"/>
        <xsl:text>项</xsl:text>
        <xsl:if test="$region/@expiring > 0">
          <xsl:text>，任期即将届满的</xsl:text>
          <xsl:value-of select="$region/@expiring"/>
          <xsl:text>人</xsl:text>
        </xsl:if>
      </xsl:with-param>
      <xsl:with-param name="opening" select="@number = 1"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
