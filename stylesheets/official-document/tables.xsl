<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables that the writer gives cell by cell, in text or as annexes: title, unit, repeated head with 续表 above
     it on every page but the first, notes. The look is that of common/table.xsl. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:o="urn:yinfa:official-document"
    exclude-result-prefixes="o">

  <!-- Narrow tables at 4号, those of eight columns and more at 五号. -->
  <xsl:template match="o:table" mode="block">
    <xsl:variable name="columns" select="count(o:column)"/>
    <fo:block space-before="4pt" space-after="4pt" text-indent="0pt">
      <xsl:apply-templates select="o:caption" mode="block"/>
      <xsl:choose>
        <xsl:when test="$columns > 7">
          <fo:table xsl:use-attribute-sets="table-5"><xsl:call-template name="table-parts"/></fo:table>
        </xsl:when>
        <xsl:otherwise>
          <fo:table xsl:use-attribute-sets="table-4"><xsl:call-template name="table-parts"/></fo:table>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="o:table-note">
        <fo:block keep-with-previous.within-page="5" xsl:use-attribute-sets="note" space-before="0pt">
          <!-- The first and the last keep off the edges of the type area, as rows of the table do. -->
          <xsl:if test="position() = 1">
            <xsl:attribute name="padding-before">
              <xsl:value-of select="concat($row-overhang, ' - 2pt')"/>
            </xsl:attribute>
          </xsl:if>
          <xsl:if test="position() = last()">
            <xsl:attribute name="padding-after"><xsl:value-of select="$row-overhang"/></xsl:attribute>
          </xsl:if>
          <xsl:apply-templates select="." mode="words"/>
        </fo:block>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <xsl:template match="o:table/o:caption" mode="block">
    <fo:block text-align="center" font-family="{$hei}" font-size="{$size-4}" line-height="26pt"
        keep-with-next.within-page="always" role="Caption">
      <xsl:apply-templates select="." mode="line"/>
    </fo:block>
  </xsl:template>

  <!-- The head begins with a row without rules for the unit of all figures and, on pages after the first,
       for 续表; both at the right. A short table with neither unit nor title goes without that row. The foot of
       every piece is a strip as high as the body region reaches below the type area, so that the frame ends at
       the type area's edge; a table laid sideways has it already. -->
  <xsl:template name="table-parts">
    <xsl:variable name="columns" select="count(o:column)"/>
    <xsl:attribute name="border">none</xsl:attribute>
    <xsl:apply-templates select="o:column" mode="table"/>
    <xsl:if test="o:header or o:unit or o:caption or o:row[13]">
      <fo:table-header>
      <xsl:if test="o:unit or o:caption or o:row[13]">
        <fo:table-row>
          <fo:table-cell number-columns-spanned="{$columns}" border="none">
            <fo:block text-align="end" font-size="{$size-5}" line-height="{$size-5} + 2 * {$row-overhang}">
              <fo:retrieve-table-marker retrieve-class-name="continued"
                  retrieve-position-within-table="first-starting" retrieve-boundary-within-table="table"/>
              <xsl:apply-templates select="o:unit" mode="words"/>
            </fo:block>
          </fo:table-cell>
        </fo:table-row>
      </xsl:if>
      <xsl:apply-templates select="o:header" mode="table"/>
      </fo:table-header>
    </xsl:if>
    <xsl:if test="not(ancestor::o:annex/@orientation = 'landscape')">
      <fo:table-footer>
        <fo:table-row height="{$row-overhang}">
          <fo:table-cell number-columns-spanned="{$columns}" border="none">
            <fo:block font-size="1pt" line-height="1pt"/>
          </fo:table-cell>
        </fo:table-row>
      </fo:table-footer>
    </xsl:if>
    <fo:table-body border="{$frame}">
      <xsl:if test="o:header"><xsl:attribute name="border-before">none</xsl:attribute></xsl:if>
      <xsl:apply-templates select="o:row" mode="table"/>
    </fo:table-body>
  </xsl:template>

  <!-- "32": millimetres; "2*": parts of what is left. -->
  <xsl:template match="o:column" mode="table">
    <fo:table-column text-align="{concat(@align, substring('center', 1, 6 * not(@align)))}">
      <xsl:attribute name="column-width">
        <xsl:choose>
          <xsl:when test="not(@width) or @width = '*'">proportional-column-width(1)</xsl:when>
          <xsl:when test="contains(@width, '*')">
            <xsl:value-of select="concat('proportional-column-width(', substring-before(@width, '*'), ')')"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="concat(@width, 'mm')"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </fo:table-column>
  </xsl:template>

  <xsl:template match="o:header" mode="table">
    <fo:table-row border-start="{$frame}" border-end="{$frame}" xsl:use-attribute-sets="row">
      <xsl:if test="not(preceding-sibling::o:header)">
        <xsl:attribute name="border-before"><xsl:value-of select="$frame"/></xsl:attribute>
      </xsl:if>
      <xsl:for-each select="o:cell">
        <fo:table-cell xsl:use-attribute-sets="head-cell"><xsl:call-template name="cell"/></fo:table-cell>
      </xsl:for-each>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="o:row" mode="table">
    <fo:table-row xsl:use-attribute-sets="record row">
      <xsl:if test="o:cell[contains('|合计|总分|', concat('|', translate(normalize-space(), ' 　', ''), '|'))] and position() > 1">
        <xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="o:cell" mode="table"/>
    </fo:table-row>
  </xsl:template>

  <!-- Aligned as its column says; figures and text keep off the rule. -->
  <xsl:template match="o:cell" mode="table">
    <fo:table-cell text-align="from-table-column()" padding-start="3pt" padding-end="3pt"
        xsl:use-attribute-sets="cell">
      <xsl:call-template name="cell"/>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="cell">
    <xsl:if test="@columns > 1">
      <xsl:attribute name="number-columns-spanned"><xsl:value-of select="@columns"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="@rows > 1">
      <xsl:attribute name="number-rows-spanned"><xsl:value-of select="@rows"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="parent::o:row and not(preceding-sibling::o:cell)">
      <fo:marker marker-class-name="continued">
        <xsl:if test="parent::o:row/preceding-sibling::o:row">
          <xsl:text>续表</xsl:text>
          <xsl:if test="ancestor::o:table/o:unit"><xsl:text>　</xsl:text></xsl:if>
        </xsl:if>
      </fo:marker>
    </xsl:if>
    <fo:block><xsl:apply-templates mode="inline"/></fo:block>
  </xsl:template>

</xsl:stylesheet>
