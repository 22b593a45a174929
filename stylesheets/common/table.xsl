<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables of official documents: full-ruled, the frame 0.75 pt and the rules inside 0.5 pt, head 黑体,
     body 仿宋, figures aligned on their last digit, the head repeated on every page, the 合计 row never
     alone at the top of a page. Headings and units follow CY/T 170-2019.

     A publication sets the size on its fo:table (attribute sets table-4 and table-5), states its
     columns, and builds rows from the attribute sets below. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="str">

  <xsl:variable name="rule">0.5pt solid black</xsl:variable>
  <xsl:variable name="frame">0.75pt solid black</xsl:variable>

  <xsl:attribute-set name="table">
    <xsl:attribute name="table-layout">fixed</xsl:attribute>
    <xsl:attribute name="width">100%</xsl:attribute>
    <xsl:attribute name="border-collapse">collapse</xsl:attribute>
    <xsl:attribute name="border"><xsl:value-of select="$frame"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- 4号: short tables of a few columns. -->
  <xsl:attribute-set name="table-4" use-attribute-sets="table">
    <xsl:attribute name="font-size"><xsl:value-of select="$size-4"/></xsl:attribute>
    <xsl:attribute name="line-height">20pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- 五号: statistics and name lists of many columns. -->
  <xsl:attribute-set name="table-5" use-attribute-sets="table">
    <xsl:attribute name="font-size"><xsl:value-of select="$size-5"/></xsl:attribute>
    <xsl:attribute name="line-height">13.5pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- Rows stay whole; a row higher than a page is broken all the same. -->
  <xsl:attribute-set name="row">
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <!-- 合计 stands with at least one row before it. -->
  <xsl:attribute-set name="total-row" use-attribute-sets="row">
    <xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <!-- Short text, centred. -->
  <xsl:attribute-set name="cell">
    <xsl:attribute name="border"><xsl:value-of select="$rule"/></xsl:attribute>
    <xsl:attribute name="padding">2pt</xsl:attribute>
    <xsl:attribute name="display-align">center</xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
  </xsl:attribute-set>

  <!-- A line feed in a head begins a new line. -->
  <xsl:attribute-set name="head-cell" use-attribute-sets="cell">
    <xsl:attribute name="font-family"><xsl:value-of select="$hei"/></xsl:attribute>
    <xsl:attribute name="linefeed-treatment">preserve</xsl:attribute>
  </xsl:attribute-set>

  <!-- Text that may take several lines. -->
  <xsl:attribute-set name="text-cell" use-attribute-sets="cell">
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="padding-start">3pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- Figures of one kind: on the right, so that units stand under units. A wide column gives the
       cell a larger padding-end so that the figures stand about the middle. -->
  <xsl:attribute-set name="number-cell" use-attribute-sets="cell">
    <xsl:attribute name="text-align">end</xsl:attribute>
    <xsl:attribute name="padding-end">4pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- CY/T 170-2019: 表1　…, above the table, in its middle; bookmarks lead to `table-1`. -->
  <xsl:template name="table-caption">
    <xsl:param name="number"/>
    <xsl:param name="text"/>
    <xsl:param name="size" select="$size-4"/>
    <fo:block id="table-{$number}" role="Caption" text-align="center" font-family="{$hei}" font-size="{$size}"
        line-height="{$size} + 6pt" space-before="4pt" keep-with-next.within-page="always">
      <xsl:value-of select="concat('表', $number, '　', $text)"/>
    </fo:block>
  </xsl:template>

  <!-- widths: of all columns, in millimetres, a space between. -->
  <xsl:template name="columns">
    <xsl:param name="widths"/>
    <xsl:for-each select="str:tokenize($widths, ' ')"><fo:table-column column-width="{.}mm"/></xsl:for-each>
  </xsl:template>

  <!-- A head of one row. words: of all columns, | between; a / in one begins a new line. -->
  <xsl:template name="heads">
    <xsl:param name="words"/>
    <fo:table-header>
      <fo:table-row xsl:use-attribute-sets="row">
        <xsl:call-template name="head-cells"><xsl:with-param name="words" select="$words"/></xsl:call-template>
      </fo:table-row>
    </fo:table-header>
  </xsl:template>

  <!-- The head cells of one row, each as many rows high and columns wide as is said. -->
  <xsl:template name="head-cells">
    <xsl:param name="words"/>
    <xsl:param name="rows" select="1"/>
    <xsl:param name="columns" select="1"/>
    <xsl:for-each select="str:tokenize($words, '|')">
      <fo:table-cell xsl:use-attribute-sets="head-cell">
        <xsl:if test="$rows > 1">
          <xsl:attribute name="number-rows-spanned"><xsl:value-of select="$rows"/></xsl:attribute>
        </xsl:if>
        <xsl:if test="$columns > 1">
          <xsl:attribute name="number-columns-spanned"><xsl:value-of select="$columns"/></xsl:attribute>
        </xsl:if>
        <fo:block><xsl:value-of select="translate(., '/', '&#10;')"/></fo:block>
      </fo:table-cell>
    </xsl:for-each>
  </xsl:template>

  <!-- The unit of all figures, above the right end of the table. -->
  <xsl:template name="unit-line">
    <xsl:param name="unit"/>
    <fo:block text-align="end" keep-with-next.within-page="always" font-size="{$size-5}"
        line-height="18pt">
      <xsl:text>单位：</xsl:text>
      <xsl:value-of select="$unit"/>
    </fo:block>
  </xsl:template>

  <!-- Notes stand below the table, not wider than it. -->
  <xsl:attribute-set name="note">
    <xsl:attribute name="font-size"><xsl:value-of select="$size-5"/></xsl:attribute>
    <xsl:attribute name="line-height">16pt</xsl:attribute>
    <xsl:attribute name="space-before">4pt</xsl:attribute>
    <xsl:attribute name="text-align">justify</xsl:attribute>
  </xsl:attribute-set>

  <!-- A value that is not there is said to be not there: a cell is never blank, and never 0 for it. -->
  <xsl:template name="value-or-dash">
    <xsl:param name="value"/>
    <xsl:choose>
      <xsl:when test="string($value) != ''"><xsl:value-of select="$value"/></xsl:when>
      <xsl:otherwise>—</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
