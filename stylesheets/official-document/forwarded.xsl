<?xml version="1.0" encoding="UTF-8"?>
<!-- A document passed on whole (转发, 印发): on new pages after the document that passes it on and its annexes.
     It has its own number, title, text, signature in type and annexes, but no red head, no seal and no
     colophon: those belong to its own issue.

       mode="pages"   o:forwarded → page sequences -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:o="urn:yinfa:official-document"
    exclude-result-prefixes="o">

  <xsl:template match="o:forwarded" mode="pages">
    <fo:page-sequence master-reference="text">
      <xsl:call-template name="page-numbers"/>
      <xsl:call-template name="footnote-separator"/>
      <fo:flow flow-name="xsl-region-body">
        <xsl:for-each select="o:official-document"><xsl:call-template name="forwarded-document"/></xsl:for-each>
        <xsl:call-template name="end-of-part"/>
      </fo:flow>
    </fo:page-sequence>
    <xsl:apply-templates select="o:official-document/o:body/o:annex | o:official-document/o:body/o:forwarded"
        mode="pages"/>
  </xsl:template>

  <!-- The number in row 1, the title one row below it. Context node: o:official-document. -->
  <xsl:template name="forwarded-document">
    <xsl:variable name="number"><xsl:call-template name="document-number"/></xsl:variable>
    <xsl:if test="$number != ''">
      <fo:block text-align="center" space-after="{$row}" keep-with-next.within-page="always" y:record="发文字号">
        <xsl:call-template name="typeface"><xsl:with-param name="of" select="'document-number'"/></xsl:call-template>
        <xsl:value-of select="$number"/>
      </fo:block>
    </xsl:if>
    <xsl:call-template name="title"/>
    <xsl:choose>
      <xsl:when test="o:body/o:recipient"><xsl:call-template name="recipients"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="row-below-title"/></xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="text-and-signature"/>
  </xsl:template>

</xsl:stylesheet>
