<?xml version="1.0" encoding="UTF-8"?>
<!-- The head of an annex page, GB/T 9704-2012 §7.3.7. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <!-- Row 1: 附件 with its number, 3号 黑体, at the left edge. An annex that is not bound in with its
       document carries the document's number before it. Row 3: the title. One row stays empty below.
         document-number  of the document it belongs to; not shown when it is bound in
         number           of the annex; empty when there is one only. A publication that a document
                          includes has it in /data/@annex.
         title            may hold line feeds -->
  <xsl:template name="annex-head">
    <xsl:param name="document-number"/>
    <xsl:param name="number" select="/data/@annex"/>
    <xsl:param name="title"/>
    <fo:block font-family="{$hei}" keep-with-next.within-page="always">
      <xsl:if test="not(/data/@annex)">
        <xsl:value-of select="$document-number"/>
      </xsl:if>
      <xsl:text>附件</xsl:text>
      <xsl:value-of select="$number"/>
    </fo:block>
    <fo:block space-before="{$row}" space-after="{$row}" xsl:use-attribute-sets="title">
      <xsl:value-of select="$title"/>
    </fo:block>
  </xsl:template>

  <!-- The title of a publication that is issued by itself or bound into a document as an annex. -->
  <xsl:template name="title-or-annex-head">
    <xsl:param name="title"/>
    <xsl:choose>
      <xsl:when test="/data/@annex">
        <xsl:call-template name="annex-head"><xsl:with-param name="title" select="$title"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <fo:block xsl:use-attribute-sets="opening-title"><xsl:value-of select="$title"/></fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
