<?xml version="1.0" encoding="UTF-8"?>
<!-- The tile map: a square for every region (chart-tiles.xml), its name and value on it, a shade by the class of its
     value. Text stands on white whatever the shade, for greys are printed as dots.

     A datum reads code beside label, value and state. `limits` divide the classes, four at most, rising, between
     blanks; a value on a limit belongs above it. Without them the ticks of a scale divide. -->
<xsl:stylesheet version="1.0"
    xmlns="http://www.w3.org/2000/svg"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:math="http://exslt.org/math"
    xmlns:set="http://exslt.org/sets"
    xmlns:str="http://exslt.org/strings"
    xmlns:t="urn:yinfa:tiles"
    exclude-result-prefixes="exsl math set str t">

  <xsl:variable name="chart-tiles" select="document('chart-tiles.xml')/t:tiles/t:tile"/>
  <xsl:variable name="chart-tile-width">50</xsl:variable>
  <xsl:variable name="chart-tile-height">46</xsl:variable>
  <xsl:variable name="chart-tile-gap">3</xsl:variable>

  <xsl:template name="chart-map">
    <xsl:param name="data"/>
    <xsl:param name="title"/>
    <xsl:param name="unit"/>
    <xsl:param name="limits"/>
    <xsl:param name="width" select="$chart-width"/>
    <xsl:call-template name="chart-check-tiles">
      <xsl:with-param name="data" select="$data"/>
      <xsl:with-param name="title" select="$title"/>
    </xsl:call-template>
    <xsl:variable name="limits-found">
      <xsl:call-template name="chart-limits">
        <xsl:with-param name="data" select="$data"/>
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="unit" select="$unit"/>
        <xsl:with-param name="limits" select="$limits"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="divisions" select="exsl:node-set($limits-found)/*"/>
    <xsl:variable name="map-width" select="math:max($chart-tiles/@column) * ($chart-tile-width + $chart-tile-gap)"/>
    <xsl:call-template name="chart-figure">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="width" select="$width"/>
      <xsl:with-param name="height" select="math:max($chart-tiles/@row) * ($chart-tile-height + $chart-tile-gap)"/>
      <xsl:with-param name="alternate">
        <xsl:call-template name="chart-alternate">
          <xsl:with-param name="data" select="$data"/>
          <xsl:with-param name="title" select="$title"/>
          <xsl:with-param name="unit" select="$unit"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="drawing">
        <xsl:for-each select="$chart-tiles">
          <xsl:call-template name="chart-tile">
            <xsl:with-param name="datum" select="$data[@code = current()/@code]"/>
            <xsl:with-param name="limits" select="$divisions"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:call-template name="chart-classes">
          <xsl:with-param name="data" select="$data"/>
          <xsl:with-param name="limits" select="$divisions"/>
          <xsl:with-param name="unit" select="$unit"/>
          <xsl:with-param name="x" select="$map-width + 10"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Every datum has its tile, and every tile one datum at most: else something would not be seen. -->
  <xsl:template name="chart-check-tiles">
    <xsl:param name="data"/>
    <xsl:param name="title"/>
    <xsl:for-each select="$data">
      <xsl:if test="not(@code = $chart-tiles/@code) or count($data[@code = current()/@code]) > 1">
        <xsl:message terminate="yes">
          <xsl:value-of select="concat('“', $title, '”中“', @label, '”的代码“', @code, '”不在区块图上，或者不止一个，无法成图。')"/>
        </xsl:message>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- The limits, one each. -->
  <xsl:template name="chart-limits">
    <xsl:param name="data"/>
    <xsl:param name="title"/>
    <xsl:param name="unit"/>
    <xsl:param name="limits"/>
    <xsl:variable name="ticks">
      <xsl:call-template name="chart-ticks">
        <xsl:with-param name="values" select="$data/@value"/>
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="unit" select="$unit"/>
        <xsl:with-param name="steps" select="5"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="given" select="str:tokenize($limits, ' ')"/>
    <xsl:variable name="inner" select="exsl:node-set($ticks)/*[position() > 1 and position() &lt; last()]"/>
    <xsl:if test="count($given) > 4">
      <xsl:message terminate="yes">
        <xsl:value-of select="concat('“', $title, '”分级界限多于4个，黑白印刷无法分辨，无法成图。')"/>
      </xsl:message>
    </xsl:if>
    <xsl:for-each select="$given | $inner[not($given)]">
      <limit><xsl:value-of select="."/></limit>
    </xsl:for-each>
  </xsl:template>

  <!-- The context node is a tile. -->
  <xsl:template name="chart-tile">
    <xsl:param name="datum"/>
    <xsl:param name="limits"/>
    <xsl:variable name="x" select="(@column - 1) * ($chart-tile-width + $chart-tile-gap) + 0.5"/>
    <xsl:variable name="y" select="(@row - 1) * ($chart-tile-height + $chart-tile-gap) + 0.5"/>
    <xsl:variable name="centre" select="$x + $chart-tile-width div 2"/>
    <xsl:variable name="middle" select="$y + $chart-tile-height div 2"/>
    <xsl:variable name="value" select="$datum/@value[. != '']"/>
    <xsl:call-template name="chart-shade">
      <xsl:with-param name="class" select="(count($limits[. &lt;= number($value)]) + 1) * boolean($value)"/>
      <xsl:with-param name="classes" select="count($limits) + 1"/>
      <xsl:with-param name="state" select="$datum/@state"/>
      <xsl:with-param name="x" select="$x"/>
      <xsl:with-param name="y" select="$y"/>
      <xsl:with-param name="width" select="$chart-tile-width"/>
      <xsl:with-param name="height" select="$chart-tile-height"/>
    </xsl:call-template>
    <rect x="{$centre - 18}" y="{$middle - $chart-line - 1}" width="36" height="{2 * $chart-line + 2}" fill="#ffffff"/>
    <xsl:call-template name="chart-line-of-text">
      <xsl:with-param name="text" select="@name"/>
      <xsl:with-param name="x" select="$centre"/>
      <xsl:with-param name="y" select="$middle - $chart-line div 2"/>
      <xsl:with-param name="anchor" select="'middle'"/>
    </xsl:call-template>
    <xsl:call-template name="chart-line-of-text">
      <xsl:with-param name="text">
        <xsl:call-template name="chart-value">
          <xsl:with-param name="value" select="$value"/>
          <xsl:with-param name="state" select="$datum/@state"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="x" select="$centre"/>
      <xsl:with-param name="y" select="$middle + $chart-line div 2"/>
      <xsl:with-param name="anchor" select="'middle'"/>
      <xsl:with-param name="plate" select="true()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The legend, the highest class first, and what has no class if there is any; down the right side. -->
  <xsl:template name="chart-classes">
    <xsl:param name="data"/>
    <xsl:param name="limits"/>
    <xsl:param name="unit"/>
    <xsl:param name="x"/>
    <xsl:variable name="pitch" select="$chart-swatch-height + 10"/>
    <xsl:variable name="without" select="$data[not(@value != '')]"/>
    <xsl:variable name="entries">
      <xsl:for-each select="$limits">
        <xsl:sort select="." data-type="number" order="descending"/>
        <xsl:variable name="class" select="count($limits[. &lt;= current()]) + 1"/>
        <entry class="{$class}">
          <xsl:value-of select="concat(., $unit)"/>
          <xsl:if test="$limits[$class]"><xsl:value-of select="concat('～', $limits[$class], $unit)"/></xsl:if>
          <xsl:if test="not($limits[$class])">及以上</xsl:if>
        </entry>
      </xsl:for-each>
      <xsl:if test="$limits"><entry class="1"><xsl:value-of select="concat('不足', $limits[1], $unit)"/></entry></xsl:if>
      <xsl:for-each select="set:distinct($without/@state)">
        <entry class="0" state="{.}">
          <xsl:call-template name="chart-value">
            <xsl:with-param name="value" select="''"/>
            <xsl:with-param name="state" select="."/>
          </xsl:call-template>
        </entry>
      </xsl:for-each>
      <xsl:if test="$without[not(@state)] or $chart-tiles[not(@code = $data/@code)]">
        <entry class="0">无数据</entry>
      </xsl:if>
    </xsl:variable>
    <xsl:for-each select="exsl:node-set($entries)/*">
      <xsl:variable name="y" select="$pitch * (position() - 1) + 0.5"/>
      <xsl:call-template name="chart-shade">
        <xsl:with-param name="class" select="@class"/>
        <xsl:with-param name="classes" select="count($limits) + 1"/>
        <xsl:with-param name="state" select="@state"/>
        <xsl:with-param name="x" select="$x"/>
        <xsl:with-param name="y" select="$y"/>
        <xsl:with-param name="width" select="$chart-swatch-width"/>
        <xsl:with-param name="height" select="$chart-swatch-height + 4"/>
      </xsl:call-template>
      <xsl:call-template name="chart-line-of-text">
        <xsl:with-param name="text" select="."/>
        <xsl:with-param name="x" select="$x + $chart-swatch-width + $chart-label-gap"/>
        <xsl:with-param name="y" select="$y + $chart-swatch-height div 2 + 2"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:variable name="notes">
      <xsl:if test="string($unit)"><note><xsl:value-of select="concat('单位：', $unit)"/></note></xsl:if>
      <xsl:if test="count($limits) > 1"><note>各级含下限，不含上限</note></xsl:if>
    </xsl:variable>
    <xsl:for-each select="exsl:node-set($notes)/*">
      <xsl:call-template name="chart-line-of-text">
        <xsl:with-param name="text" select="."/>
        <xsl:with-param name="x" select="$x"/>
        <xsl:with-param name="y" select="$pitch * count(exsl:node-set($entries)/*) + $chart-line * (position() - 0.5)"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
