<?xml version="1.0" encoding="UTF-8"?>
<!-- An official document (公文) on pages, GB/T 9704-2012: takes the document as it was sent, chooses its format.
     The files: geometry (numbers), head, body, tables, signature, annexes, colophon, and parts, which puts them
     together; each format is a file of its own. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:o="urn:yinfa:official-document"
    exclude-result-prefixes="o">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/sideways.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/seal.xsl"/>
  <xsl:include href="wording.xsl"/>
  <xsl:include href="geometry.xsl"/>
  <xsl:include href="head.xsl"/>
  <xsl:include href="body.xsl"/>
  <xsl:include href="tables.xsl"/>
  <xsl:include href="signature.xsl"/>
  <xsl:include href="annexes.xsl"/>
  <xsl:include href="colophon.xsl"/>
  <xsl:include href="parts.xsl"/>
  <xsl:include href="general.xsl"/>
  <xsl:include href="letter.xsl"/>
  <xsl:include href="order.xsl"/>
  <xsl:include href="minutes.xsl"/>
  <xsl:include href="forwarded.xsl"/>
  <xsl:include href="recommendation.xsl"/>

  <xsl:template match="/data">
    <xsl:if test="$document[2]">
      <xsl:message terminate="yes">
        <xsl:text>标识为“</xsl:text>
        <xsl:value-of select="parameter[@name = 'document']/@value"/>
        <xsl:text>”的公文不止一份，发文机关：</xsl:text>
        <xsl:for-each select="$document">
          <xsl:if test="position() > 1">、</xsl:if>
          <xsl:value-of select="../../@sender"/>
        </xsl:for-each>
        <xsl:text>。请改正其中一份的标识后重新报送。</xsl:text>
      </xsl:message>
    </xsl:if>
    <xsl:if test="not($document)">
      <xsl:message terminate="yes">
        <xsl:text>没有接收到标识为“</xsl:text>
        <xsl:value-of select="parameter[@name = 'document']/@value"/>
        <xsl:text>”的公文，无法印发。</xsl:text>
      </xsl:message>
    </xsl:if>
    <xsl:call-template name="pages"/>
  </xsl:template>

  <xsl:template name="pages">
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="page-masters">
        <xsl:with-param name="more">
          <xsl:call-template name="sideways-masters"/>
          <xsl:call-template name="letter-masters"/>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:apply-templates select="$document"/>
    </fo:root>
  </xsl:template>

  <xsl:template match="o:official-document">
    <xsl:variable name="format"><xsl:call-template name="format"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$format = 'letter'"><xsl:apply-templates select="." mode="letter"/></xsl:when>
      <xsl:when test="$format = 'order'"><xsl:apply-templates select="." mode="order"/></xsl:when>
      <xsl:when test="$format = 'minutes'"><xsl:apply-templates select="." mode="minutes"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="general"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
