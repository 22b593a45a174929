<?xml version="1.0" encoding="UTF-8"?>
<!-- Table 3: every candidate's fee, city by city, fed row by row. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:template name="candidate-list">
    <fo:block break-before="page">
      <xsl:call-template name="table-caption">
        <xsl:with-param name="number">3</xsl:with-param>
        <xsl:with-param name="text">考生收费明细</xsl:with-param>
      </xsl:call-template>
    </fo:block>
    <fo:table xsl:use-attribute-sets="register">
      <xsl:call-template name="columns"><xsl:with-param name="widths">10 25 31.5 46.5 25 18</xsl:with-param></xsl:call-template>
      <fo:table-header>
        <xsl:call-template name="continued-line">
          <xsl:with-param name="columns" select="6"/>
          <xsl:with-param name="subject">单位：元</xsl:with-param>
        </xsl:call-template>
        <fo:table-row xsl:use-attribute-sets="register-head-row">
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">序号|姓名|身份证件号码|工作单位|收费类别|金额</xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body xsl:use-attribute-sets="register-body">
        <y:rows query="list" mode="list" chunk="200"/>
      </fo:table-body>
    </fo:table>
    <fo:block keep-with-previous.within-page="always" xsl:use-attribute-sets="register-note">
      <xsl:text>注：身份证件号码只显示前6位和后4位。</xsl:text>
    </fo:block>
  </xsl:template>

  <!-- ============ Rows: none knows its neighbours ============ -->

  <xsl:template match="row" mode="list">
    <xsl:if test="@opening = 1">
      <xsl:call-template name="group-row">
        <xsl:with-param name="columns" select="6"/>
        <xsl:with-param name="name" select="@region_name"/>
        <xsl:with-param name="opening" select="@first_city = 1"/>
      </xsl:call-template>
    </xsl:if>
    <fo:table-row y:record="{@name}" xsl:use-attribute-sets="row">
      <fo:table-cell xsl:use-attribute-sets="register-cell">
        <xsl:call-template name="continued-mark"><xsl:with-param name="group" select="@region_name"/></xsl:call-template>
        <fo:block><xsl:value-of select="@number"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="register-cell">
        <fo:block>
          <xsl:call-template name="name-in-column"><xsl:with-param name="name" select="@name"/></xsl:call-template>
        </fo:block>
      </fo:table-cell>
      <xsl:call-template name="register-cell"><xsl:with-param name="value" select="@identity_number"/></xsl:call-template>
      <xsl:call-template name="register-text"><xsl:with-param name="value" select="@employer"/></xsl:call-template>
      <xsl:call-template name="register-cell"><xsl:with-param name="value" select="@class"/></xsl:call-template>
      <xsl:call-template name="register-number"><xsl:with-param name="value" select="@amount"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="row[@row_type = 'subtotal' or @row_type = 'total']" mode="list">
    <fo:table-row y:record="{@name}" xsl:use-attribute-sets="total-row">
      <fo:table-cell number-columns-spanned="2" xsl:use-attribute-sets="head-cell">
        <xsl:call-template name="continued-mark"><xsl:with-param name="group" select="@region_name"/></xsl:call-template>
        <fo:block><xsl:value-of select="@name"/></fo:block>
      </fo:table-cell>
      <fo:table-cell number-columns-spanned="3" text-align="start" padding-start="3pt" xsl:use-attribute-sets="register-cell">
        <fo:block><xsl:value-of select="concat(@candidates, '人')"/></fo:block>
      </fo:table-cell>
      <xsl:call-template name="register-number"><xsl:with-param name="value" select="@amount"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
