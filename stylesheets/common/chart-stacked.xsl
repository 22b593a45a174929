<?xml version="1.0" encoding="UTF-8"?>
<!-- Parts of a whole: a bar a label, lying, divided among the series, the numbers in columns beside it, where there
     is room for them however narrow a part is. Each column's head is the legend of its series.

     A datum is one part: label, series, value, state. The order of labels and series is that in which they come.
     `total`, if the data have one, is printed as 合计; nothing is added up here but the lengths of bars. With `shares`
     every bar is as long as the plot, and the scale is in percent; a whole of which a part is not known has none. -->
<xsl:stylesheet version="1.0"
    xmlns="http://www.w3.org/2000/svg"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:math="http://exslt.org/math"
    xmlns:set="http://exslt.org/sets"
    exclude-result-prefixes="exsl math set">

  <!-- The head of a column: not wider than four characters, and the room between columns. -->
  <xsl:variable name="chart-head-width" select="4 * $chart-size"/>
  <xsl:variable name="chart-column-gap">7</xsl:variable>

  <xsl:template name="chart-stacked">
    <xsl:param name="data"/>
    <xsl:param name="title"/>
    <xsl:param name="unit"/>
    <xsl:param name="shares" select="false()"/>
    <xsl:param name="maximum"/>
    <xsl:param name="gap" select="$chart-bar-gap"/>
    <xsl:param name="width" select="$chart-width"/>
    <xsl:variable name="labels" select="set:distinct($data/@label)"/>
    <xsl:variable name="series" select="set:distinct($data/@series)"/>
    <xsl:call-template name="chart-check-series">
      <xsl:with-param name="series" select="$series"/>
      <xsl:with-param name="title" select="$title"/>
    </xsl:call-template>
    <xsl:variable name="wholes-found">
      <xsl:for-each select="$labels">
        <whole value="{sum($data[@label = current()]/@value[. != ''])}"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="wholes" select="exsl:node-set($wholes-found)/*/@value"/>
    <xsl:call-template name="chart-check-values">
      <xsl:with-param name="values" select="$data/@value"/>
      <xsl:with-param name="title" select="$title"/>
    </xsl:call-template>
    <xsl:variable name="ticks-found">
      <xsl:call-template name="chart-ticks">
        <xsl:with-param name="values" select="$wholes[not($shares)]"/>
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="unit" select="substring('%', 2 - $shares)"/>
        <xsl:with-param name="maximum" select="$maximum"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="ticks" select="exsl:node-set($ticks-found)/tick"/>

    <!-- Across: labels, plot, half the number of its last tick, columns. -->
    <xsl:variable name="left">
      <xsl:call-template name="chart-label-room">
        <xsl:with-param name="labels" select="$labels"/>
        <xsl:with-param name="most" select="$width div 4"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="columns-found">
      <xsl:for-each select="$series">
        <xsl:variable name="name" select="."/>
        <xsl:call-template name="chart-column">
          <xsl:with-param name="name" select="$name"/>
          <xsl:with-param name="cells">
            <xsl:for-each select="$labels">
              <xsl:call-template name="chart-part">
                <xsl:with-param name="parts" select="$data[@label = current()]"/>
                <xsl:with-param name="series" select="$name"/>
              </xsl:call-template>
            </xsl:for-each>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:if test="$data/@total">
        <xsl:call-template name="chart-column">
          <xsl:with-param name="name">合计</xsl:with-param>
          <xsl:with-param name="cells">
            <xsl:for-each select="$labels">
              <xsl:call-template name="chart-total">
                <xsl:with-param name="total" select="$data[@label = current()]/@total"/>
              </xsl:call-template>
            </xsl:for-each>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="columns" select="exsl:node-set($columns-found)/*"/>
    <xsl:variable name="last-tick">
      <xsl:call-template name="chart-text-width">
        <xsl:with-param name="text" select="concat($ticks[last()], substring('%', 2 - $shares))"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="right" select="$width - sum($columns/@width)"/>
    <xsl:variable name="scale" select="($right - $last-tick div 2 - $left) div $ticks[last()]"/>

    <!-- Down: heads of the columns, a band a label, ticks. -->
    <xsl:variable name="top" select="$chart-swatch-height + 5 + math:max($columns/@height)"/>
    <xsl:variable name="band-room">
      <xsl:call-template name="chart-label-height">
        <xsl:with-param name="labels" select="$labels"/>
        <xsl:with-param name="width" select="$left - $chart-label-gap"/>
        <xsl:with-param name="least" select="$chart-bar-pitch"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="band" select="$band-room + $gap"/>
    <xsl:variable name="bottom" select="$top + $band * count($labels)"/>

    <xsl:call-template name="chart-figure">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="width" select="$width"/>
      <xsl:with-param name="height" select="$bottom + $chart-tick-room"/>
      <xsl:with-param name="alternate">
        <xsl:call-template name="chart-alternate">
          <xsl:with-param name="data" select="$data"/>
          <xsl:with-param name="title" select="$title"/>
          <xsl:with-param name="unit" select="$unit"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="drawing">
        <xsl:call-template name="chart-grid">
          <xsl:with-param name="ticks" select="$ticks"/>
          <xsl:with-param name="sign" select="substring('%', 2 - $shares)"/>
          <xsl:with-param name="unit-text">
            <xsl:if test="string($unit)"><xsl:value-of select="concat('（', $unit, '）')"/></xsl:if>
          </xsl:with-param>
          <xsl:with-param name="unit-end" select="$width"/>
          <xsl:with-param name="left" select="$left"/>
          <xsl:with-param name="scale" select="$scale"/>
          <xsl:with-param name="top" select="$top"/>
          <xsl:with-param name="bottom" select="$bottom"/>
        </xsl:call-template>
        <xsl:call-template name="chart-labels">
          <xsl:with-param name="labels" select="$labels"/>
          <xsl:with-param name="left" select="$left"/>
          <xsl:with-param name="top" select="$top"/>
          <xsl:with-param name="band" select="$band"/>
        </xsl:call-template>
        <xsl:for-each select="$labels">
          <xsl:variable name="parts" select="$data[@label = current()]"/>
          <xsl:variable name="known" select="$parts[@value != '']"/>
          <xsl:variable name="middle" select="$top + $band * (position() - 0.5)"/>
          <xsl:variable name="whole" select="sum($known/@value)"/>
          <xsl:variable name="stretch" select="not($shares) + 100 * $shares div ($whole + not($whole))"/>
          <xsl:choose>
            <xsl:when test="$known and not($shares and $parts[not(@value != '')])">
              <xsl:call-template name="chart-stack">
                <xsl:with-param name="parts" select="$known"/>
                <xsl:with-param name="series" select="$series"/>
                <xsl:with-param name="left" select="$left"/>
                <xsl:with-param name="middle" select="$middle"/>
                <xsl:with-param name="scale" select="$scale * $stretch"/>
              </xsl:call-template>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="chart-line-of-text">
                <xsl:with-param name="text">
                  <xsl:call-template name="chart-value">
                    <xsl:with-param name="value" select="''"/>
                    <xsl:with-param name="state" select="$parts[not(@value != '')]/@state"/>
                  </xsl:call-template>
                </xsl:with-param>
                <xsl:with-param name="x" select="$left + $chart-label-gap"/>
                <xsl:with-param name="y" select="$middle"/>
                <xsl:with-param name="plate" select="true()"/>
              </xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
        <xsl:for-each select="$columns">
          <xsl:variable name="column" select="position()"/>
          <xsl:variable name="end" select="$right + sum($columns[position() &lt;= $column]/@width)"/>
          <xsl:call-template name="chart-draw-column">
            <xsl:with-param name="series" select="$column * ($column &lt;= count($series))"/>
            <xsl:with-param name="middle" select="$end - @room div 2"/>
            <xsl:with-param name="top" select="$top"/>
            <xsl:with-param name="band" select="$band"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:call-template name="chart-axis">
          <xsl:with-param name="left" select="$left"/>
          <xsl:with-param name="top" select="$top"/>
          <xsl:with-param name="bottom" select="$bottom"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- What a column says of one part. A whole of which nothing is known says so where its bar would be. -->
  <xsl:template name="chart-part">
    <xsl:param name="parts"/>
    <xsl:param name="series"/>
    <xsl:variable name="part" select="$parts[@series = $series][1]"/>
    <cell>
      <xsl:choose>
        <xsl:when test="not($parts[@value != ''])">—</xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="chart-value">
            <xsl:with-param name="value" select="$part/@value"/>
            <xsl:with-param name="state" select="$part/@state"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </cell>
  </xsl:template>

  <xsl:template name="chart-total">
    <xsl:param name="total"/>
    <cell>
      <xsl:value-of select="$total[. != ''][1]"/>
      <xsl:if test="not($total[. != ''])">—</xsl:if>
    </cell>
  </xsl:template>

  <!-- A column with its measures: the height of its name, the width of its widest number, of all that stands in it, and
       that with the gap before it. -->
  <xsl:template name="chart-column">
    <xsl:param name="name"/>
    <xsl:param name="cells"/>
    <xsl:variable name="height">
      <xsl:call-template name="chart-text-height">
        <xsl:with-param name="text" select="$name"/>
        <xsl:with-param name="width" select="$chart-head-width"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="name-width">
      <xsl:call-template name="chart-text-width"><xsl:with-param name="text" select="$name"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="numbers">
      <xsl:call-template name="chart-widest">
        <xsl:with-param name="of" select="exsl:node-set($cells)/*"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="rooms">
      <room><xsl:value-of select="$numbers"/></room>
      <room><xsl:value-of select="$chart-swatch-width"/></room>
      <room><xsl:value-of select="$chart-head-width * ($name-width > $chart-head-width)"/></room>
      <room><xsl:value-of select="$name-width * ($name-width &lt;= $chart-head-width)"/></room>
    </xsl:variable>
    <xsl:variable name="room" select="math:max(exsl:node-set($rooms)/*)"/>
    <column name="{$name}" height="{$height}" numbers="{$numbers}" room="{$room}" width="{$room + $chart-column-gap}">
      <xsl:copy-of select="$cells"/>
    </column>
  </xsl:template>

  <!-- The context node is a column. Its numbers end below each other, in its middle; series 0 has no swatch. -->
  <xsl:template name="chart-draw-column">
    <xsl:param name="series"/>
    <xsl:param name="middle"/>
    <xsl:param name="top"/>
    <xsl:param name="band"/>
    <xsl:variable name="end" select="$middle + @numbers div 2"/>
    <xsl:if test="$series > 0">
      <xsl:call-template name="chart-fill">
        <xsl:with-param name="series" select="$series"/>
        <xsl:with-param name="x" select="$middle - $chart-swatch-width div 2"/>
        <xsl:with-param name="y" select="1"/>
        <xsl:with-param name="width" select="$chart-swatch-width"/>
        <xsl:with-param name="height" select="$chart-swatch-height"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="chart-lines-of-text">
      <xsl:with-param name="text" select="@name"/>
      <xsl:with-param name="x" select="$middle"/>
      <xsl:with-param name="y" select="($chart-swatch-height + 1 + $top) div 2"/>
      <xsl:with-param name="anchor" select="'middle'"/>
      <xsl:with-param name="width" select="$chart-head-width"/>
    </xsl:call-template>
    <xsl:for-each select="*">
      <xsl:call-template name="chart-line-of-text">
        <xsl:with-param name="text" select="."/>
        <xsl:with-param name="x" select="$end"/>
        <xsl:with-param name="y" select="$top + $band * (position() - 0.5)"/>
        <xsl:with-param name="anchor" select="'end'"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- One bar: each part begins where those of the series before it end. -->
  <xsl:template name="chart-stack">
    <xsl:param name="parts"/>
    <xsl:param name="series"/>
    <xsl:param name="left"/>
    <xsl:param name="middle"/>
    <xsl:param name="scale"/>
    <xsl:for-each select="$series">
      <xsl:variable name="place" select="position()"/>
      <xsl:variable name="before" select="$parts[@series = $series[position() &lt; $place]]"/>
      <xsl:call-template name="chart-fill">
        <xsl:with-param name="series" select="$place"/>
        <xsl:with-param name="x" select="$left + $scale * sum($before/@value)"/>
        <xsl:with-param name="y" select="$middle - $chart-bar div 2"/>
        <xsl:with-param name="width" select="$scale * sum($parts[@series = current()]/@value)"/>
        <xsl:with-param name="height" select="$chart-bar"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
