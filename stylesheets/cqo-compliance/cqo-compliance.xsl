<?xml version="1.0" encoding="UTF-8"?>
<!-- 首席质量官任职情况核查表: what the figures say (sentences.xsl), the cities' counts (table 1), every officer who misses
     something (table 2, list.xsl). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/register.xsl"/>
  <xsl:include href="../common/wording.xsl"/>
  <xsl:include href="sentences.xsl"/>
  <xsl:include href="list.xsl"/>

  <xsl:variable name="year" select="/data/parameter[@name = 'year']/@value"/>
  <xsl:variable name="scheme" select="/data/query[@name = 'scheme']/row"/>
  <xsl:variable name="counts" select="/data/query[@name = 'regions']/row"/>
  <xsl:variable name="regions" select="$counts[@region_code != 'total']"/>
  <xsl:variable name="total" select="$counts[@region_code = 'total']"/>

  <xsl:template match="/data">
    <xsl:if test="not($scheme)">
      <xsl:message terminate="yes">
        <xsl:value-of select="$year"/>
        <xsl:text>年度还没有接收到督察考核方案（assessment-scheme），不知道任职条件，无法印发。</xsl:text>
      </xsl:message>
    </xsl:if>
    <xsl:if test="not($regions[@state = 'sent'])">
      <xsl:message terminate="yes">
        <xsl:value-of select="$year"/>
        <xsl:text>年度还没有接收到一个地区的企业首席质量官基本情况统计表（cqo-return），无从核查，无法印发。</xsl:text>
      </xsl:message>
    </xsl:if>
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="page-masters"/>
      <fo:page-sequence master-reference="tables">
        <xsl:call-template name="page-numbers"/>
        <fo:flow flow-name="xsl-region-body">
          <fo:block space-after="10pt" xsl:use-attribute-sets="opening-title">
            <xsl:value-of select="$scheme/@document_title"/>
          </fo:block>
          <fo:block font-size="{$size-small-4}" line-height="20pt">
            <xsl:call-template name="sentences"/>
          </fo:block>
          <fo:block keep-together.within-page="always"><xsl:call-template name="count-table"/></fo:block>
          <xsl:if test="$total/@items + $total/@expiring > 0">
            <xsl:call-template name="breach-list"/>
          </xsl:if>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- ============ Table 1: cities and conditions ============ -->

  <xsl:template name="count-table">
    <xsl:call-template name="table-caption">
      <xsl:with-param name="number">1</xsl:with-param>
      <xsl:with-param name="text">各地区企业首席质量官任职情况核查结果</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="unit-line"><xsl:with-param name="unit">人</xsl:with-param></xsl:call-template>
    <fo:table xsl:use-attribute-sets="register">
      <fo:table-column column-width="20.5mm"/>
      <fo:table-column column-width="12mm"/>
      <fo:table-column column-width="12mm"/>
      <fo:table-column column-width="10mm" number-columns-repeated="3"/>
      <fo:table-column column-width="11.5mm"/>
      <fo:table-column column-width="10mm" number-columns-repeated="7"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="register-head-row">
          <xsl:call-template name="tall-head"><xsl:with-param name="text">地区</xsl:with-param></xsl:call-template>
          <xsl:call-template name="tall-head"><xsl:with-param name="text">首席&#10;质量官</xsl:with-param></xsl:call-template>
          <xsl:call-template name="tall-head"><xsl:with-param name="text">不符合&#10;人数</xsl:with-param></xsl:call-template>
          <xsl:call-template name="register-head">
            <xsl:with-param name="text">任职条件</xsl:with-param><xsl:with-param name="columns" select="6"/>
          </xsl:call-template>
          <xsl:call-template name="register-head">
            <xsl:with-param name="text">培训学时</xsl:with-param><xsl:with-param name="columns" select="3"/>
          </xsl:call-template>
          <xsl:call-template name="register-head">
            <xsl:with-param name="text">任期届满</xsl:with-param><xsl:with-param name="columns" select="2"/>
          </xsl:call-template>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="register-head-row">
          <xsl:call-template name="register-head"><xsl:with-param name="text">工作&#10;年限</xsl:with-param></xsl:call-template>
          <xsl:call-template name="register-head"><xsl:with-param name="text">学历</xsl:with-param></xsl:call-template>
          <xsl:call-template name="register-head"><xsl:with-param name="text">资格&#10;职称</xsl:with-param></xsl:call-template>
          <xsl:call-template name="register-head"><xsl:with-param name="text">学历或&#10;资格</xsl:with-param></xsl:call-template>
          <xsl:call-template name="register-head"><xsl:with-param name="text">任期&#10;长度</xsl:with-param></xsl:call-template>
          <xsl:call-template name="register-head"><xsl:with-param name="text">不得&#10;聘任</xsl:with-param></xsl:call-template>
          <xsl:call-template name="register-head"><xsl:with-param name="text">一类&#10;初次</xsl:with-param></xsl:call-template>
          <xsl:call-template name="register-head"><xsl:with-param name="text">一类&#10;继续</xsl:with-param></xsl:call-template>
          <xsl:call-template name="register-head"><xsl:with-param name="text">二类</xsl:with-param></xsl:call-template>
          <xsl:call-template name="register-head"><xsl:with-param name="text">已经</xsl:with-param></xsl:call-template>
          <xsl:call-template name="register-head"><xsl:with-param name="text">即将</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body xsl:use-attribute-sets="register-body">
        <xsl:for-each select="$regions">
          <fo:table-row y:record="{@region_name}" xsl:use-attribute-sets="row">
            <xsl:call-template name="register-text"><xsl:with-param name="value" select="@region_name"/></xsl:call-template>
            <xsl:call-template name="counts"/>
          </fo:table-row>
        </xsl:for-each>
        <xsl:for-each select="$total">
          <fo:table-row y:record="合计" xsl:use-attribute-sets="total-row">
            <xsl:call-template name="register-head"><xsl:with-param name="text">合计</xsl:with-param></xsl:call-template>
            <xsl:call-template name="counts"/>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <fo:block xsl:use-attribute-sets="register-note">
      <xsl:text>注：一人可以有几项不符合，不符合人数中只计算一次；“即将”是统计截止日期起</xsl:text>
      <xsl:value-of select="$scheme/@expiry_days"/>
      <xsl:text>日内任期届满的，只作提醒，不计入不符合人数。在两家企业任职的，在两家分别计算。“—”表示没有数据。</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template name="counts">
    <xsl:call-template name="register-number"><xsl:with-param name="value" select="@officers"/></xsl:call-template>
    <xsl:call-template name="register-number"><xsl:with-param name="value" select="@persons"/></xsl:call-template>
    <xsl:call-template name="register-number"><xsl:with-param name="value" select="@experience_years"/></xsl:call-template>
    <xsl:call-template name="register-number"><xsl:with-param name="value" select="@education"/></xsl:call-template>
    <xsl:call-template name="register-number"><xsl:with-param name="value" select="@qualification"/></xsl:call-template>
    <xsl:call-template name="register-number"><xsl:with-param name="value" select="@education_or_qualification"/></xsl:call-template>
    <xsl:call-template name="register-number"><xsl:with-param name="value" select="@term_years"/></xsl:call-template>
    <xsl:call-template name="register-number"><xsl:with-param name="value" select="@exclusion"/></xsl:call-template>
    <xsl:call-template name="register-number"><xsl:with-param name="value" select="@initial_hours"/></xsl:call-template>
    <xsl:call-template name="register-number"><xsl:with-param name="value" select="@continuing_hours"/></xsl:call-template>
    <xsl:call-template name="register-number"><xsl:with-param name="value" select="@class_2_hours"/></xsl:call-template>
    <xsl:call-template name="register-number"><xsl:with-param name="value" select="@expired"/></xsl:call-template>
    <xsl:call-template name="register-number"><xsl:with-param name="value" select="@expiring"/></xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
