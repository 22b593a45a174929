<?xml version="1.0" encoding="UTF-8"?>
<!-- Table 1: the points given, city by city, with who is counted and on what evidence; a subtotal a city, a total. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:template name="granted-table">
    <xsl:call-template name="table-caption">
      <xsl:with-param name="number">1</xsl:with-param>
      <xsl:with-param name="text">核定加分</xsl:with-param>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="register">
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="37mm"/>
      <fo:table-column column-width="26mm"/>
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="45mm"/>
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="63mm"/>
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="9mm"/>
      <fo:table-header>
        <xsl:call-template name="continued-line">
          <xsl:with-param name="columns" select="10"/>
          <xsl:with-param name="subject">分值单位：分</xsl:with-param>
        </xsl:call-template>
        <fo:table-row xsl:use-attribute-sets="register-head-row">
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">序号|企业名称|统一社会/信用代码|加分/项|计入人员|人数|佐证材料|加倍|申报/分值|核定/分值</xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body xsl:use-attribute-sets="register-body">
        <xsl:apply-templates select="$granted" mode="granted"/>
      </fo:table-body>
    </fo:table>
    <fo:block keep-with-previous.within-page="always" xsl:use-attribute-sets="register-note">
      <xsl:text>注：计入人员一栏，括号内是取得的证书，或者合格课程的门数；“—”表示没有该项内容。</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template match="row" mode="granted">
    <xsl:if test="@opening = 1">
      <xsl:call-template name="group-row">
        <xsl:with-param name="columns" select="10"/>
        <xsl:with-param name="name" select="@region_name"/>
        <xsl:with-param name="opening" select="@number = 1"/>
      </xsl:call-template>
    </xsl:if>
    <fo:table-row y:record="{@enterprise}" xsl:use-attribute-sets="row">
      <xsl:call-template name="number-and-mark"><xsl:with-param name="group" select="@region_name"/></xsl:call-template>
      <xsl:call-template name="enterprise-and-code"/>
      <xsl:call-template name="register-cell"><xsl:with-param name="value" select="@code"/></xsl:call-template>
      <xsl:call-template name="register-text"><xsl:with-param name="value" select="@people"/></xsl:call-template>
      <xsl:call-template name="register-number"><xsl:with-param name="value" select="@persons"/></xsl:call-template>
      <xsl:call-template name="quoted-text"><xsl:with-param name="value" select="@evidence"/></xsl:call-template>
      <xsl:call-template name="register-cell"><xsl:with-param name="value" select="@doubled"/></xsl:call-template>
      <xsl:call-template name="register-number"><xsl:with-param name="value" select="@claimed"/></xsl:call-template>
      <xsl:call-template name="register-number"><xsl:with-param name="value" select="@points"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="row[@row_type = 'subtotal' or @row_type = 'total']" mode="granted">
    <fo:table-row y:record="{@enterprise}" xsl:use-attribute-sets="total-row">
      <fo:table-cell number-columns-spanned="2" xsl:use-attribute-sets="head-cell">
        <xsl:call-template name="continued-mark"><xsl:with-param name="group" select="@region_name"/></xsl:call-template>
        <fo:block><xsl:value-of select="@enterprise"/></fo:block>
      </fo:table-cell>
      <fo:table-cell number-columns-spanned="6" text-align="start" padding-start="3pt"
          xsl:use-attribute-sets="register-cell">
        <fo:block><xsl:value-of select="concat('企业', @enterprises, '家，加分', @claims, '项')"/></fo:block>
      </fo:table-cell>
      <xsl:call-template name="register-number"><xsl:with-param name="value" select="@claimed"/></xsl:call-template>
      <xsl:call-template name="register-number"><xsl:with-param name="value" select="@points"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
