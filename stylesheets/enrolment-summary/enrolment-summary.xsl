<?xml version="1.0" encoding="UTF-8"?>
<!-- The year's enrolment against its targets: one table, then what it says in words. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/wording.xsl"/>
  <xsl:include href="sentences.xsl"/>

  <xsl:variable name="year" select="/data/parameter[@name = 'year']/@value"/>
  <xsl:variable name="plan" select="/data/query[@name = 'plan']/row"/>
  <xsl:variable name="rows" select="/data/query[@name = 'regions']/row"/>
  <xsl:variable name="regions" select="$rows[@region_code != 'total']"/>
  <xsl:variable name="total" select="$rows[@region_code = 'total']"/>

  <xsl:template match="/data">
    <xsl:if test="not($plan)">
      <xsl:message terminate="yes">
        <xsl:value-of select="$year"/>
        <xsl:text>年度还没有接收到目标清单（target-plan），无从比较，无法印发。</xsl:text>
      </xsl:message>
    </xsl:if>
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="page-masters"/>
      <fo:page-sequence master-reference="tables">
        <xsl:call-template name="page-numbers"/>
        <fo:flow flow-name="xsl-region-body">
          <fo:block xsl:use-attribute-sets="opening-title">
            <xsl:value-of select="$year"/>
            <xsl:text>年全省质量管理专业自学考试&#10;报名情况汇总表</xsl:text>
          </fo:block>
          <xsl:call-template name="unit-line">
            <xsl:with-param name="unit">人</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="summary-table"/>
          <fo:block xsl:use-attribute-sets="note">
            <xsl:text>注：差额为已报名人数减目标人数；名次按完成率排列，相同的并列；“—”表示没有数据。</xsl:text>
          </fo:block>
          <fo:block space-before="8pt" font-size="{$size-4}" line-height="24pt">
            <xsl:call-template name="sentences"/>
          </fo:block>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="summary-table">
    <fo:table xsl:use-attribute-sets="table-5">
      <fo:table-column column-width="9.5mm"/>
      <fo:table-column column-width="20.5mm"/>
      <fo:table-column column-width="11mm"/>
      <fo:table-column column-width="16.5mm"/>
      <fo:table-column column-width="16.5mm"/>
      <fo:table-column column-width="10.5mm"/>
      <fo:table-column column-width="13.5mm"/>
      <fo:table-column column-width="11.5mm"/>
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="17mm"/>
      <fo:table-column column-width="20.5mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="head"><xsl:with-param name="text">序号</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="text">地区</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="text">目标&#10;人数</xsl:with-param></xsl:call-template>
          <fo:table-cell number-columns-spanned="3" xsl:use-attribute-sets="head-cell">
            <fo:block>已报名人数</fo:block>
          </fo:table-cell>
          <xsl:call-template name="head"><xsl:with-param name="text">完成率&#10;（%）</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="text">差额</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="text">名次</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="text">报送&#10;日期</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="text">备注</xsl:with-param></xsl:call-template>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="row">
          <fo:table-cell xsl:use-attribute-sets="head-cell">
            <fo:block>质量管理&#10;与认证&#10;（专科）</fo:block>
          </fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell">
            <fo:block>质量管理&#10;工程&#10;（专升本）</fo:block>
          </fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell">
            <fo:block>小计</fo:block>
          </fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:apply-templates select="$rows" mode="region"/>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- A head cell of both levels. -->
  <xsl:template name="head">
    <xsl:param name="text"/>
    <fo:table-cell number-rows-spanned="2" xsl:use-attribute-sets="head-cell">
      <fo:block><xsl:value-of select="$text"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="row" mode="region">
    <fo:table-row y:record="{@region_name}" xsl:use-attribute-sets="row">
      <fo:table-cell xsl:use-attribute-sets="cell">
        <fo:block><xsl:value-of select="@number"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="text-cell">
        <fo:block><xsl:value-of select="@region_name"/></fo:block>
      </fo:table-cell>
      <xsl:call-template name="figures"/>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="row[@region_code = 'total']" mode="region">
    <fo:table-row xsl:use-attribute-sets="total-row">
      <fo:table-cell number-columns-spanned="2" xsl:use-attribute-sets="head-cell">
        <fo:block>合计</fo:block>
      </fo:table-cell>
      <xsl:call-template name="figures"/>
    </fo:table-row>
  </xsl:template>

  <!-- The cells from 目标人数 on, the same for a region and for 合计. -->
  <xsl:template name="figures">
    <xsl:call-template name="figure"><xsl:with-param name="value" select="@target"/></xsl:call-template>
    <xsl:call-template name="figure"><xsl:with-param name="value" select="@diploma"/></xsl:call-template>
    <xsl:call-template name="figure"><xsl:with-param name="value" select="@degree"/></xsl:call-template>
    <xsl:call-template name="figure"><xsl:with-param name="value" select="@enrolled"/></xsl:call-template>
    <xsl:call-template name="figure"><xsl:with-param name="value" select="@rate"/></xsl:call-template>
    <fo:table-cell xsl:use-attribute-sets="number-cell">
      <fo:block>
        <xsl:call-template name="difference">
          <xsl:with-param name="value" select="@difference"/>
        </xsl:call-template>
      </fo:block>
    </fo:table-cell>
    <xsl:call-template name="figure"><xsl:with-param name="value" select="@place"/></xsl:call-template>
    <fo:table-cell xsl:use-attribute-sets="cell">
      <fo:block>
        <xsl:choose>
          <xsl:when test="@sent">
            <xsl:call-template name="month-and-day">
              <xsl:with-param name="iso" select="@sent"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>—</xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:table-cell>
    <fo:table-cell xsl:use-attribute-sets="cell">
      <fo:block>
        <xsl:call-template name="value-or-dash">
          <xsl:with-param name="value" select="@remark"/>
        </xsl:call-template>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="figure">
    <xsl:param name="value"/>
    <fo:table-cell xsl:use-attribute-sets="number-cell">
      <fo:block>
        <xsl:call-template name="value-or-dash">
          <xsl:with-param name="value" select="$value"/>
        </xsl:call-template>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

</xsl:stylesheet>
