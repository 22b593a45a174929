<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of charts whose bars lie one below the other: labels on the left, ticks with their lines and the unit
     below. Labels take at most `limit` characters a line, and as many lines as they need. -->
<xsl:stylesheet version="1.0"
    xmlns="http://www.w3.org/2000/svg"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:variable name="chart-label-gap">4</xsl:variable>  <!-- from a label to its bar -->

  <!-- How wide the column of labels is, with the gap. -->
  <xsl:template name="chart-label-room">
    <xsl:param name="labels"/>
    <xsl:param name="limit"/>
    <xsl:variable name="widest">
      <xsl:call-template name="chart-widest"><xsl:with-param name="of" select="$labels"/></xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$widest > $limit * $chart-size">
        <xsl:value-of select="$limit * $chart-size + $chart-label-gap"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$widest + $chart-label-gap"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How high the tallest label is, at least `least`. -->
  <xsl:template name="chart-label-height">
    <xsl:param name="labels"/>
    <xsl:param name="limit"/>
    <xsl:param name="least"/>
    <xsl:variable name="heights">
      <xsl:for-each select="$labels">
        <xsl:sort data-type="number" order="descending" select="string-length()"/>
        <xsl:if test="position() = 1">
          <xsl:value-of select="ceiling(string-length() div $limit) * $chart-line"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="chart-larger">
      <xsl:with-param name="of" select="number(concat('0', $heights))"/>
      <xsl:with-param name="and" select="$least"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The labels, one a band. -->
  <xsl:template name="chart-labels">
    <xsl:param name="labels"/>
    <xsl:param name="limit"/>
    <xsl:param name="left"/>
    <xsl:param name="top"/>
    <xsl:param name="band"/>
    <xsl:for-each select="$labels">
      <xsl:call-template name="chart-lines-of-text">
        <xsl:with-param name="text" select="."/>
        <xsl:with-param name="x" select="$left - $chart-label-gap"/>
        <xsl:with-param name="y" select="$top + $band * (position() - 0.5)"/>
        <xsl:with-param name="anchor" select="'end'"/>
        <xsl:with-param name="limit" select="$limit"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- How much room stands below the last band: the numbers of the ticks. -->
  <xsl:variable name="chart-tick-room" select="2 + $chart-line"/>

  <!-- The lines of the ticks, their numbers below, a sign after each, and the unit at `unit-end`. -->
  <xsl:template name="chart-grid">
    <xsl:param name="ticks"/>
    <xsl:param name="sign"/>
    <xsl:param name="unit-text"/>
    <xsl:param name="unit-end"/>
    <xsl:param name="left"/>
    <xsl:param name="scale"/>
    <xsl:param name="top"/>
    <xsl:param name="bottom"/>
    <xsl:for-each select="$ticks">
      <xsl:variable name="x" select="$left + . * $scale"/>
      <path d="M{$x} {$top}V{$bottom}" fill="none" stroke="{$chart-grid}" stroke-width="0.5"/>
      <xsl:call-template name="chart-line-of-text">
        <xsl:with-param name="text" select="concat(., $sign)"/>
        <xsl:with-param name="x" select="$x"/>
        <xsl:with-param name="y" select="$bottom + 2 + $chart-line div 2"/>
        <xsl:with-param name="anchor" select="'middle'"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="chart-line-of-text">
      <xsl:with-param name="text" select="$unit-text"/>
      <xsl:with-param name="x" select="$unit-end"/>
      <xsl:with-param name="y" select="$bottom + 2 + $chart-line div 2"/>
      <xsl:with-param name="anchor" select="'end'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Where the bars begin. -->
  <xsl:template name="chart-axis">
    <xsl:param name="left"/>
    <xsl:param name="top"/>
    <xsl:param name="bottom"/>
    <path d="M{$left} {$top}V{$bottom}" fill="none" stroke="#000000" stroke-width="0.75"/>
  </xsl:template>

</xsl:stylesheet>
