<?xml version="1.0" encoding="UTF-8"?>
<!-- The general format of GB/T 9704-2012 §7, figures 1–8: head, title, recipients, text, annex notes, signature in one
     page sequence; annexes and forwarded documents in sequences of their own; the colophon at the end of all.

       mode="general"   o:official-document → its page sequences -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:o="urn:yinfa:official-document"
    xmlns:p="urn:yinfa:profile"
    exclude-result-prefixes="o p">

  <xsl:template match="o:official-document" mode="general">
    <xsl:variable name="recipients-below"><xsl:call-template name="recipients-in-colophon"/></xsl:variable>
    <fo:page-sequence master-reference="text">
      <xsl:call-template name="page-numbers"/>
      <xsl:call-template name="footnote-separator"/>
      <fo:flow flow-name="xsl-region-body">
        <xsl:call-template name="head">
          <xsl:with-param name="with-recipients" select="$recipients-below != 'yes'"/>
        </xsl:call-template>
        <xsl:call-template name="opening">
          <xsl:with-param name="above" select="concat($profile/p:rows/@below-red-rule, ' * ', $row)"/>
          <xsl:with-param name="with-recipients" select="$recipients-below != 'yes'"/>
        </xsl:call-template>
        <xsl:call-template name="end-of-part"/>
      </fo:flow>
    </fo:page-sequence>
    <xsl:call-template name="further-parts"/>
  </xsl:template>

</xsl:stylesheet>
