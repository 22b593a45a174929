<?xml version="1.0" encoding="UTF-8"?>
<!-- Names every table whose columns do not add up to the 156 mm of the type area. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/">
    <xsl:for-each select="//fo:table">
      <xsl:variable name="width">
        <xsl:call-template name="sum">
          <xsl:with-param name="of" select="fo:table-column"/>
        </xsl:call-template>
      </xsl:variable>
      <xsl:if test="$width != 156">table <xsl:value-of select="position()"/>: <xsl:value-of select="$width"/> mm
</xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="sum">
    <xsl:param name="of"/>
    <xsl:param name="so-far" select="0"/>
    <xsl:choose>
      <xsl:when test="$of">
        <xsl:call-template name="sum">
          <xsl:with-param name="of" select="$of[position() > 1]"/>
          <xsl:with-param name="so-far"
              select="$so-far + number(substring-before($of[1]/@column-width, 'mm'))"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$so-far"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
