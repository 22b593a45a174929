<?xml version="1.0" encoding="UTF-8"?>
<!-- 质量激励加分核定表, laid sideways: what the bonus items ask for and what came of the claims in words, then table 1, the
     points given, city by city, and table 2, what was claimed and not given. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/sideways.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/register.xsl"/>
  <xsl:include href="../common/wording.xsl"/>
  <xsl:include href="sentences.xsl"/>
  <xsl:include href="granted.xsl"/>
  <xsl:include href="refused.xsl"/>

  <xsl:variable name="year" select="/data/parameter[@name = 'year']/@value"/>
  <xsl:variable name="scheme" select="/data/query[@name = 'scheme']/row"/>
  <xsl:variable name="items" select="/data/query[@name = 'items']/row"/>
  <xsl:variable name="sums" select="/data/query[@name = 'sums']/row"/>
  <xsl:variable name="granted" select="/data/query[@name = 'granted']/row"/>
  <xsl:variable name="refused" select="/data/query[@name = 'refused']/row"/>
  <xsl:variable name="doubts" select="/data/query[@name = 'doubts']/row"/>
  <xsl:variable name="returned" select="/data/query[@name = 'returned']/row"/>

  <xsl:template match="/data">
    <xsl:if test="not($scheme)">
      <xsl:message terminate="yes">
        <xsl:value-of select="$year"/>
        <xsl:text>年度还没有接收到督察考核方案（assessment-scheme），加分无从核定，无法印发。</xsl:text>
      </xsl:message>
    </xsl:if>
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="page-masters">
        <xsl:with-param name="more"><xsl:call-template name="sideways-masters"/></xsl:with-param>
      </xsl:call-template>
      <fo:page-sequence master-reference="sideways">
        <xsl:call-template name="page-numbers"/>
        <fo:flow flow-name="xsl-region-body">
          <fo:block xsl:use-attribute-sets="opening-title">
            <xsl:value-of select="$scheme/@document_title"/>
          </fo:block>
          <fo:block font-size="{$size-small-4}" line-height="18pt" text-align-last="justify">
            <xsl:text>核定单位：</xsl:text>
            <xsl:value-of select="$scheme/@issuer"/>
            <fo:leader/>
            <xsl:text>考核方案：</xsl:text>
            <xsl:value-of select="$scheme/@document_number"/>
          </fo:block>
          <fo:block space-before="6pt" font-size="{$size-small-4}" line-height="20pt">
            <xsl:call-template name="summary"/>
          </fo:block>
          <xsl:if test="$granted"><xsl:call-template name="granted-table"/></xsl:if>
          <xsl:if test="$refused"><xsl:call-template name="refused-table"/></xsl:if>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- ============ Cells of both tables ============ -->

  <!-- 序号, with the mark that says 续表 on the pages after the first.
         opening  whether the row opens the table, which is not 续表 there
         group    what follows 续表 -->
  <xsl:template name="number-and-mark">
    <xsl:param name="group"/>
    <xsl:param name="opening" select="false()"/>
    <fo:table-cell xsl:use-attribute-sets="register-cell">
      <xsl:choose>
        <xsl:when test="$opening"><fo:marker marker-class-name="continued"/></xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="continued-mark"><xsl:with-param name="group" select="$group"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <fo:block><xsl:value-of select="@number"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="enterprise-and-code">
    <xsl:call-template name="register-text"><xsl:with-param name="value" select="@enterprise"/></xsl:call-template>
    <xsl:call-template name="register-credit-code"/>
  </xsl:template>

  <!-- Text of enterprises may be anything: a long run of Latin letters may break anywhere. -->
  <xsl:template name="quoted-text">
    <xsl:param name="value"/>
    <xsl:call-template name="register-text">
      <xsl:with-param name="value">
        <xsl:call-template name="breakable"><xsl:with-param name="text" select="$value"/></xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
