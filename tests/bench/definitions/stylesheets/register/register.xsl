<?xml version="1.0" encoding="UTF-8"?>
<!-- A table of eight columns with a row for each card, its head on every page, fed by the query. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:y="urn:yinfa:format"
                exclude-result-prefixes="y">
  <xsl:attribute-set name="cell">
    <xsl:attribute name="border">0.5pt solid black</xsl:attribute>
    <xsl:attribute name="padding">1pt</xsl:attribute>
  </xsl:attribute-set>
  <xsl:template name="cell">
    <xsl:param name="text"/>
    <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="$text"/></fo:block></fo:table-cell>
  </xsl:template>
  <xsl:template match="/data">
    <fo:root font-family="Times New Roman, 仿宋" font-size="9pt">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="page" page-width="297mm" page-height="210mm" margin="20mm">
          <fo:region-body/>
        </fo:simple-page-master>
      </fo:layout-master-set>
      <fo:page-sequence master-reference="page">
        <fo:flow flow-name="xsl-region-body">
          <fo:table table-layout="fixed" width="100%" border-collapse="collapse">
            <fo:table-column column-width="16mm"/>
            <fo:table-column column-width="32mm"/>
            <fo:table-column column-width="proportional-column-width(1)" number-columns-repeated="6"/>
            <fo:table-header>
              <fo:table-row>
                <xsl:call-template name="cell"><xsl:with-param name="text">序号</xsl:with-param></xsl:call-template>
                <xsl:call-template name="cell"><xsl:with-param name="text">证书编号</xsl:with-param></xsl:call-template>
                <xsl:call-template name="cell"><xsl:with-param name="text">姓名</xsl:with-param></xsl:call-template>
                <xsl:call-template name="cell"><xsl:with-param name="text">年度</xsl:with-param></xsl:call-template>
                <xsl:call-template name="cell"><xsl:with-param name="text">资格</xsl:with-param></xsl:call-template>
                <xsl:call-template name="cell"><xsl:with-param name="text">结果</xsl:with-param></xsl:call-template>
                <xsl:call-template name="cell"><xsl:with-param name="text">发证单位</xsl:with-param></xsl:call-template>
                <xsl:call-template name="cell"><xsl:with-param name="text">发证日期</xsl:with-param></xsl:call-template>
              </fo:table-row>
            </fo:table-header>
            <fo:table-body><y:rows query="cards" mode="row" chunk="200"/></fo:table-body>
          </fo:table>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>
  <xsl:template match="row" mode="row">
    <fo:table-row>
      <xsl:for-each select="@*">
        <xsl:call-template name="cell"><xsl:with-param name="text" select="."/></xsl:call-template>
      </xsl:for-each>
    </fo:table-row>
  </xsl:template>
</xsl:stylesheet>
