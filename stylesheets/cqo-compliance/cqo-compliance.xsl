<?xml version="1.0" encoding="UTF-8"?>
<!-- 首席质量官任职情况核查表: what the figures say (sentences.xsl), the cities' counts (table 1), every officer who misses
     something (table 2, list.xsl). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="str">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/annex.xsl"/>
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
          <xsl:call-template name="title-or-annex-head">
            <xsl:with-param name="title" select="$scheme/@document_title"/>
          </xsl:call-template>
          <fo:block space-before="10pt" font-size="{$size-small-4}" line-height="20pt">
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
      <xsl:call-template name="columns">
        <xsl:with-param name="widths">20.5 12 12 10 10 10 11.5 10 10 10 10 10 10 10</xsl:with-param>
      </xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="register-head-row">
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">地区|首席/质量官|不符合/人数</xsl:with-param><xsl:with-param name="rows" select="2"/>
          </xsl:call-template>
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">任职条件</xsl:with-param><xsl:with-param name="columns" select="6"/>
          </xsl:call-template>
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">培训学时</xsl:with-param><xsl:with-param name="columns" select="3"/>
          </xsl:call-template>
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">任期届满</xsl:with-param><xsl:with-param name="columns" select="2"/>
          </xsl:call-template>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="register-head-row">
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">
              <xsl:text>工作/年限|学历|资格/职称|学历或/资格|任期/长度|不得/聘任|一类/初次|一类/继续|二类|已经|即将</xsl:text>
            </xsl:with-param>
          </xsl:call-template>
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
            <xsl:call-template name="head-cells"><xsl:with-param name="words">合计</xsl:with-param></xsl:call-template>
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

  <!-- The figures of the context node, in the order of the heads. -->
  <xsl:template name="counts">
    <xsl:variable name="row" select="."/>
    <xsl:for-each select="str:tokenize('officers persons experience_years education qualification
        education_or_qualification term_years exclusion initial_hours continuing_hours class_2_hours expired expiring')">
      <xsl:call-template name="register-number">
        <xsl:with-param name="value" select="$row/@*[name() = current()]"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
