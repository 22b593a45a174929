<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts a document is made of, in their order, whatever its format: the document itself, its annexes, what it
     forwards. The colophon stands at the end of the last of them, so each asks, at the end of its flow, whether
     it is the last.

       text-and-signature   text, 附件说明, signature, 附注: blocks; context node o:official-document
       row-below-title      where no recipients stand between title and text
       further-parts        annexes and forwarded documents, and the colophon where the last of them has no
                            place for it: page sequences; context node o:official-document
       end-of-part          context node a part (o:official-document, o:annex, o:forwarded): the colophon, if it is
                            the last
       mode="colophon"      o:official-document → its colophon; each format has its own -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:o="urn:yinfa:official-document"
    xmlns:p="urn:yinfa:profile"
    exclude-result-prefixes="o p">

  <xsl:template name="text-and-signature">
    <xsl:apply-templates select="o:body/o:text/*" mode="block"/>
    <xsl:call-template name="annex-notes"/>
    <xsl:call-template name="signature"/>
    <xsl:call-template name="note"/>
  </xsl:template>

  <xsl:template name="row-below-title">
    <fo:block line-height="{$profile/p:rows/@below-title} * {$row}" keep-with-next.within-page="always" keep-with-previous.within-page="always"
        >&#x200B;</fo:block>
  </xsl:template>

  <xsl:template name="further-parts">
    <xsl:variable name="parts" select="o:body/o:annex[o:text or o:publication] | o:body/o:forwarded"/>
    <xsl:apply-templates select="$parts" mode="pages"/>
    <xsl:if test="$parts[last()][o:publication or @orientation = 'landscape'] and o:colophon/*">
      <fo:page-sequence master-reference="text">
        <xsl:call-template name="page-numbers"/>
        <fo:flow flow-name="xsl-region-body"><xsl:apply-templates select="." mode="colophon"/></fo:flow>
      </fo:page-sequence>
    </xsl:if>
  </xsl:template>

  <!-- What is forwarded has no colophon of its own (§7.4: one, on the last page). -->
  <xsl:template name="end-of-part">
    <xsl:variable name="document" select="ancestor-or-self::o:official-document[last()]"/>
    <xsl:variable name="last" select="($document | $document/o:body/o:annex[o:text or o:publication]
                                       | $document/o:body/o:forwarded)[last()]"/>
    <xsl:if test="generate-id() = generate-id($last)">
      <xsl:apply-templates select="$document" mode="colophon"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="o:official-document" mode="colophon">
    <xsl:variable name="format"><xsl:call-template name="format"/></xsl:variable>
    <xsl:call-template name="colophon">
      <xsl:with-param name="recipients">
        <xsl:if test="$format = 'general'"><xsl:call-template name="recipients-in-colophon"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
