<?xml version="1.0" encoding="UTF-8"?>
<!-- Bars lying down, one below the other: label, bar, the value at its end. With previous-name every datum has
     a second bar for its `previous` (and `previous_state`, why there is none), the year before; a legend then says
     which is which. A dashed line stands where the target is; another may divide the data, e.g. the classes of points
     above and below a pass mark. -->
<xsl:stylesheet version="1.0"
    xmlns="http://www.w3.org/2000/svg"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:math="http://exslt.org/math"
    exclude-result-prefixes="exsl math">

  <xsl:variable name="chart-bar">8</xsl:variable>        <!-- how thick a bar is -->
  <xsl:variable name="chart-bar-pitch">10</xsl:variable> <!-- from bar to bar of one datum: its value has room -->
  <xsl:variable name="chart-bar-gap">5</xsl:variable>    <!-- more between those of two data; a chart may have its own -->

  <xsl:template name="chart-bars">
    <xsl:param name="data"/>
    <xsl:param name="title"/>
    <xsl:param name="unit"/>
    <xsl:param name="target"/>
    <xsl:param name="target-name" select="'目标值'"/>
    <xsl:param name="maximum"/>
    <xsl:param name="value-name"/>
    <xsl:param name="previous-name"/>
    <xsl:param name="gap" select="$chart-bar-gap"/>
    <xsl:param name="division"/>       <!-- how many data stand above it; 8.5: it runs through the ninth -->
    <xsl:param name="division-name"/>
    <xsl:param name="width" select="$chart-width"/>
    <xsl:variable name="values" select="$data/@value | $data/@previous[string($previous-name)]"/>
    <xsl:variable name="ticks-found">
      <xsl:call-template name="chart-ticks">
        <xsl:with-param name="values" select="$values"/>
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="unit" select="$unit"/>
        <xsl:with-param name="target" select="$target"/>
        <xsl:with-param name="maximum" select="$maximum"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="ticks" select="exsl:node-set($ticks-found)/tick"/>

    <!-- Across: labels, on not more than a third of the width; the plot; behind it room for a value or the unit. -->
    <xsl:variable name="left">
      <xsl:call-template name="chart-label-room">
        <xsl:with-param name="labels" select="$data/@label"/>
        <xsl:with-param name="most" select="$width div 3"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="unit-text">
      <xsl:if test="string($unit)"><xsl:value-of select="concat('（', $unit, '）')"/></xsl:if>
    </xsl:variable>
    <xsl:variable name="ends">
      <room>
        <xsl:call-template name="chart-text-width">
          <xsl:with-param name="text" select="concat($unit-text, $ticks[last()])"/>
        </xsl:call-template>
      </room>
      <room>
        <xsl:call-template name="chart-widest"><xsl:with-param name="of" select="$values"/></xsl:call-template>
      </room>
    </xsl:variable>
    <xsl:variable name="division-room">
      <xsl:choose>
        <xsl:when test="string($division)">
          <xsl:call-template name="chart-text-width"><xsl:with-param name="text" select="$division-name"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise>0</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="right" select="math:max(exsl:node-set($ends)/*) + $chart-label-gap + 1 + $division-room"/>
    <xsl:variable name="scale" select="($width - $left - $right) div $ticks[last()]"/>

    <!-- Down: legend, target, a band a datum, ticks. -->
    <xsl:variable name="bars" select="1 + boolean(string($previous-name))"/>
    <xsl:variable name="band-room">
      <xsl:call-template name="chart-label-height">
        <xsl:with-param name="labels" select="$data/@label"/>
        <xsl:with-param name="width" select="$left - $chart-label-gap"/>
        <xsl:with-param name="least" select="$bars * $chart-bar-pitch"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="band" select="$band-room + $gap"/>
    <xsl:variable name="top" select="($chart-line + 4) * ($bars - 1) + ($chart-line + 2) * boolean(string($target))"/>
    <xsl:variable name="bottom" select="$top + $band * count($data)"/>

    <xsl:call-template name="chart-figure">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="width" select="$width"/>
      <xsl:with-param name="height" select="$bottom + $chart-tick-room"/>
      <xsl:with-param name="alternate">
        <xsl:call-template name="chart-alternate">
          <xsl:with-param name="data" select="$data"/>
          <xsl:with-param name="title" select="$title"/>
          <xsl:with-param name="unit" select="$unit"/>
          <xsl:with-param name="target" select="$target"/>
          <xsl:with-param name="target-name" select="$target-name"/>
          <xsl:with-param name="division-name" select="$division-name"/>
          <xsl:with-param name="value-name" select="$value-name"/>
          <xsl:with-param name="previous-name" select="$previous-name"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="drawing">
        <xsl:call-template name="chart-grid">
          <xsl:with-param name="ticks" select="$ticks"/>
          <xsl:with-param name="unit-text" select="$unit-text"/>
          <xsl:with-param name="unit-end" select="$width"/>
          <xsl:with-param name="left" select="$left"/>
          <xsl:with-param name="scale" select="$scale"/>
          <xsl:with-param name="top" select="$top"/>
          <xsl:with-param name="bottom" select="$bottom"/>
        </xsl:call-template>
        <xsl:call-template name="chart-labels">
          <xsl:with-param name="labels" select="$data/@label"/>
          <xsl:with-param name="left" select="$left"/>
          <xsl:with-param name="top" select="$top"/>
          <xsl:with-param name="band" select="$band"/>
        </xsl:call-template>
        <xsl:for-each select="$data">
          <xsl:variable name="middle" select="$top + $band * (position() - 0.5)"/>
          <xsl:call-template name="chart-bar">
            <xsl:with-param name="value" select="@value"/>
            <xsl:with-param name="left" select="$left"/>
            <xsl:with-param name="middle" select="$middle - ($bars - 1) * $chart-bar-pitch div 2"/>
            <xsl:with-param name="scale" select="$scale"/>
          </xsl:call-template>
          <xsl:if test="$bars = 2">
            <xsl:call-template name="chart-bar">
              <xsl:with-param name="value" select="@previous"/>
              <xsl:with-param name="series" select="2"/>
              <xsl:with-param name="left" select="$left"/>
              <xsl:with-param name="middle" select="$middle + $chart-bar-pitch div 2"/>
              <xsl:with-param name="scale" select="$scale"/>
            </xsl:call-template>
          </xsl:if>
        </xsl:for-each>
        <!-- Over the bars, under the values. -->
        <xsl:if test="string($target)">
          <xsl:call-template name="chart-target">
            <xsl:with-param name="text" select="concat($target-name, $target, $unit)"/>
            <xsl:with-param name="x" select="$left + $target * $scale"/>
            <xsl:with-param name="top" select="$top"/>
            <xsl:with-param name="bottom" select="$bottom"/>
            <xsl:with-param name="width" select="$width"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="string($division)">
          <xsl:call-template name="chart-division">
            <xsl:with-param name="text" select="$division-name"/>
            <xsl:with-param name="y" select="$top + $band * $division"/>
            <xsl:with-param name="left" select="$left"/>
            <xsl:with-param name="right" select="$width - $division-room - 2"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:for-each select="$data">
          <xsl:variable name="middle" select="$top + $band * (position() - 0.5)"/>
          <xsl:call-template name="chart-bar-value">
            <xsl:with-param name="value" select="@value"/>
            <xsl:with-param name="state" select="@state"/>
            <xsl:with-param name="left" select="$left"/>
            <xsl:with-param name="middle" select="$middle - ($bars - 1) * $chart-bar-pitch div 2"/>
            <xsl:with-param name="scale" select="$scale"/>
          </xsl:call-template>
          <xsl:if test="$bars = 2">
            <xsl:call-template name="chart-bar-value">
              <xsl:with-param name="value" select="@previous"/>
              <xsl:with-param name="state" select="@previous_state"/>
              <xsl:with-param name="left" select="$left"/>
              <xsl:with-param name="middle" select="$middle + $chart-bar-pitch div 2"/>
              <xsl:with-param name="scale" select="$scale"/>
            </xsl:call-template>
          </xsl:if>
        </xsl:for-each>
        <xsl:call-template name="chart-axis">
          <xsl:with-param name="left" select="$left"/>
          <xsl:with-param name="top" select="$top"/>
          <xsl:with-param name="bottom" select="$bottom"/>
        </xsl:call-template>
        <xsl:if test="$bars = 2">
          <xsl:call-template name="chart-legend">
            <xsl:with-param name="names" select="concat($value-name, '|', $previous-name)"/>
            <xsl:with-param name="x" select="$left"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- One bar, if there is a value. -->
  <xsl:template name="chart-bar">
    <xsl:param name="value"/>
    <xsl:param name="series" select="1"/>
    <xsl:param name="left"/>
    <xsl:param name="middle"/>
    <xsl:param name="scale"/>
    <xsl:call-template name="chart-fill">
      <xsl:with-param name="series" select="$series"/>
      <xsl:with-param name="x" select="$left"/>
      <xsl:with-param name="y" select="$middle - $chart-bar div 2"/>
      <xsl:with-param name="width" select="sum($value[. != '']) * $scale"/>
      <xsl:with-param name="height" select="$chart-bar"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The value at the bar's end, or why there is none. -->
  <xsl:template name="chart-bar-value">
    <xsl:param name="value"/>
    <xsl:param name="state"/>
    <xsl:param name="left"/>
    <xsl:param name="middle"/>
    <xsl:param name="scale"/>
    <xsl:call-template name="chart-line-of-text">
      <xsl:with-param name="text">
        <xsl:call-template name="chart-value">
          <xsl:with-param name="value" select="$value"/>
          <xsl:with-param name="state" select="$state"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="x" select="$left + sum($value[. != '']) * $scale + $chart-label-gap"/>
      <xsl:with-param name="y" select="$middle"/>
      <xsl:with-param name="plate" select="true()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The dashed line of the target; its words above it, inside the drawing. -->
  <xsl:template name="chart-target">
    <xsl:param name="text"/>
    <xsl:param name="x"/>
    <xsl:param name="top"/>
    <xsl:param name="bottom"/>
    <xsl:param name="width"/>
    <xsl:variable name="text-width">
      <xsl:call-template name="chart-text-width"><xsl:with-param name="text" select="$text"/></xsl:call-template>
    </xsl:variable>
    <xsl:call-template name="chart-dashes"><xsl:with-param name="way" select="concat('M', $x, ' ', $top, 'V', $bottom)"/></xsl:call-template>
    <xsl:call-template name="chart-line-of-text">
      <xsl:with-param name="text" select="$text"/>
      <xsl:with-param name="x">
        <xsl:choose>
          <xsl:when test="$x + $text-width div 2 > $width">
            <xsl:value-of select="$width - $text-width div 2"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="$x"/></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="y" select="$top - 1 - $chart-line div 2"/>
      <xsl:with-param name="anchor" select="'middle'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The dashed line between data, its words behind its end, in room of their own. -->
  <xsl:template name="chart-division">
    <xsl:param name="text"/>
    <xsl:param name="y"/>
    <xsl:param name="left"/>
    <xsl:param name="right"/>
    <xsl:call-template name="chart-dashes"><xsl:with-param name="way" select="concat('M', $left, ' ', $y, 'H', $right)"/></xsl:call-template>
    <xsl:call-template name="chart-line-of-text">
      <xsl:with-param name="text" select="$text"/>
      <xsl:with-param name="x" select="$right + 2"/>
      <xsl:with-param name="y" select="$y"/>
    </xsl:call-template>
  </xsl:template>

  <!-- White between its dashes, so that it is seen on dark bars. -->
  <xsl:template name="chart-dashes">
    <xsl:param name="way"/>
    <g fill="none" stroke-width="1">
      <path d="{$way}" stroke="#ffffff"/>
      <path d="{$way}" stroke="#000000" stroke-dasharray="{$chart-target-dashes}"/>
    </g>
  </xsl:template>

</xsl:stylesheet>
