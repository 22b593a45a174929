<?xml version="1.0" encoding="UTF-8"?>
<!-- 命令（令）格式, GB/T 9704-2012 §10.2: the mark, the order's number, the text and who signs it. No title, no red
     rule, no recipients above the text.

       mode="order"   o:official-document → its page sequences -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:o="urn:yinfa:official-document"
    xmlns:p="urn:yinfa:profile"
    exclude-result-prefixes="o p">

  <xsl:template match="o:official-document" mode="order">
    <fo:page-sequence master-reference="text">
      <xsl:call-template name="page-numbers"/>
      <xsl:call-template name="footnote-separator"/>
      <fo:flow flow-name="xsl-region-body">
        <xsl:call-template name="corner"/>
        <xsl:call-template name="mark">
          <xsl:with-param name="drop" select="$profile/p:order/@mark-drop"/>
          <xsl:with-param name="room" select="$height-points div 3"/>
        </xsl:call-template>
        <xsl:call-template name="order-number"/>
        <xsl:call-template name="opening"/>
        <xsl:call-template name="end-of-part"/>
      </fo:flow>
    </fo:page-sequence>
    <xsl:call-template name="further-parts"/>
  </xsl:template>

  <!-- Two rows below the mark; two rows below it the text begins. -->
  <xsl:template name="order-number">
    <fo:block text-align="center" keep-with-next.within-page="always" y:record="令号"
        space-before="{$profile/p:rows/@below-mark} * {$row}" space-before.precedence="force"
        space-after="2 * {$row}" xsl:use-attribute-sets="grid">
      <xsl:call-template name="typeface"><xsl:with-param name="of" select="'document-number'"/></xsl:call-template>
      <xsl:call-template name="document-number"/>
      <xsl:text>&#x200B;</xsl:text>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
