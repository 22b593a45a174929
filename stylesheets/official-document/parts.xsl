<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts a document is made of, in their order, whatever its format: the document itself, its annexes, what it
     forwards. The colophon stands at the end of the last of them, so each asks, at the end of its flow, whether
     it is the last.

       opening              title, recipients, and text-and-signature: blocks; context node o:official-document
       text-and-signature   text, 附件说明, attendance, signature, 附注: blocks; context node o:official-document
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

  <!-- above, below     space above and below the title
       with-recipients  whether they stand above the text -->
  <xsl:template name="opening">
    <xsl:param name="above" select="'0pt'"/>
    <xsl:param name="below" select="concat($profile/p:rows/@below-title, ' * ', $row)"/>
    <xsl:param name="with-recipients" select="true()"/>
    <xsl:call-template name="title"><xsl:with-param name="above" select="$above"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="o:body/o:recipient and $with-recipients">
        <xsl:call-template name="recipients"><xsl:with-param name="above" select="$below"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="o:body/o:title or @draft = 'yes'">
        <xsl:call-template name="row-below-title"><xsl:with-param name="height" select="$below"/></xsl:call-template>
      </xsl:when>
    </xsl:choose>
    <xsl:call-template name="text-and-signature"/>
  </xsl:template>

  <xsl:template name="row-below-title">
    <fo:block line-height="{$profile/p:rows/@below-title} * {$row}" keep-with-next.within-page="always" keep-with-previous.within-page="always"
        >&#x200B;</fo:block>
  </xsl:template>

  <xsl:template name="text-and-signature">
    <xsl:apply-templates select="o:body/o:text/*" mode="block"/>
    <xsl:call-template name="annex-notes"/>
    <xsl:call-template name="attendance"/>
    <xsl:call-template name="signature"/>
    <xsl:call-template name="note"/>
  </xsl:template>

  <xsl:template name="further-parts">
    <xsl:apply-templates select="o:body/o:annex | o:body/o:forwarded" mode="pages"/>
    <xsl:variable name="last" select="(.//o:annex[o:text or o:publication] | .//o:forwarded)[last()]"/>
    <xsl:if test="$last[o:publication or @orientation = 'landscape'] and o:colophon/*">
      <fo:page-sequence master-reference="text">
        <xsl:call-template name="page-numbers"/>
        <fo:flow flow-name="xsl-region-body"><xsl:apply-templates select="." mode="colophon"/></fo:flow>
      </fo:page-sequence>
    </xsl:if>
  </xsl:template>

  <!-- What is forwarded has no colophon of its own (§7.4: one, on the last page). -->
  <xsl:template name="end-of-part">
    <xsl:variable name="document" select="ancestor-or-self::o:official-document[last()]"/>
    <xsl:variable name="last" select="($document | $document//o:annex[o:text or o:publication]
                                       | $document//o:forwarded)[last()]"/>
    <xsl:if test="generate-id() = generate-id($last)">
      <xsl:apply-templates select="$document" mode="colophon"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="o:official-document" mode="colophon">
    <xsl:variable name="format"><xsl:call-template name="format"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$format = 'letter'"><xsl:call-template name="letter-colophon"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="colophon">
          <xsl:with-param name="recipients">
            <xsl:if test="$format = 'general'"><xsl:call-template name="recipients-in-colophon"/></xsl:if>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
