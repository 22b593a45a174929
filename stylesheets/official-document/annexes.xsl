<?xml version="1.0" encoding="UTF-8"?>
<!-- 附件说明 below the text (GB/T 9704-2012 §7.3.4) and the annexes themselves, each on new pages before the colophon,
     numbered on (§7.3.7); publications of this program by reference.

       annex-notes          附件说明; context node o:official-document
       mode="pages"         o:annex → page sequences -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:o="urn:yinfa:official-document"
    xmlns:s="urn:yinfa:submission"
    exclude-result-prefixes="o s">

  <!-- ============ 附件说明 ============ -->

  <!-- One row below the text, two characters in: 附件：name; of several 附件：1. name, each below the other, and
       further lines of a name below its first character. What the writer did not say follows from the annexes. -->
  <xsl:template name="annex-notes">
    <xsl:variable name="notes" select="o:body/o:annex-note | o:body[not(o:annex-note)]/o:annex/o:title"/>
    <xsl:if test="$notes">
      <xsl:variable name="number-width" select="$cell-points * (1 + 0.5 * (count($notes) > 9))"/>
      <xsl:variable name="label-width" select="2 * $cell-points + $text-points + $number-width * boolean($notes[2])"/>
      <fo:list-block space-before="{$row}" keep-with-previous.within-page="always"
          start-indent="2 * {$character-cell}" provisional-label-separation="0pt"
          provisional-distance-between-starts="{$label-width}pt" xsl:use-attribute-sets="grid">
        <xsl:for-each select="$notes">
          <xsl:variable name="number">
            <xsl:apply-templates select="self::o:annex-note | parent::o:annex" mode="number"/>
          </xsl:variable>
          <fo:list-item y:record="附件说明">
            <!-- The list goes with the text; a very long one gives way to what must stand with the signature. -->
            <xsl:if test="position() > 1">
              <xsl:attribute name="keep-with-previous.within-page">5</xsl:attribute>
            </xsl:if>
            <fo:list-item-label end-indent="label-end()">
              <fo:block wrap-option="no-wrap">
                <xsl:choose>
                  <xsl:when test="position() = 1">附件：</xsl:when>
                  <xsl:otherwise>
                    <xsl:attribute name="start-indent">
                      <xsl:value-of select="concat('5 * ', $character-cell)"/>
                    </xsl:attribute>
                  </xsl:otherwise>
                </xsl:choose>
                <xsl:value-of select="normalize-space($number)"/>
              </fo:block>
            </fo:list-item-label>
            <fo:list-item-body start-indent="body-start()">
              <fo:block text-align="justify"><xsl:apply-templates select="." mode="line"/></fo:block>
            </fo:list-item-body>
          </fo:list-item>
        </xsl:for-each>
      </fo:list-block>
    </xsl:if>
  </xsl:template>

  <!-- ============ Annexes ============ -->

  <!-- Bound in, upright or sideways. -->
  <xsl:template match="o:annex[o:text]" mode="pages">
    <fo:page-sequence master-reference="{concat(substring('text', 1, 4 * not(@orientation = 'landscape')),
                                                substring('sideways', 1, 8 * (@orientation = 'landscape')))}">
      <xsl:call-template name="page-numbers"/>
      <xsl:call-template name="footnote-separator"/>
      <fo:flow flow-name="xsl-region-body">
        <xsl:call-template name="annex-opening"/>
        <xsl:apply-templates select="o:text/*" mode="block"/>
        <xsl:if test="not(@orientation = 'landscape')"><xsl:call-template name="end-of-part"/></xsl:if>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <!-- Row 1 the label, row 3 the title. -->
  <xsl:template name="annex-opening">
    <fo:block keep-with-next.within-page="always">
      <xsl:call-template name="typeface"><xsl:with-param name="of" select="'annex-label'"/></xsl:call-template>
      <xsl:call-template name="annex-label"/>
    </fo:block>
    <fo:block space-before="{$row}" space-after="{$row}" y:record="附件标题" y:text-wrap="title" xsl:use-attribute-sets="title">
      <xsl:call-template name="typeface"><xsl:with-param name="of" select="'annex-title'"/></xsl:call-template>
      <xsl:apply-templates select="o:title" mode="line"/>
    </fo:block>
  </xsl:template>

  <!-- Made from the database when the document is; the program puts its pages here. -->
  <xsl:template match="o:annex[o:publication]" mode="pages">
    <xsl:variable name="label"><xsl:call-template name="annex-label"/></xsl:variable>
    <y:publication name="{o:publication/@name}" annex="{substring-after($label, '附件')}"
        file="{/data/query[@name = 'document']/row/@file}" line="{o:publication/@s:line}">
      <xsl:for-each select="o:publication/o:parameter">
        <y:parameter name="{@name}" value="{@value}"/>
      </xsl:for-each>
    </y:publication>
  </xsl:template>

  <!-- Not bound in: it is only named. -->
  <xsl:template match="o:annex" mode="pages"/>

</xsl:stylesheet>
