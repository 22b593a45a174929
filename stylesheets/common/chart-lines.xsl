<?xml version="1.0" encoding="UTF-8"?>
<!-- Lines over periods: a line a series, each with its own dash and mark. The numbers stand in a table whose columns
     are the periods themselves, below their points, so that they cannot run into each other however near the lines
     are; the table's first column is the legend.

     A datum is one point: label (its period), series, value, state. The order of both is that in which they come. A
     line does not pass over a period without a value. -->
<xsl:stylesheet version="1.0"
    xmlns="http://www.w3.org/2000/svg"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:set="http://exslt.org/sets"
    exclude-result-prefixes="exsl set">

  <xsl:template name="chart-lines">
    <xsl:param name="data"/>
    <xsl:param name="title"/>
    <xsl:param name="unit"/>
    <xsl:param name="target"/>
    <xsl:param name="target-name" select="'目标值'"/>
    <xsl:param name="maximum"/>
    <xsl:param name="width" select="$chart-width"/>
    <xsl:param name="height" select="140"/>  <!-- of the plot -->
    <xsl:variable name="periods" select="set:distinct($data/@label)"/>
    <xsl:variable name="series" select="set:distinct($data/@series)"/>
    <xsl:call-template name="chart-check-series">
      <xsl:with-param name="series" select="$series"/>
      <xsl:with-param name="title" select="$title"/>
    </xsl:call-template>
    <xsl:variable name="ticks-found">
      <xsl:call-template name="chart-ticks">
        <xsl:with-param name="values" select="$data/@value"/>
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="unit" select="$unit"/>
        <xsl:with-param name="target" select="$target"/>
        <xsl:with-param name="maximum" select="$maximum"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="ticks" select="exsl:node-set($ticks-found)/tick"/>

    <!-- Across: legend; a column a period; the words of the target. -->
    <xsl:variable name="name-room">
      <xsl:call-template name="chart-label-room">
        <xsl:with-param name="labels" select="$series"/>
        <xsl:with-param name="most" select="$width div 4"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="left" select="$chart-key-width + $chart-label-gap + $name-room"/>
    <xsl:variable name="target-text">
      <xsl:if test="string($target)"><xsl:value-of select="concat($target-name, $target, $unit)"/></xsl:if>
    </xsl:variable>
    <xsl:variable name="target-room">
      <xsl:call-template name="chart-text-width"><xsl:with-param name="text" select="$target-text"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="right" select="$width - $target-room - $chart-label-gap"/>
    <xsl:variable name="column" select="($right - $left) div count($periods)"/>
    <xsl:call-template name="chart-check-columns">
      <xsl:with-param name="data" select="$data"/>
      <xsl:with-param name="column" select="$column"/>
      <xsl:with-param name="title" select="$title"/>
    </xsl:call-template>

    <!-- Down: the unit, the plot, the periods, a row a series. -->
    <xsl:variable name="top" select="1.5 * $chart-line + 1"/>
    <xsl:variable name="bottom" select="$top + $height"/>
    <xsl:variable name="scale" select="$height div $ticks[last()]"/>
    <xsl:variable name="head-height">
      <xsl:call-template name="chart-label-height">
        <xsl:with-param name="labels" select="$periods"/>
        <xsl:with-param name="width" select="$column"/>
        <xsl:with-param name="least" select="$chart-line"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="row-height">
      <xsl:call-template name="chart-label-height">
        <xsl:with-param name="labels" select="$series"/>
        <xsl:with-param name="width" select="$name-room - $chart-label-gap"/>
        <xsl:with-param name="least" select="$chart-line"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="row" select="$row-height + 3"/>
    <xsl:variable name="first-row" select="$bottom + $chart-mark-reach + $head-height + 3"/>

    <xsl:call-template name="chart-figure">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="width" select="$width"/>
      <xsl:with-param name="height" select="$first-row + $row * count($series) + 1"/>
      <xsl:with-param name="alternate">
        <xsl:call-template name="chart-alternate">
          <xsl:with-param name="data" select="$data"/>
          <xsl:with-param name="title" select="$title"/>
          <xsl:with-param name="unit" select="$unit"/>
          <xsl:with-param name="target" select="$target"/>
          <xsl:with-param name="target-name" select="$target-name"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="drawing">
        <xsl:call-template name="chart-levels">
          <xsl:with-param name="ticks" select="$ticks"/>
          <xsl:with-param name="unit" select="$unit"/>
          <xsl:with-param name="left" select="$left"/>
          <xsl:with-param name="right" select="$right"/>
          <xsl:with-param name="bottom" select="$bottom"/>
          <xsl:with-param name="scale" select="$scale"/>
        </xsl:call-template>
        <xsl:if test="string($target)">
          <path d="M{$left} {$bottom - $target * $scale}H{$right}" fill="none" stroke="#000000" stroke-width="1"
              stroke-dasharray="{$chart-target-dashes}"/>
          <xsl:call-template name="chart-line-of-text">
            <xsl:with-param name="text" select="$target-text"/>
            <xsl:with-param name="x" select="$width"/>
            <xsl:with-param name="y" select="$bottom - $target * $scale"/>
            <xsl:with-param name="anchor" select="'end'"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:for-each select="$periods">
          <xsl:call-template name="chart-lines-of-text">
            <xsl:with-param name="text" select="."/>
            <xsl:with-param name="x" select="$left + $column * (position() - 0.5)"/>
            <xsl:with-param name="y" select="($bottom + $chart-mark-reach + $first-row) div 2"/>
            <xsl:with-param name="anchor" select="'middle'"/>
            <xsl:with-param name="width" select="$column"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:for-each select="$series">
          <xsl:call-template name="chart-line-of-series">
            <xsl:with-param name="points" select="$data[@series = current()]"/>
            <xsl:with-param name="periods" select="$periods"/>
            <xsl:with-param name="series" select="position()"/>
            <xsl:with-param name="left" select="$left"/>
            <xsl:with-param name="column" select="$column"/>
            <xsl:with-param name="bottom" select="$bottom"/>
            <xsl:with-param name="scale" select="$scale"/>
          </xsl:call-template>
          <xsl:call-template name="chart-row-of-series">
            <xsl:with-param name="points" select="$data[@series = current()]"/>
            <xsl:with-param name="periods" select="$periods"/>
            <xsl:with-param name="series" select="position()"/>
            <xsl:with-param name="name-width" select="$name-room - $chart-label-gap"/>
            <xsl:with-param name="left" select="$left"/>
            <xsl:with-param name="right" select="$right"/>
            <xsl:with-param name="column" select="$column"/>
            <xsl:with-param name="top" select="$first-row + $row * (position() - 1)"/>
            <xsl:with-param name="row" select="$row"/>
          </xsl:call-template>
        </xsl:for-each>
        <path d="M0 {$first-row + $row * count($series)}H{$right}" fill="none" stroke="#000000" stroke-width="0.75"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Numbers that would run into each other are no chart. -->
  <xsl:template name="chart-check-columns">
    <xsl:param name="data"/>
    <xsl:param name="column"/>
    <xsl:param name="title"/>
    <xsl:variable name="texts">
      <xsl:for-each select="$data"><text><xsl:call-template name="chart-value"/></text></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="widest">
      <xsl:call-template name="chart-widest">
        <xsl:with-param name="of" select="exsl:node-set($texts)/*"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="$widest + 2 > $column">
      <xsl:message terminate="yes">
        <xsl:value-of select="concat('“', $title, '”的时间点太多，数值排不下，无法成图。')"/>
      </xsl:message>
    </xsl:if>
  </xsl:template>

  <!-- The levels of the ticks, their numbers at the left and the unit above them; the lowest is the axis. -->
  <xsl:template name="chart-levels">
    <xsl:param name="ticks"/>
    <xsl:param name="unit"/>
    <xsl:param name="left"/>
    <xsl:param name="right"/>
    <xsl:param name="bottom"/>
    <xsl:param name="scale"/>
    <xsl:for-each select="$ticks">
      <xsl:variable name="y" select="$bottom - . * $scale"/>
      <path d="M{$left} {$y}H{$right}" fill="none" stroke="{$chart-grid}" stroke-width="0.5"/>
      <xsl:call-template name="chart-line-of-text">
        <xsl:with-param name="text" select="."/>
        <xsl:with-param name="x" select="$left - $chart-label-gap"/>
        <xsl:with-param name="y" select="$y"/>
        <xsl:with-param name="anchor" select="'end'"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="string($unit)">
      <xsl:call-template name="chart-line-of-text">
        <xsl:with-param name="text" select="concat('（', $unit, '）')"/>
        <xsl:with-param name="x" select="$left - $chart-label-gap"/>
        <xsl:with-param name="y" select="$chart-line div 2"/>
        <xsl:with-param name="anchor" select="'end'"/>
      </xsl:call-template>
    </xsl:if>
    <path d="M{$left} {$bottom - $ticks[last()] * $scale}V{$bottom}H{$right}" fill="none" stroke="#000000"
        stroke-width="0.75"/>
  </xsl:template>

  <!-- One series: its line, broken where a period has no value, and its marks. -->
  <xsl:template name="chart-line-of-series">
    <xsl:param name="points"/>
    <xsl:param name="periods"/>
    <xsl:param name="series"/>
    <xsl:param name="left"/>
    <xsl:param name="column"/>
    <xsl:param name="bottom"/>
    <xsl:param name="scale"/>
    <xsl:variable name="places-found">
      <xsl:for-each select="$periods">
        <xsl:variable name="value" select="$points[@label = current()][1]/@value[. != '']"/>
        <xsl:variable name="before" select="position() - 1"/>
        <xsl:if test="$value">
          <place x="{$left + $column * (position() - 0.5)}" y="{$bottom - $value * $scale}"
              joined="{boolean($points[@label = $periods[$before]][1]/@value[. != ''])}"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="places" select="exsl:node-set($places-found)/*"/>
    <xsl:variable name="way">
      <xsl:for-each select="$places">
        <xsl:value-of select="concat(substring('ML', 1 + (@joined = 'true'), 1), @x, ' ', @y)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="$places">
      <xsl:call-template name="chart-stroke">
        <xsl:with-param name="series" select="$series"/>
        <xsl:with-param name="way" select="$way"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="$places">
      <xsl:call-template name="chart-mark">
        <xsl:with-param name="series" select="$series"/>
        <xsl:with-param name="x" select="@x"/>
        <xsl:with-param name="y" select="@y"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- Its row of the table: a piece of the line, the name, the values. -->
  <xsl:template name="chart-row-of-series">
    <xsl:param name="points"/>
    <xsl:param name="periods"/>
    <xsl:param name="series"/>
    <xsl:param name="name-width"/>
    <xsl:param name="left"/>
    <xsl:param name="right"/>
    <xsl:param name="column"/>
    <xsl:param name="top"/>
    <xsl:param name="row"/>
    <xsl:variable name="middle" select="$top + $row div 2"/>
    <path d="M0 {$top}H{$right}" fill="none" stroke="{$chart-grid}" stroke-width="0.5"/>
    <xsl:call-template name="chart-stroke">
      <xsl:with-param name="series" select="$series"/>
      <xsl:with-param name="way" select="concat('M0 ', $middle, 'H', $chart-key-width)"/>
    </xsl:call-template>
    <xsl:call-template name="chart-mark">
      <xsl:with-param name="series" select="$series"/>
      <xsl:with-param name="x" select="$chart-key-width div 2"/>
      <xsl:with-param name="y" select="$middle"/>
    </xsl:call-template>
    <xsl:call-template name="chart-lines-of-text">
      <xsl:with-param name="text" select="."/>
      <xsl:with-param name="x" select="$chart-key-width + $chart-label-gap"/>
      <xsl:with-param name="y" select="$middle"/>
      <xsl:with-param name="anchor" select="'start'"/>
      <xsl:with-param name="width" select="$name-width"/>
    </xsl:call-template>
    <xsl:for-each select="$periods">
      <xsl:variable name="point" select="$points[@label = current()][1]"/>
      <xsl:call-template name="chart-line-of-text">
        <xsl:with-param name="text">
          <xsl:call-template name="chart-value">
            <xsl:with-param name="value" select="$point/@value"/>
            <xsl:with-param name="state" select="$point/@state"/>
          </xsl:call-template>
        </xsl:with-param>
        <xsl:with-param name="x" select="$left + $column * (position() - 0.5)"/>
        <xsl:with-param name="y" select="$middle"/>
        <xsl:with-param name="anchor" select="'middle'"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
