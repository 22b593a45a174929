<?xml version="1.0" encoding="UTF-8"?>
<!-- 收费明细表: table 1 by class, table 2 by city, table 3 every candidate (list.xsl). Identity numbers are masked. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/register.xsl"/>
  <xsl:include href="../common/wording.xsl"/>
  <xsl:include href="../common/examination.xsl"/>
  <xsl:include href="list.xsl"/>

  <xsl:variable name="exam" select="/data/parameter[@name = 'exam']/@value"/>
  <xsl:variable name="sitting" select="/data/query[@name = 'sitting']/row"/>
  <xsl:variable name="classes" select="/data/query[@name = 'classes']/row"/>
  <xsl:variable name="cities" select="/data/query[@name = 'cities']/row"/>

  <xsl:template match="/data">
    <xsl:call-template name="check-sitting">
      <xsl:with-param name="sitting" select="$sitting"/>
      <xsl:with-param name="exam" select="$exam"/>
    </xsl:call-template>
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="page-masters"/>
      <fo:page-sequence master-reference="tables">
        <xsl:call-template name="page-numbers"/>
        <fo:flow flow-name="xsl-region-body">
          <fo:block space-after="10pt" xsl:use-attribute-sets="opening-title">
            <xsl:value-of select="$sitting/@title"/>
            <xsl:text>&#10;收费明细表</xsl:text>
          </fo:block>
          <fo:block font-size="{$size-small-4}" line-height="18pt" text-align-last="justify">
            <xsl:value-of select="concat('收费单位：', $sitting/@organiser)"/>
            <fo:leader/>
            <xsl:text>考试日期：</xsl:text>
            <xsl:call-template name="date"><xsl:with-param name="iso" select="$sitting/@date"/></xsl:call-template>
          </fo:block>
          <xsl:call-template name="by-class"/>
          <xsl:call-template name="by-city"/>
          <xsl:call-template name="candidate-list"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="by-class">
    <xsl:call-template name="table-caption">
      <xsl:with-param name="number">1</xsl:with-param>
      <xsl:with-param name="text">各类别收费情况</xsl:with-param>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="table-5">
      <xsl:call-template name="columns"><xsl:with-param name="widths">48 36 36 36</xsl:with-param></xsl:call-template>
      <xsl:call-template name="heads"><xsl:with-param name="words">收费类别|标准（元）|人数|金额（元）</xsl:with-param></xsl:call-template>
      <fo:table-body><xsl:apply-templates select="$classes" mode="class"/></fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="row" mode="class">
    <fo:table-row xsl:use-attribute-sets="row">
      <xsl:call-template name="name-cell"><xsl:with-param name="total" select="@class = 'total'"/></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@tariff"/><xsl:with-param name="end">13mm</xsl:with-param></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@candidates"/><xsl:with-param name="end">13mm</xsl:with-param></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@amount"/><xsl:with-param name="end">11mm</xsl:with-param></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="by-city">
    <fo:block space-before="6pt">
      <xsl:call-template name="table-caption">
        <xsl:with-param name="number">2</xsl:with-param>
        <xsl:with-param name="text">各地区收费情况</xsl:with-param>
      </xsl:call-template>
    </fo:block>
    <fo:table xsl:use-attribute-sets="table-5">
      <xsl:call-template name="columns"><xsl:with-param name="widths">10 39 14 14 15 13 17 14 20</xsl:with-param></xsl:call-template>
      <xsl:call-template name="heads">
        <xsl:with-param name="words">序号|地区|普通|协会/会员|机构/培训|补考|缓评后/再次|人数|金额/（元）</xsl:with-param>
      </xsl:call-template>
      <fo:table-body><xsl:apply-templates select="$cities" mode="city"/></fo:table-body>
    </fo:table>
    <xsl:if test="$cities[@absent = 1]">
      <fo:block xsl:use-attribute-sets="note">
        <xsl:call-template name="named">
          <xsl:with-param name="before">注：设有考点、没有报名表的地区：</xsl:with-param>
          <xsl:with-param name="of" select="$cities[@absent = 1]/@name"/>
        </xsl:call-template>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="row" mode="city">
    <fo:table-row xsl:use-attribute-sets="row">
      <fo:table-cell xsl:use-attribute-sets="cell">
        <fo:block><xsl:call-template name="value-or-dash"><xsl:with-param name="value" select="@number"/></xsl:call-template></fo:block>
      </fo:table-cell>
      <xsl:call-template name="name-cell"><xsl:with-param name="total" select="@code = 'total'"/></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@standard"/></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@member"/></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@trained"/></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@resit"/></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@deferred"/></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@candidates"/></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@amount"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <!-- Of a class or city; 合计 as a head. -->
  <xsl:template name="name-cell">
    <xsl:param name="total"/>
    <fo:table-cell xsl:use-attribute-sets="cell">
      <xsl:if test="$total">
        <xsl:attribute name="font-family"><xsl:value-of select="$hei"/></xsl:attribute>
      </xsl:if>
      <fo:block><xsl:value-of select="@name"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="figure">
    <xsl:param name="value"/>
    <xsl:param name="end">4pt</xsl:param>
    <fo:table-cell padding-end="{$end}" text-align="end" xsl:use-attribute-sets="cell">
      <fo:block><xsl:call-template name="value-or-dash"><xsl:with-param name="value" select="$value"/></xsl:call-template></fo:block>
    </fo:table-cell>
  </xsl:template>

</xsl:stylesheet>
