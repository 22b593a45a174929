<?xml version="1.0" encoding="UTF-8"?>
<!-- The sheet of GB/T 9704-2012: A4, type area, grid of rows and characters, page numbers. Every paged
     publication includes this file and calls page-masters and page-numbers. The lengths come from the
     profile (profiles.xml), here as variables named after the standard's terms. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:p="urn:yinfa:profile"
    exclude-result-prefixes="p">

  <xsl:include href="type.xsl"/>

  <!-- 天头, 订口, 版心 (§5.1, §5.2.1); 切口 and 地脚 follow from these. -->
  <xsl:variable name="page-width" select="$profile/p:sheet/@width"/>
  <xsl:variable name="page-height" select="$profile/p:sheet/@height"/>
  <xsl:variable name="head-margin" select="$profile/p:type-area/@head"/>
  <xsl:variable name="binding-margin" select="$profile/p:type-area/@binding"/>
  <xsl:variable name="area-width" select="$profile/p:type-area/@width"/>
  <xsl:variable name="area-height" select="$profile/p:type-area/@height"/>
  <xsl:variable name="fore-edge" select="concat(substring-before($page-width, 'mm')
      - substring-before($binding-margin, 'mm') - substring-before($area-width, 'mm'), 'mm')"/>
  <xsl:variable name="foot-margin" select="concat(substring-before($page-height, 'mm')
      - substring-before($head-margin, 'mm') - substring-before($area-height, 'mm'), 'mm')"/>

  <!-- §5.2.3: rows and characters fill the type area. A row's glyphs stand in the middle of its pitch,
       so the first row's glyphs would begin `row-overhang` below the type area's top edge; the body
       region begins and ends that much further out instead, and the ink of the first and the last row
       touches the edges (撑满版心). -->
  <xsl:variable name="row" select="$profile/p:grid/@pitch"/>
  <xsl:variable name="character-cell" select="$profile/p:grid/@cell"/>
  <xsl:variable name="row-overhang" select="concat(round(500 * (substring-before($row, 'pt')
      - substring-before($text-size, 'pt'))) div 1000, 'pt')"/>

  <!-- §7.5: the top edge of the dash beside the page number lies so far below the type area. The dash
       of 宋体 is inked 0.586 em below the top of its em box, 8.2 pt at 4号. -->
  <xsl:variable name="page-number-drop" select="concat($profile/p:page-number/@drop, ' - 8.2pt')"/>

  <!-- Two kinds of page sequences:
         text    every page on the grid of 22 rows;
         tables  pages that are mostly a ruled table: its frame, unlike text, has no room of its own
                 around it, so it keeps to the type area's edges. Only the first page, which begins
                 with a title, begins as text does.
       Odd and even sheets differ in where the page number stands, and, where the profile says so, in
       the side of the binding margin.
         more    masters of the publication's own -->
  <xsl:template name="page-masters">
    <xsl:param name="more"/>
    <xsl:call-template name="check-profile"/>
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
        <xsl:with-param name="name">text-unnumbered</xsl:with-param>
        <xsl:with-param name="parity">even</xsl:with-param>
        <xsl:with-param name="numbered" select="false()"/>
      </xsl:call-template>
      <xsl:call-template name="page-master">
        <xsl:with-param name="name">tables-first</xsl:with-param>
        <xsl:with-param name="parity">odd</xsl:with-param>
        <xsl:with-param name="below">0pt</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="page-master">
        <xsl:with-param name="name">tables-first-even</xsl:with-param>
        <xsl:with-param name="parity">even</xsl:with-param>
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
      <!-- §7.5: a blank page before that of the colophon has no number, and neither has the latter. -->
      <fo:page-sequence-master master-name="text">
        <fo:repeatable-page-master-alternatives>
          <fo:conditional-page-master-reference master-reference="text-unnumbered" blank-or-not-blank="blank"/>
          <fo:conditional-page-master-reference master-reference="text-unnumbered" y:page-follows="blank"/>
          <fo:conditional-page-master-reference master-reference="text-odd" odd-or-even="odd"/>
          <fo:conditional-page-master-reference master-reference="text-even" odd-or-even="even"/>
        </fo:repeatable-page-master-alternatives>
      </fo:page-sequence-master>
      <fo:page-sequence-master master-name="tables">
        <fo:repeatable-page-master-alternatives>
          <fo:conditional-page-master-reference master-reference="tables-first"
              page-position="first" odd-or-even="odd"/>
          <fo:conditional-page-master-reference master-reference="tables-first-even"
              page-position="first"/>
          <fo:conditional-page-master-reference master-reference="tables-odd" odd-or-even="odd"/>
          <fo:conditional-page-master-reference master-reference="tables-even" odd-or-even="even"/>
        </fo:repeatable-page-master-alternatives>
      </fo:page-sequence-master>
      <xsl:copy-of select="$more"/>
    </fo:layout-master-set>
  </xsl:template>

  <!-- above, below: how far the body reaches out of the type area at its top and bottom; before: at its left.
       turned: its text runs upward, the sheet turned by a quarter (§8). numbered: has a page number. -->
  <xsl:template name="page-master">
    <xsl:param name="name"/>
    <xsl:param name="parity"/>
    <xsl:param name="above" select="$row-overhang"/>
    <xsl:param name="below" select="$row-overhang"/>
    <xsl:param name="before" select="'0pt'"/>
    <xsl:param name="turned" select="false()"/>
    <xsl:param name="numbered" select="true()"/>
    <xsl:variable name="bound-right"
        select="$parity = 'even' and $profile/p:type-area/@mirrored = 'yes'"/>
    <fo:simple-page-master master-name="{$name}" page-width="{$page-width}"
        page-height="{$page-height}" margin-left="{$binding-margin}" margin-right="{$fore-edge}">
      <xsl:if test="$bound-right">
        <xsl:attribute name="margin-left"><xsl:value-of select="$fore-edge"/></xsl:attribute>
        <xsl:attribute name="margin-right"><xsl:value-of select="$binding-margin"/></xsl:attribute>
      </xsl:if>
      <fo:region-body margin-top="{$head-margin} - {$above}"
          margin-bottom="{$foot-margin} - {$below}">
        <xsl:if test="$turned">
          <xsl:attribute name="margin-left"><xsl:value-of select="concat('-', $before)"/></xsl:attribute>
          <xsl:attribute name="reference-orientation">90</xsl:attribute>
        </xsl:if>
      </fo:region-body>
      <xsl:if test="$numbered">
        <fo:region-after region-name="foot-{$parity}" extent="{$foot-margin}"/>
      </xsl:if>
    </fo:simple-page-master>
  </xsl:template>

  <!-- §7.5: a dash on either side; right on odd pages, left on even ones, one character in from the
       edge. To be called first in a page-sequence. -->
  <xsl:template name="page-numbers">
    <fo:static-content flow-name="foot-odd">
      <fo:block text-align="end" end-indent="{$profile/p:page-number/@indent}" xsl:use-attribute-sets="page-number">
        <xsl:call-template name="page-number"/>
      </fo:block>
    </fo:static-content>
    <fo:static-content flow-name="foot-even">
      <fo:block text-align="start" start-indent="{$profile/p:page-number/@indent}" xsl:use-attribute-sets="page-number">
        <xsl:call-template name="page-number"/>
      </fo:block>
    </fo:static-content>
  </xsl:template>

  <xsl:template name="page-number">
    <xsl:text>— </xsl:text>
    <fo:page-number/>
    <xsl:text> —</xsl:text>
  </xsl:template>

  <xsl:variable name="page-number-element" select="$profile/p:element[@name = 'page-number']"/>

  <xsl:attribute-set name="page-number">
    <xsl:attribute name="padding-top"><xsl:value-of select="$page-number-drop"/></xsl:attribute>
    <xsl:attribute name="font-family">
      <xsl:value-of select="$profile/p:family[@name = $page-number-element/@family]/@value"/>
    </xsl:attribute>
    <xsl:attribute name="font-size">
      <xsl:value-of select="$page-number-element/@size"/>
    </xsl:attribute>
    <xsl:attribute name="line-height">
      <xsl:value-of select="$page-number-element/@size"/>
    </xsl:attribute>
  </xsl:attribute-set>

</xsl:stylesheet>
