<?xml version="1.0" encoding="UTF-8"?>
<!-- The sheet of GB/T 9704-2012: A4, type area, grid of rows and characters, page numbers. Every paged
     publication includes this file and calls page-masters and page-numbers. Lengths that belong to
     the standard stand here once, as variables named after its terms. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:include href="type.xsl"/>

  <!-- §5.1: A4. §5.2.1: 天头 37, 订口 28, 版心 156 × 225; 切口 26 and 地脚 35 follow from these. -->
  <xsl:variable name="page-width">210mm</xsl:variable>
  <xsl:variable name="page-height">297mm</xsl:variable>
  <xsl:variable name="head-margin">37mm</xsl:variable>
  <xsl:variable name="binding-margin">28mm</xsl:variable>
  <xsl:variable name="fore-edge">26mm</xsl:variable>
  <xsl:variable name="foot-margin">35mm</xsl:variable>

  <!-- §5.2.3: 22 rows of 28 characters fill the type area. Row pitch = (225 mm − one 3号 glyph) / 21,
       character cell = 156 mm / 28. A row's glyphs stand in the middle of its pitch, so the first
       row's glyphs would begin `row-overhang` = (29.609 − 16) / 2 below the type area's top edge; the
       body region begins and ends that much further out instead, and the ink of row 1 and row 22
       touches the edges (撑满版心). -->
  <xsl:variable name="row">29.609pt</xsl:variable>
  <xsl:variable name="character-cell">15.793pt</xsl:variable>
  <xsl:variable name="row-overhang">6.805pt</xsl:variable>

  <!-- §7.5: the top edge of the dash beside the page number lies 7 mm below the type area. The dash
       of 宋体 is inked 0.586 em below the top of its em box, 8.2 pt at 4号. -->
  <xsl:variable name="page-number-drop">7mm - 8.2pt</xsl:variable>

  <!-- Two kinds of page sequences:
         text    every page on the grid of 22 rows;
         tables  pages that are mostly a ruled table: its frame, unlike text, has no room of its own
                 around it, so it keeps to the type area's edges. Only the first page, which begins
                 with a title, begins as text does.
       Odd and even sheets differ only in where the page number stands. The binding margin stays on
       the left of both: the standard states one margin. -->
  <xsl:template name="page-masters">
    <fo:layout-master-set>
      <xsl:call-template name="page-master">
        <xsl:with-param name="name">text-odd</xsl:with-param>
        <xsl:with-param name="parity">odd</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="page-master">
        <xsl:with-param name="name">text-even</xsl:with-param>
        <xsl:with-param name="parity">even</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="page-master">
        <xsl:with-param name="name">tables-first</xsl:with-param>
        <xsl:with-param name="parity">odd</xsl:with-param>
        <xsl:with-param name="below">0pt</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="page-master">
        <xsl:with-param name="name">tables-odd</xsl:with-param>
        <xsl:with-param name="parity">odd</xsl:with-param>
        <xsl:with-param name="above">0pt</xsl:with-param>
        <xsl:with-param name="below">0pt</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="page-master">
        <xsl:with-param name="name">tables-even</xsl:with-param>
        <xsl:with-param name="parity">even</xsl:with-param>
        <xsl:with-param name="above">0pt</xsl:with-param>
        <xsl:with-param name="below">0pt</xsl:with-param>
      </xsl:call-template>
      <fo:page-sequence-master master-name="text">
        <fo:repeatable-page-master-alternatives>
          <fo:conditional-page-master-reference master-reference="text-odd" odd-or-even="odd"/>
          <fo:conditional-page-master-reference master-reference="text-even" odd-or-even="even"/>
        </fo:repeatable-page-master-alternatives>
      </fo:page-sequence-master>
      <fo:page-sequence-master master-name="tables">
        <fo:repeatable-page-master-alternatives>
          <fo:conditional-page-master-reference master-reference="tables-first"
              page-position="first"/>
          <fo:conditional-page-master-reference master-reference="tables-odd" odd-or-even="odd"/>
          <fo:conditional-page-master-reference master-reference="tables-even" odd-or-even="even"/>
        </fo:repeatable-page-master-alternatives>
      </fo:page-sequence-master>
    </fo:layout-master-set>
  </xsl:template>

  <!-- above, below: how far the body reaches out of the type area. -->
  <xsl:template name="page-master">
    <xsl:param name="name"/>
    <xsl:param name="parity"/>
    <xsl:param name="above" select="$row-overhang"/>
    <xsl:param name="below" select="$row-overhang"/>
    <fo:simple-page-master master-name="{$name}" page-width="{$page-width}"
        page-height="{$page-height}" margin-left="{$binding-margin}" margin-right="{$fore-edge}">
      <fo:region-body margin-top="{$head-margin} - {$above}"
          margin-bottom="{$foot-margin} - {$below}"/>
      <fo:region-after region-name="foot-{$parity}" extent="{$foot-margin}"/>
    </fo:simple-page-master>
  </xsl:template>

  <!-- §7.5: 4号 half-width 宋体, a dash on either side; right on odd pages, left on even ones, one
       4号 character in from the edge. To be called first in a page-sequence. -->
  <xsl:template name="page-numbers">
    <fo:static-content flow-name="foot-odd">
      <fo:block text-align="end" end-indent="{$size-4}" xsl:use-attribute-sets="page-number">
        <xsl:call-template name="page-number"/>
      </fo:block>
    </fo:static-content>
    <fo:static-content flow-name="foot-even">
      <fo:block text-align="start" start-indent="{$size-4}" xsl:use-attribute-sets="page-number">
        <xsl:call-template name="page-number"/>
      </fo:block>
    </fo:static-content>
  </xsl:template>

  <xsl:template name="page-number">
    <xsl:text>— </xsl:text>
    <fo:page-number/>
    <xsl:text> —</xsl:text>
  </xsl:template>

  <xsl:attribute-set name="page-number">
    <xsl:attribute name="padding-top"><xsl:value-of select="$page-number-drop"/></xsl:attribute>
    <xsl:attribute name="font-family"><xsl:value-of select="$half-width-song"/></xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="$size-4"/></xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="$size-4"/></xsl:attribute>
  </xsl:attribute-set>

</xsl:stylesheet>
