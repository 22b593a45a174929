<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of charts: text in a drawing, its width, what stands for a value that is not there, and all numbers
     of a chart in a sentence for those who hear it read. -->
<xsl:stylesheet version="1.0"
    xmlns="http://www.w3.org/2000/svg"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:set="http://exslt.org/sets"
    exclude-result-prefixes="set">

  <!-- 小五, as in notes of tables; a line of it, and how far below the middle of a line its baseline is. -->
  <xsl:variable name="chart-text" select="$size-small-5"/>
  <xsl:variable name="chart-size" select="number(substring-before($chart-text, 'pt'))"/>
  <xsl:variable name="chart-line" select="$chart-size + 2"/>
  <xsl:variable name="chart-baseline" select="round(0.36 * $chart-size * 100) div 100"/>

  <!-- How wide a text is at most: a Han character one em, digits and the point half of one. -->
  <xsl:template name="chart-text-width">
    <xsl:param name="text"/>
    <xsl:variable name="wide" select="string-length(translate($text, '0123456789.', ''))"/>
    <xsl:value-of select="$chart-size * ($wide + string-length($text)) div 2"/>
  </xsl:template>

  <!-- The width of the widest of these texts. -->
  <xsl:template name="chart-widest">
    <xsl:param name="of"/>
    <xsl:variable name="widths">
      <xsl:for-each select="$of">
        <xsl:sort data-type="number" order="descending"
            select="string-length(translate(., '0123456789.', '')) + string-length()"/>
        <xsl:if test="position() = 1">
          <xsl:call-template name="chart-text-width"><xsl:with-param name="text" select="."/></xsl:call-template>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:value-of select="number(concat('0', $widths))"/>
  </xsl:template>

  <!-- One line, its middle at y. With `plate` it stands on white, so that no line runs through it. -->
  <xsl:template name="chart-line-of-text">
    <xsl:param name="text"/>
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="anchor" select="'start'"/>
    <xsl:param name="plate" select="false()"/>
    <xsl:if test="$plate">
      <xsl:variable name="width">
        <xsl:call-template name="chart-text-width"><xsl:with-param name="text" select="$text"/></xsl:call-template>
      </xsl:variable>
      <rect x="{$x - 1 - $width * (($anchor = 'middle') * 0.5 + ($anchor = 'end'))}" y="{$y - $chart-size div 2}"
          width="{$width + 2}" height="{$chart-size}" fill="#ffffff"/>
    </xsl:if>
    <text x="{$x}" y="{$y + $chart-baseline}" text-anchor="{$anchor}"><xsl:value-of select="$text"/></text>
  </xsl:template>

  <!-- Text of as many lines as it takes with `limit` characters in each, about equally long; their middle at y. -->
  <xsl:template name="chart-lines-of-text">
    <xsl:param name="text"/>
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="anchor"/>
    <xsl:param name="limit"/>
    <xsl:param name="lines" select="ceiling(string-length($text) div $limit)"/>
    <xsl:if test="$lines > 0">
      <xsl:variable name="length" select="ceiling(string-length($text) div $lines)"/>
      <xsl:call-template name="chart-line-of-text">
        <xsl:with-param name="text" select="substring($text, 1, $length)"/>
        <xsl:with-param name="x" select="$x"/>
        <xsl:with-param name="y" select="$y - ($lines - 1) * $chart-line div 2"/>
        <xsl:with-param name="anchor" select="$anchor"/>
      </xsl:call-template>
      <xsl:call-template name="chart-lines-of-text">
        <xsl:with-param name="text" select="substring($text, $length + 1)"/>
        <xsl:with-param name="x" select="$x"/>
        <xsl:with-param name="y" select="$y + $chart-line div 2"/>
        <xsl:with-param name="anchor" select="$anchor"/>
        <xsl:with-param name="limit" select="$limit"/>
        <xsl:with-param name="lines" select="$lines - 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The value, or why there is none. -->
  <xsl:template name="chart-value">
    <xsl:param name="value" select="@value"/>
    <xsl:param name="state" select="@state"/>
    <xsl:choose>
      <xsl:when test="string($value) != ''"><xsl:value-of select="$value"/></xsl:when>
      <xsl:when test="$state = 'missing'">未报送</xsl:when>
      <xsl:when test="$state = 'not-applicable'">不适用</xsl:when>
      <xsl:otherwise>无数据</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 图1 …。单位：%。目标值100%。武汉市：97.5；黄石市：未报送。 With two values or several series, each has its name
       before it: 武汉市：2024年97.5，2023年95.0. -->
  <xsl:template name="chart-alternate">
    <xsl:param name="data"/>
    <xsl:param name="title"/>
    <xsl:param name="unit"/>
    <xsl:param name="target"/>
    <xsl:param name="target-name"/>
    <xsl:param name="value-name"/>
    <xsl:param name="previous-name"/>
    <xsl:value-of select="concat($title, '。')"/>
    <xsl:if test="string($unit)"><xsl:value-of select="concat('单位：', $unit, '。')"/></xsl:if>
    <xsl:if test="string($target)"><xsl:value-of select="concat($target-name, $target, $unit, '。')"/></xsl:if>
    <xsl:for-each select="set:distinct($data/@label)">
      <xsl:if test="position() > 1">；</xsl:if>
      <xsl:value-of select="concat(., '：')"/>
      <xsl:for-each select="$data[@label = current()]">
        <xsl:if test="position() > 1">，</xsl:if>
        <xsl:value-of select="@series"/>
        <xsl:if test="string($previous-name)"><xsl:value-of select="$value-name"/></xsl:if>
        <xsl:call-template name="chart-value"/>
        <xsl:if test="string($previous-name)">
          <xsl:value-of select="concat('，', $previous-name)"/>
          <xsl:call-template name="chart-value">
            <xsl:with-param name="value" select="@previous"/>
            <xsl:with-param name="state" select="@previous_state"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:text>。</xsl:text>
  </xsl:template>

</xsl:stylesheet>
