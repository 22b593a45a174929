<?xml version="1.0" encoding="UTF-8"?>
<!-- What tells the series of a chart apart, in black and white: greys, hatchings, dashes and marks,
     all in this place. Lines are
     0.5 pt and more. -->
<xsl:stylesheet version="1.0"
    xmlns="http://www.w3.org/2000/svg"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="str">

  <xsl:variable name="chart-dark">#4d4d4d</xsl:variable>
  <xsl:variable name="chart-light">#d9d9d9</xsl:variable>
  <xsl:variable name="chart-grid">#a6a6a6</xsl:variable>
  <xsl:variable name="chart-shades">#ffffff#d9d9d9#a6a6a6#737373#333333</xsl:variable>  <!-- of classes -->

  <!-- The line of a target. -->
  <xsl:variable name="chart-target-dashes">4 2</xsl:variable>

  <!-- A piece of a series in a legend. -->
  <xsl:variable name="chart-swatch-width">18</xsl:variable>
  <xsl:variable name="chart-swatch-height">8</xsl:variable>

  <!-- Nobody tells more than six apart in black and white. -->
  <xsl:template name="chart-check-series">
    <xsl:param name="series"/>
    <xsl:param name="title"/>
    <xsl:if test="count($series) > 6">
      <xsl:message terminate="yes">
        <xsl:value-of select="concat('“', $title, '”有', count($series), '个系列，黑白印刷最多可分辨6个，无法成图。')"/>
      </xsl:message>
    </xsl:if>
  </xsl:template>

  <!-- A rectangle of the series: 1 dark, 2 hatched rising, 3 light, 4 hatched both ways, 5 white, 6 hatched falling.
       Nothing of no width. -->
  <xsl:template name="chart-fill">
    <xsl:param name="series"/>
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="width"/>
    <xsl:param name="height"/>
    <xsl:if test="$width > 0 and $height > 0">
      <xsl:variable name="fill">
        <xsl:choose>
          <xsl:when test="$series = 1"><xsl:value-of select="$chart-dark"/></xsl:when>
          <xsl:when test="$series = 3"><xsl:value-of select="$chart-light"/></xsl:when>
          <xsl:otherwise>#ffffff</xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <rect x="{$x}" y="{$y}" width="{$width}" height="{$height}" fill="{$fill}"/>
      <xsl:if test="$series = 2 or $series = 4 or $series = 6">
        <xsl:call-template name="chart-hatching">
          <xsl:with-param name="x" select="$x"/>
          <xsl:with-param name="y" select="$y"/>
          <xsl:with-param name="width" select="$width"/>
          <xsl:with-param name="height" select="$height"/>
          <xsl:with-param name="rising" select="$series != 6"/>
          <xsl:with-param name="falling" select="$series != 2"/>
          <xsl:with-param name="apart" select="3 + 2 * ($series = 4)"/>  <!-- else as dark as 1 where dots are coarse -->
        </xsl:call-template>
      </xsl:if>
      <rect x="{$x}" y="{$y}" width="{$width}" height="{$height}" fill="none" stroke="#000000" stroke-width="0.5"/>
    </xsl:if>
  </xsl:template>

  <!-- A rectangle of a class of values, the darker the higher: of two classes, white and dark; of five, all greys.
       Class 0 has no value: what was not sent is hatched rising, what stands returned falling, all else is within
       dashes. -->
  <xsl:template name="chart-shade">
    <xsl:param name="class"/>
    <xsl:param name="classes"/>
    <xsl:param name="state"/>
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="width"/>
    <xsl:param name="height"/>
    <xsl:variable name="hatched" select="$class = 0 and ($state = 'missing' or $state = 'returned')"/>
    <xsl:variable name="shade" select="round(4 * ($class - 1) div ($classes - 1 + ($classes = 1)))"/>
    <rect x="{$x}" y="{$y}" width="{$width}" height="{$height}" stroke="#000000" stroke-width="0.5">
      <xsl:attribute name="fill">
        <xsl:choose>
          <xsl:when test="$class > 0"><xsl:value-of select="substring($chart-shades, 1 + 7 * $shade, 7)"/></xsl:when>
          <xsl:otherwise>#ffffff</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:if test="$class = 0 and not($hatched)">
        <xsl:attribute name="stroke-dasharray">2 2</xsl:attribute>
      </xsl:if>
    </rect>
    <xsl:if test="$hatched">
      <xsl:call-template name="chart-hatching">
        <xsl:with-param name="x" select="$x"/>
        <xsl:with-param name="y" select="$y"/>
        <xsl:with-param name="width" select="$width"/>
        <xsl:with-param name="height" select="$height"/>
        <xsl:with-param name="rising" select="$state = 'missing'"/>
        <xsl:with-param name="falling" select="$state = 'returned'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Lines at 45°, as high as the rectangle and clipped by it: an svg in an svg shows nothing beyond its edges.
       One path, the same piece again and again. -->
  <xsl:template name="chart-hatching">
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="width"/>
    <xsl:param name="height"/>
    <xsl:param name="rising" select="true()"/>
    <xsl:param name="falling" select="false()"/>
    <xsl:param name="apart" select="3"/>
    <xsl:variable name="count" select="ceiling(($width + $height) div $apart)"/>
    <xsl:variable name="up" select="concat('l', $height, '-', $height, 'm', $apart - $height, ' ', $height)"/>
    <xsl:variable name="down" select="concat('l', $height, ' ', $height, 'm', $apart - $height, '-', $height)"/>
    <svg x="{$x}" y="{$y}" width="{$width}" height="{$height}">
      <g fill="none" stroke="#000000" stroke-width="0.5">
        <xsl:if test="$rising">
          <path d="M{$apart - $height} {$height}{str:padding($count * string-length($up), $up)}"/>
        </xsl:if>
        <xsl:if test="$falling">
          <path d="M{$apart - $height} 0{str:padding($count * string-length($down), $down)}"/>
        </xsl:if>
      </g>
    </svg>
  </xsl:template>

  <!-- A piece of a line in a legend. -->
  <xsl:variable name="chart-key-width">26</xsl:variable>

  <!-- The line of a series along a way: 1 full, 2 dashed, 3 dotted, 4 dash and dot, 5 thin, 6 long dashes. -->
  <xsl:template name="chart-stroke">
    <xsl:param name="series"/>
    <xsl:param name="way"/>
    <path d="{$way}" fill="none" stroke="#000000" stroke-width="1.25" stroke-linejoin="round">
      <xsl:choose>
        <xsl:when test="$series = 2"><xsl:attribute name="stroke-dasharray">5 2.5</xsl:attribute></xsl:when>
        <xsl:when test="$series = 3"><xsl:attribute name="stroke-dasharray">1.5 1.5</xsl:attribute></xsl:when>
        <xsl:when test="$series = 4"><xsl:attribute name="stroke-dasharray">6 2 1.5 2</xsl:attribute></xsl:when>
        <xsl:when test="$series = 5"><xsl:attribute name="stroke-width">0.5</xsl:attribute></xsl:when>
        <xsl:when test="$series = 6"><xsl:attribute name="stroke-dasharray">9 3</xsl:attribute></xsl:when>
      </xsl:choose>
    </path>
  </xsl:template>

  <xsl:variable name="chart-mark-reach">4</xsl:variable>  <!-- not farther from its point -->

  <!-- … and its mark: 1 disc, 2 square, 3 black triangle, 4 diamond, 5 ring, 6 black square. -->
  <xsl:template name="chart-mark">
    <xsl:param name="series"/>
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <g transform="translate({$x} {$y})" stroke="#000000" stroke-width="1" fill="#ffffff">
      <xsl:choose>
        <xsl:when test="$series = 1"><circle r="2.75" fill="#000000"/></xsl:when>
        <xsl:when test="$series = 2"><rect x="-2.5" y="-2.5" width="5" height="5"/></xsl:when>
        <xsl:when test="$series = 3"><path d="M0-3.2L3.2 2.4H-3.2Z" fill="#000000"/></xsl:when>
        <xsl:when test="$series = 4"><path d="M0-3.6L3.6 0L0 3.6L-3.6 0Z"/></xsl:when>
        <xsl:when test="$series = 5"><circle r="2.75"/></xsl:when>
        <xsl:otherwise><rect x="-2.5" y="-2.5" width="5" height="5" fill="#000000"/></xsl:otherwise>
      </xsl:choose>
    </g>
  </xsl:template>

  <!-- One line of swatches and names, those of the series in their order; names are divided by |. -->
  <xsl:template name="chart-legend">
    <xsl:param name="names"/>
    <xsl:param name="x"/>
    <xsl:param name="series" select="1"/>
    <xsl:variable name="name" select="substring-before(concat($names, '|'), '|')"/>
    <xsl:variable name="name-width">
      <xsl:call-template name="chart-text-width"><xsl:with-param name="text" select="$name"/></xsl:call-template>
    </xsl:variable>
    <xsl:if test="$name != ''">
      <xsl:call-template name="chart-fill">
        <xsl:with-param name="series" select="$series"/>
        <xsl:with-param name="x" select="$x"/>
        <xsl:with-param name="y" select="($chart-line - $chart-swatch-height) div 2"/>
        <xsl:with-param name="width" select="$chart-swatch-width"/>
        <xsl:with-param name="height" select="$chart-swatch-height"/>
      </xsl:call-template>
      <xsl:call-template name="chart-line-of-text">
        <xsl:with-param name="text" select="$name"/>
        <xsl:with-param name="x" select="$x + $chart-swatch-width + 4"/>
        <xsl:with-param name="y" select="$chart-line div 2"/>
      </xsl:call-template>
      <xsl:call-template name="chart-legend">
        <xsl:with-param name="names" select="substring-after($names, '|')"/>
        <xsl:with-param name="x" select="$x + $chart-swatch-width + 16 + $name-width"/>
        <xsl:with-param name="series" select="$series + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
