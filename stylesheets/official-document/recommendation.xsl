<?xml version="1.0" encoding="UTF-8"?>
<!-- The answer to one recommendation of a proposal: a heading of the first level that names it, what
     becomes of it in a line of its own, and how. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:o="urn:yinfa:official-document"
    exclude-result-prefixes="o">

  <xsl:template match="o:recommendation" mode="block">
    <fo:block role="H2" keep-with-next.within-page="always" xsl:use-attribute-sets="record indented">
      <xsl:call-template name="typeface"><xsl:with-param name="of" select="'level-1'"/></xsl:call-template>
      <xsl:apply-templates select="." mode="number"/>
      <xsl:apply-templates select="o:subject" mode="words"/>
    </fo:block>
    <fo:block keep-with-next.within-page="always" xsl:use-attribute-sets="indented">
      <xsl:apply-templates select="o:status" mode="words"/>
    </fo:block>
    <xsl:apply-templates select="*[not(self::o:subject or self::o:status)]" mode="block"/>
  </xsl:template>

</xsl:stylesheet>
