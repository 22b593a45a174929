<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages whose table lies sideways, GB/T 9704-2012 §8. Call sideways-masters within the parameter `more` of page-masters
     (page.xsl); the page-sequence master's name is `sideways`. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <!-- §8: the sheet stays upright, and so does its page number; the table is turned so that its head lies at
       the left edge, on odd pages the binding, on even pages the fore-edge. -->
  <xsl:template name="sideways-masters">
    <xsl:call-template name="sideways-master">
      <xsl:with-param name="parity">odd</xsl:with-param>
      <xsl:with-param name="before" select="$row-overhang"/>
      <xsl:with-param name="first">first-</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="sideways-master">
      <xsl:with-param name="parity">even</xsl:with-param>
      <xsl:with-param name="before" select="$row-overhang"/>
      <xsl:with-param name="first">first-</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="sideways-master"><xsl:with-param name="parity">odd</xsl:with-param></xsl:call-template>
    <xsl:call-template name="sideways-master"><xsl:with-param name="parity">even</xsl:with-param></xsl:call-template>
    <fo:page-sequence-master master-name="sideways">
      <fo:repeatable-page-master-alternatives>
        <fo:conditional-page-master-reference master-reference="sideways-first-odd" page-position="first"
            odd-or-even="odd"/>
        <fo:conditional-page-master-reference master-reference="sideways-first-even" page-position="first"
            odd-or-even="even"/>
        <fo:conditional-page-master-reference master-reference="sideways-odd" odd-or-even="odd"/>
        <fo:conditional-page-master-reference master-reference="sideways-even" odd-or-even="even"/>
      </fo:repeatable-page-master-alternatives>
    </fo:page-sequence-master>
  </xsl:template>

  <!-- As with tables upright (page.xsl), only the first page begins with a row of text, whose glyphs touch the
       edge of the type area, here the left one. -->
  <xsl:template name="sideways-master">
    <xsl:param name="parity"/>
    <xsl:param name="first"/>
    <xsl:param name="before" select="'0pt'"/>
    <xsl:call-template name="page-master">
      <xsl:with-param name="name" select="concat('sideways-', $first, $parity)"/>
      <xsl:with-param name="parity" select="$parity"/>
      <xsl:with-param name="above">0pt</xsl:with-param>
      <xsl:with-param name="below">0pt</xsl:with-param>
      <xsl:with-param name="before" select="$before"/>
      <xsl:with-param name="turned" select="true()"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
