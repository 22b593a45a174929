<?xml version="1.0" encoding="UTF-8"?>
<!-- What the report's text and tables are built of.

       paragraph       a block of text on the grid, nothing if there is no text
       figure-title    below a chart
       name-cell, figure, word, change-cell, value-cell, reached-cell -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <!-- Tables and charts break up the pages, so their feet may be uneven: no first line stands alone there. -->
  <xsl:template name="paragraph">
    <xsl:param name="text"/>
    <xsl:if test="$text != ''">
      <fo:block orphans="2" xsl:use-attribute-sets="indented"><xsl:value-of select="$text"/></fo:block>
    </xsl:if>
  </xsl:template>

  <!-- A chart of more cities than a page has room for comes in pieces. -->
  <xsl:variable name="bars-of-chart">45</xsl:variable>

  <xsl:template name="figure-title">
    <xsl:param name="number"/>
    <xsl:param name="text"/>
    <xsl:param name="piece"/>
    <xsl:value-of select="concat('图', $number, '　', $text)"/>
    <xsl:if test="$piece > 1">（续）</xsl:if>
  </xsl:template>

  <!-- 五号 with rows closer than table-5: a table of all cities leaves room for text or a chart beside it, and stays
       whole if a page can hold it. -->
  <xsl:attribute-set name="table-dense" use-attribute-sets="table-5">
    <xsl:attribute name="line-height">12pt</xsl:attribute>
    <xsl:attribute name="keep-together.within-page">5</xsl:attribute>
    <xsl:attribute name="space-after">8pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="dense-cell" use-attribute-sets="cell">
    <xsl:attribute name="padding-before">1pt</xsl:attribute>
    <xsl:attribute name="padding-after">1pt</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="dense-number-cell" use-attribute-sets="number-cell">
    <xsl:attribute name="padding-before">1pt</xsl:attribute>
    <xsl:attribute name="padding-after">1pt</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="dense-text-cell" use-attribute-sets="text-cell">
    <xsl:attribute name="padding-end">1pt</xsl:attribute>
    <xsl:attribute name="padding-before">1pt</xsl:attribute>
    <xsl:attribute name="padding-after">1pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:template name="name-cell">
    <xsl:param name="name"/>
    <fo:table-cell xsl:use-attribute-sets="dense-text-cell">
      <fo:block><xsl:value-of select="$name"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- A figure, or the dash for what is not there. -->
  <xsl:template name="figure">
    <xsl:param name="value"/>
    <fo:table-cell xsl:use-attribute-sets="dense-number-cell">
      <fo:block>
        <xsl:call-template name="value-or-dash"><xsl:with-param name="value" select="$value"/></xsl:call-template>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- A short word, in the middle. -->
  <xsl:template name="word">
    <xsl:param name="word"/>
    <fo:table-cell xsl:use-attribute-sets="dense-cell">
      <fo:block>
        <xsl:call-template name="value-or-dash"><xsl:with-param name="value" select="$word"/></xsl:call-template>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- With + or −; 0 has none. -->
  <xsl:template name="change-cell">
    <fo:table-cell xsl:use-attribute-sets="dense-number-cell">
      <fo:block>
        <xsl:choose>
          <xsl:when test="not(@change)">—</xsl:when>
          <xsl:when test="@change > 0">+<xsl:value-of select="@change"/></xsl:when>
          <xsl:when test="@change = 0"><xsl:value-of select="translate(@change, '-', '')"/></xsl:when>
          <xsl:otherwise>−<xsl:value-of select="translate(@change, '-', '')"/></xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- The value of a city's figure: a number, 不适用, or the dash. -->
  <xsl:template name="value-cell">
    <xsl:choose>
      <xsl:when test="@state = 'not-applicable'">
        <fo:table-cell xsl:use-attribute-sets="dense-cell"><fo:block>不适用</fo:block></fo:table-cell>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="figure"><xsl:with-param name="value" select="@value"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Whether the target is reached. -->
  <xsl:template name="reached-cell">
    <xsl:call-template name="word">
      <xsl:with-param name="word">
        <xsl:choose>
          <xsl:when test="@reached = 1">是</xsl:when>
          <xsl:when test="@reached = 0">否</xsl:when>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
