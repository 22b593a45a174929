<?xml version="1.0" encoding="UTF-8"?>
<!-- The target list as an annex page: regions down, tasks across (there is one task), 合计 below. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/annex.xsl"/>
  <xsl:include href="../common/table.xsl"/>

  <xsl:variable name="plan" select="/data/query[@name = 'plan']/row"/>
  <xsl:variable name="targets" select="/data/query[@name = 'targets']/row"/>

  <xsl:template match="/data">
    <xsl:if test="not($plan)">
      <xsl:message terminate="yes">
        <xsl:value-of select="parameter[@name = 'year']/@value"/>
        <xsl:text>年度还没有接收到目标清单（target-plan），无法印发。</xsl:text>
      </xsl:message>
    </xsl:if>
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="page-masters"/>
      <fo:page-sequence master-reference="tables">
        <xsl:call-template name="page-numbers"/>
        <fo:flow flow-name="xsl-region-body">
          <xsl:call-template name="annex-head">
            <xsl:with-param name="document-number" select="$plan/@document_number"/>
            <xsl:with-param name="title" select="$plan/@title"/>
          </xsl:call-template>
          <xsl:call-template name="unit-line">
            <xsl:with-param name="unit">人</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="target-table"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- The number and the name of a region are two columns without a rule between, so that the dots
       of the numbers stand below each other. -->
  <xsl:template name="target-table">
    <fo:table xsl:use-attribute-sets="table-4">
      <fo:table-column column-width="26mm"/>
      <fo:table-column column-width="48mm"/>
      <fo:table-column column-width="82mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <fo:table-cell number-columns-spanned="2" number-rows-spanned="2"
              xsl:use-attribute-sets="head-cell">
            <fo:block>地区</fo:block>
          </fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell">
            <fo:block>工作任务</fo:block>
          </fo:table-cell>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="row">
          <fo:table-cell xsl:use-attribute-sets="head-cell">
            <fo:block><xsl:value-of select="$plan/@task"/></fo:block>
          </fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:apply-templates select="$targets" mode="target"/>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="row" mode="target">
    <fo:table-row y:record="{@region_name}" xsl:use-attribute-sets="row">
      <fo:table-cell border-end-style="none" xsl:use-attribute-sets="number-cell">
        <fo:block><xsl:value-of select="@number"/>.</fo:block>
      </fo:table-cell>
      <fo:table-cell border-start-style="none" xsl:use-attribute-sets="text-cell">
        <fo:block><xsl:value-of select="@region_name"/></fo:block>
      </fo:table-cell>
      <xsl:call-template name="head-count"/>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="row[@region_code = 'total']" mode="target">
    <fo:table-row xsl:use-attribute-sets="total-row">
      <fo:table-cell number-columns-spanned="2" xsl:use-attribute-sets="head-cell">
        <fo:block>合计</fo:block>
      </fo:table-cell>
      <xsl:call-template name="head-count"/>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="head-count">
    <fo:table-cell padding-end="36mm" xsl:use-attribute-sets="number-cell">
      <fo:block><xsl:value-of select="@head_count"/></fo:block>
    </fo:table-cell>
  </xsl:template>

</xsl:stylesheet>
