<?xml version="1.0" encoding="UTF-8"?>
<!-- 企业首席质量官基本情况统计表, its pages laid sideways: how many enterprises have an officer in office (tables 1 to 4,
     coverage.xsl), then all enterprises and officers (table 5, list.xsl). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/sideways.xsl"/>
  <xsl:include href="../common/annex.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/register.xsl"/>
  <xsl:include href="../common/chart.xsl"/>
  <xsl:include href="../common/wording.xsl"/>
  <xsl:include href="coverage.xsl"/>
  <xsl:include href="list.xsl"/>

  <xsl:variable name="year" select="/data/parameter[@name = 'year']/@value"/>
  <xsl:variable name="scheme" select="/data/query[@name = 'scheme']/row"/>
  <xsl:variable name="coverage" select="/data/query[@name = 'coverage']/row"/>
  <xsl:variable name="regions" select="$coverage[@section = 'region']"/>
  <xsl:variable name="total" select="$coverage[@section = 'total']"/>
  <xsl:variable name="education" select="/data/query[@name = 'education']/row"/>

  <xsl:template match="/data">
    <xsl:if test="not($scheme)">
      <xsl:message terminate="yes">
        <xsl:value-of select="$year"/>
        <xsl:text>年度还没有接收到督察考核方案（assessment-scheme），无从统计，无法印发。</xsl:text>
      </xsl:message>
    </xsl:if>
    <xsl:if test="not($regions[@state = 'sent'])">
      <xsl:message terminate="yes">
        <xsl:value-of select="$year"/>
        <xsl:text>年度还没有接收到一个地区的企业首席质量官基本情况统计表（cqo-return），无从统计，无法印发。</xsl:text>
      </xsl:message>
    </xsl:if>
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="page-masters">
        <xsl:with-param name="more"><xsl:call-template name="sideways-masters"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="bookmarks"/>
      <fo:page-sequence master-reference="sideways">
        <xsl:call-template name="page-numbers"/>
        <fo:flow flow-name="xsl-region-body">
          <xsl:call-template name="title-or-annex-head">
            <xsl:with-param name="title" select="$scheme/@document_title"/>
          </xsl:call-template>
          <fo:block font-size="{$size-small-4}" line-height="18pt" text-align-last="justify">
            <xsl:text>填报单位：</xsl:text>
            <xsl:value-of select="$scheme/@issuer"/>
            <fo:leader/>
            <xsl:text>统计截止日期：</xsl:text>
            <xsl:call-template name="date">
              <xsl:with-param name="iso" select="$scheme/@reference_date"/>
            </xsl:call-template>
          </fo:block>
          <xsl:call-template name="coverage-by-region"/>
          <xsl:call-template name="coverage-notes"/>
          <xsl:call-template name="coverage-by-scale-and-award"/>
          <xsl:call-template name="education-table"/>
          <xsl:call-template name="coverage-chart"/>
          <xsl:call-template name="enterprise-list"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- What stands above each table and among the bookmarks. -->
  <xsl:variable name="title-of-regions">各地区企业首席质量官聘任情况</xsl:variable>
  <xsl:variable name="title-of-scales">不同规模企业首席质量官聘任情况</xsl:variable>
  <xsl:variable name="title-of-awards">获得质量奖项企业首席质量官聘任情况</xsl:variable>
  <xsl:variable name="title-of-education">在任企业首席质量官的学历和职业资格</xsl:variable>
  <xsl:variable name="title-of-list">企业及其首席质量官名册</xsl:variable>

  <xsl:template name="bookmarks">
    <fo:bookmark-tree>
      <xsl:call-template name="bookmark">
        <xsl:with-param name="number">1</xsl:with-param>
        <xsl:with-param name="text" select="$title-of-regions"/>
      </xsl:call-template>
      <xsl:call-template name="bookmark">
        <xsl:with-param name="number">2</xsl:with-param>
        <xsl:with-param name="text" select="$title-of-scales"/>
      </xsl:call-template>
      <xsl:call-template name="bookmark">
        <xsl:with-param name="number">3</xsl:with-param>
        <xsl:with-param name="text" select="$title-of-awards"/>
      </xsl:call-template>
      <xsl:call-template name="bookmark">
        <xsl:with-param name="number">4</xsl:with-param>
        <xsl:with-param name="text" select="$title-of-education"/>
      </xsl:call-template>
      <xsl:call-template name="bookmark">
        <xsl:with-param name="number">5</xsl:with-param>
        <xsl:with-param name="text" select="$title-of-list"/>
      </xsl:call-template>
    </fo:bookmark-tree>
  </xsl:template>

  <xsl:template name="bookmark">
    <xsl:param name="number"/>
    <xsl:param name="text"/>
    <fo:bookmark internal-destination="table-{$number}">
      <fo:bookmark-title><xsl:value-of select="concat('表', $number, '　', $text)"/></fo:bookmark-title>
    </fo:bookmark>
  </xsl:template>

</xsl:stylesheet>
