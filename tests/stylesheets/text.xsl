<?xml version="1.0" encoding="UTF-8"?>
<!-- What a reader of the pages reads: a line a block, a line a table row with " | " between cells; a
     line feed within one shows as " / ", a picture as its words, an included publication as its name. The
     test compares this, not the formatting. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:apply-templates select="//fo:flow | //y:publication"/>
  </xsl:template>

  <xsl:template match="fo:flow | fo:block[fo:block or fo:block-container] | fo:block-container | fo:list-block
                       | fo:table | fo:table-header | fo:table-body">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="fo:table-column"/>

  <xsl:template match="fo:list-item">
    <xsl:value-of select="fo:list-item-label"/>
    <xsl:text> | </xsl:text>
    <xsl:value-of select="fo:list-item-body"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="fo:block[fo:external-graphic]">
    <xsl:value-of select="concat('［', fo:external-graphic/@y:alternate-text, '］&#10;')"/>
  </xsl:template>

  <xsl:template match="y:publication">
    <xsl:value-of select="concat('［', @name, '］&#10;')"/>
  </xsl:template>

  <xsl:template match="fo:block">
    <xsl:call-template name="line"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="fo:table-row">
    <xsl:for-each select="fo:table-cell">
      <xsl:if test="position() > 1"> | </xsl:if>
      <xsl:call-template name="line"/>
    </xsl:for-each>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="line">
    <xsl:choose>
      <xsl:when test="contains(., '&#10;')">
        <xsl:value-of select="substring-before(., '&#10;')"/>
        <xsl:text> / </xsl:text>
        <xsl:value-of select="translate(substring-after(., '&#10;'), '&#10;', '/')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
