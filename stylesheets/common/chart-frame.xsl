<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of charts whose bars lie one below the other: labels on the left, ticks with their lines and the unit
     below. -->
<xsl:stylesheet version="1.0"
    xmlns="http://www.w3.org/2000/svg"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:math="http://exslt.org/math"
    exclude-result-prefixes="exsl math">

  <xsl:variable name="chart-label-gap">4</xsl:variable>  <!-- from a label to its bar -->

  <!-- How wide the column of labels is, with the gap; labels wider than `most` take several lines. -->
  <xsl:template name="chart-label-room">
    <xsl:param name="labels"/>
    <xsl:param name="most"/>
    <xsl:variable name="widest">
      <xsl:call-template name="chart-widest"><xsl:with-param name="of" select="$labels"/></xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$widest > $most"><xsl:value-of select="$most + $chart-label-gap"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$widest + $chart-label-gap"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How high the tallest label is at that width, at least `least`. -->
  <xsl:template name="chart-label-height">
    <xsl:param name="labels"/>
    <xsl:param name="width"/>
    <xsl:param name="least"/>
    <xsl:variable name="heights">
      <height><xsl:value-of select="$least"/></height>
      <xsl:for-each select="$labels">
        <height>
          <xsl:call-template name="chart-text-height">
            <xsl:with-param name="text" select="."/>
            <xsl:with-param name="width" select="$width"/>
          </xsl:call-template>
        </height>
      </xsl:for-each>
    </xsl:variable>
    <xsl:value-of select="math:max(exsl:node-set($heights)/*)"/>
  </xsl:template>

  <!-- The labels, one a band. -->
  <xsl:template name="chart-labels">
    <xsl:param name="labels"/>
    <xsl:param name="left"/>
    <xsl:param name="top"/>
    <xsl:param name="band"/>
    <xsl:for-each select="$labels">
      <xsl:call-template name="chart-lines-of-text">
        <xsl:with-param name="text" select="."/>
        <xsl:with-param name="x" select="$left - $chart-label-gap"/>
        <xsl:with-param name="y" select="$top + $band * (position() - 0.5)"/>
        <xsl:with-param name="anchor" select="'end'"/>
        <xsl:with-param name="width" select="$left - $chart-label-gap"/>
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
