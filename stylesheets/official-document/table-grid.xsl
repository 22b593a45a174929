<?xml version="1.0" encoding="UTF-8"?>
<!-- In which column each cell of a table stands, where cells above it may reach down over several
     rows. For outputs that have no table model of their own to ask.

     Apply mode="grid" to all header rows of a table, then to all its rows. The caller has templates that receive
       mode="grid-row"      a row, with `covered`: calls `grid-cells` with it, within what a row becomes
       mode="grid-cell"     a cell, with its `column`, from 1
       mode="grid-covered"  a row, for a column into which a cell from above reaches

     `covered` says of each column, from the left, for how many rows more a cell from above stands
     there: "1 0 2 ". Columns after the last number are free. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:yinfa:official-document"
    xmlns:exsl="http://exslt.org/common"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="o exsl str">

  <!-- Rows into which a cell from above reaches, by table, kind and place: found once, for a long table must
       not look back from every row. -->
  <xsl:key name="reached" match="reached" use="@row"/>
  <xsl:variable name="reached-rows">
    <xsl:for-each select="//o:table">
      <xsl:for-each select="o:header"><xsl:call-template name="rows-reached"/></xsl:for-each>
      <xsl:for-each select="o:row"><xsl:call-template name="rows-reached"/></xsl:for-each>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="reached-tree" select="exsl:node-set($reached-rows)"/>

  <xsl:template name="rows-reached">
    <xsl:variable name="row" select="position()"/>
    <xsl:for-each select="o:cell[@rows > 1]">
      <xsl:call-template name="rows-reached-by">
        <xsl:with-param name="row" select="$row + 1"/>
        <xsl:with-param name="last" select="$row + @rows - 1"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- A cell spans 99 rows at most. -->
  <xsl:template name="rows-reached-by">
    <xsl:param name="row"/>
    <xsl:param name="last"/>
    <reached row="{generate-id(../..)} {local-name(..)} {$row}"/>
    <xsl:if test="$row &lt; $last">
      <xsl:call-template name="rows-reached-by">
        <xsl:with-param name="row" select="$row + 1"/>
        <xsl:with-param name="last" select="$last"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Rows into which nothing reaches begin afresh; from each of them those are walked into which something
       does. Nothing reaches out of the head. -->
  <xsl:template match="o:header | o:row" mode="grid">
    <xsl:variable name="row" select="concat(generate-id(..), ' ', local-name(), ' ', position())"/>
    <xsl:variable name="reached">
      <xsl:for-each select="$reached-tree"><xsl:value-of select="boolean(key('reached', $row))"/></xsl:for-each>
    </xsl:variable>
    <xsl:if test="$reached = 'false'"><xsl:call-template name="grid-rows"/></xsl:if>
  </xsl:template>

  <xsl:template name="grid-rows">
    <xsl:param name="covered"/>
    <xsl:apply-templates select="." mode="grid-row">
      <xsl:with-param name="covered" select="$covered"/>
    </xsl:apply-templates>
    <xsl:variable name="still-covered">
      <xsl:call-template name="covered-below">
        <xsl:with-param name="covered" select="$covered"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="translate($still-covered, '0 ', '') != ''">
      <xsl:variable name="kind" select="local-name()"/>
      <xsl:for-each select="following-sibling::*[1]">
        <xsl:if test="local-name() = $kind">
          <xsl:call-template name="grid-rows">
            <xsl:with-param name="covered" select="string($still-covered)"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- The cells of a row, a column at a time. -->
  <xsl:template name="grid-cells">
    <xsl:param name="covered"/>
    <xsl:param name="cell" select="o:cell[1]"/>
    <xsl:param name="column" select="1"/>
    <xsl:choose>
      <xsl:when test="substring-before($covered, ' ') > 0">
        <xsl:apply-templates select="." mode="grid-covered">
          <xsl:with-param name="column" select="$column"/>
        </xsl:apply-templates>
        <xsl:call-template name="grid-cells">
          <xsl:with-param name="covered" select="substring-after($covered, ' ')"/>
          <xsl:with-param name="cell" select="$cell"/>
          <xsl:with-param name="column" select="$column + 1"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$cell">
        <xsl:variable name="columns"><xsl:apply-templates select="$cell" mode="columns"/></xsl:variable>
        <xsl:apply-templates select="$cell" mode="grid-cell">
          <xsl:with-param name="column" select="$column"/>
        </xsl:apply-templates>
        <xsl:call-template name="grid-cells">
          <xsl:with-param name="covered">
            <xsl:call-template name="without-columns">
              <xsl:with-param name="covered" select="$covered"/>
              <xsl:with-param name="columns" select="$columns"/>
            </xsl:call-template>
          </xsl:with-param>
          <xsl:with-param name="cell" select="$cell/following-sibling::o:cell[1]"/>
          <xsl:with-param name="column" select="$column + $columns"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- `covered` for the row below this one. -->
  <xsl:template name="covered-below">
    <xsl:param name="covered"/>
    <xsl:param name="cell" select="o:cell[1]"/>
    <xsl:variable name="first" select="substring-before($covered, ' ')"/>
    <xsl:choose>
      <xsl:when test="$first > 0">
        <xsl:value-of select="concat($first - 1, ' ')"/>
        <xsl:call-template name="covered-below">
          <xsl:with-param name="covered" select="substring-after($covered, ' ')"/>
          <xsl:with-param name="cell" select="$cell"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$cell">
        <xsl:variable name="columns"><xsl:apply-templates select="$cell" mode="columns"/></xsl:variable>
        <xsl:variable name="rows"><xsl:apply-templates select="$cell" mode="rows"/></xsl:variable>
        <xsl:variable name="below" select="concat($rows - 1, ' ')"/>
        <xsl:value-of select="str:padding($columns * string-length($below), $below)"/>
        <xsl:call-template name="covered-below">
          <xsl:with-param name="covered">
            <xsl:call-template name="without-columns">
              <xsl:with-param name="covered" select="$covered"/>
              <xsl:with-param name="columns" select="$columns"/>
            </xsl:call-template>
          </xsl:with-param>
          <xsl:with-param name="cell" select="$cell/following-sibling::o:cell[1]"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$covered != ''">
        <xsl:text>0 </xsl:text>
        <xsl:call-template name="covered-below">
          <xsl:with-param name="covered" select="substring-after($covered, ' ')"/>
          <xsl:with-param name="cell" select="$cell"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="without-columns">
    <xsl:param name="covered"/>
    <xsl:param name="columns"/>
    <xsl:for-each select="str:tokenize($covered, ' ')[position() > $columns]">
      <xsl:value-of select="concat(., ' ')"/>
    </xsl:for-each>
  </xsl:template>

  <!-- How many a cell takes: one where it does not say. -->
  <xsl:template match="o:cell" mode="columns">1</xsl:template>
  <xsl:template match="o:cell[@columns]" mode="columns"><xsl:value-of select="@columns"/></xsl:template>
  <xsl:template match="o:cell" mode="rows">1</xsl:template>
  <xsl:template match="o:cell[@rows]" mode="rows"><xsl:value-of select="@rows"/></xsl:template>

</xsl:stylesheet>
