<?xml version="1.0" encoding="UTF-8"?>
<!-- Table 2: claims that do not hold, or not for all the points claimed, with the reason. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:template name="refused-table">
    <xsl:call-template name="table-caption">
      <xsl:with-param name="number" select="1 + boolean($granted)"/>
      <xsl:with-param name="text">未予加分</xsl:with-param>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="register">
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="19mm"/>
      <fo:table-column column-width="37mm"/>
      <fo:table-column column-width="26mm"/>
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="52.5mm"/>
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="45.5mm"/>
      <fo:table-header>
        <xsl:call-template name="continued-line">
          <xsl:with-param name="columns" select="10"/>
          <xsl:with-param name="subject">分值单位：分</xsl:with-param>
        </xsl:call-template>
        <fo:table-row xsl:use-attribute-sets="register-head-row">
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">序号|地区|企业名称|统一社会/信用代码|加分/项|符合条件的人员|申报/分值|核定/分值|未予/加分|核定理由</xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body xsl:use-attribute-sets="register-body">
        <xsl:apply-templates select="$refused" mode="refused"/>
      </fo:table-body>
    </fo:table>
    <fo:block keep-with-previous.within-page="always" xsl:use-attribute-sets="register-note">
      <xsl:text>注：“—”表示没有符合条件的人员。</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template match="row" mode="refused">
    <fo:table-row y:record="{@enterprise}" xsl:use-attribute-sets="row">
      <xsl:call-template name="number-and-mark"><xsl:with-param name="opening" select="@number = 1"/></xsl:call-template>
      <xsl:call-template name="register-cell"><xsl:with-param name="value" select="@region_name"/></xsl:call-template>
      <xsl:call-template name="enterprise-and-code"/>
      <xsl:call-template name="register-cell"><xsl:with-param name="value" select="@code"/></xsl:call-template>
      <xsl:call-template name="register-text"><xsl:with-param name="value" select="@people"/></xsl:call-template>
      <xsl:call-template name="register-number"><xsl:with-param name="value" select="@claimed"/></xsl:call-template>
      <xsl:call-template name="register-number"><xsl:with-param name="value" select="@points"/></xsl:call-template>
      <xsl:call-template name="register-number"><xsl:with-param name="value" select="@refused"/></xsl:call-template>
      <xsl:call-template name="register-text"><xsl:with-param name="value" select="@reason"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
