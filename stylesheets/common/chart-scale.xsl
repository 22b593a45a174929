<?xml version="1.0" encoding="UTF-8"?>
<!-- Scales of charts: they begin at 0 and end at a round number, in at most six steps of 1, 2 or 5 times a power
     of ten. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:math="http://exslt.org/math"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="exsl math str">

  <!-- The ticks, one number each, as it is written. They reach the largest of the values, the target and the maximum
       asked for; if none of them is above 0, 100 of percent and 1 of anything else. Things are counted in whole
       steps: only percent and values with a point have others. -->
  <xsl:template name="chart-ticks">
    <xsl:param name="values"/>
    <xsl:param name="title"/>
    <xsl:param name="unit"/>
    <xsl:param name="target"/>
    <xsl:param name="maximum"/>
    <xsl:param name="steps" select="6"/>
    <xsl:call-template name="chart-check-values">
      <xsl:with-param name="values" select="$values"/>
      <xsl:with-param name="title" select="$title"/>
    </xsl:call-template>
    <xsl:variable name="numbers">
      <number><xsl:value-of select="99 * ($unit = '%') + 1"/></number>
      <xsl:for-each select="$values[number() > 0]"><number><xsl:value-of select="."/></number></xsl:for-each>
      <xsl:if test="$target > 0"><number><xsl:value-of select="$target"/></number></xsl:if>
      <xsl:if test="$maximum > 0"><number><xsl:value-of select="$maximum"/></number></xsl:if>
    </xsl:variable>
    <xsl:variable name="found" select="exsl:node-set($numbers)/*"/>
    <xsl:variable name="largest" select="math:max($found[position() > 1 or last() = 1])"/>
    <xsl:variable name="step">
      <xsl:call-template name="chart-step">
        <xsl:with-param name="largest" select="$largest"/>
        <xsl:with-param name="whole" select="$unit != '%' and not($values[contains(., '.')])"/>
        <xsl:with-param name="steps" select="$steps"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:for-each select="str:tokenize(str:padding(ceiling($largest div $step) + 1, '|'), '')">
      <tick><xsl:value-of select="format-number((position() - 1) * $step, '0.######')"/></tick>
    </xsl:for-each>
  </xsl:template>

  <!-- A value that cannot be drawn ends the transformation. -->
  <xsl:template name="chart-check-values">
    <xsl:param name="values"/>
    <xsl:param name="title"/>
    <xsl:variable name="wrong" select="$values[string() != '' and not(number() >= 0)][1]"/>
    <xsl:if test="$wrong">
      <xsl:message terminate="yes">
        <xsl:value-of select="concat('“', $title, '”中“', $wrong/../@label, '”的数值“', $wrong,
            '”不是大于或等于0的数，无法成图。')"/>
      </xsl:message>
    </xsl:if>
  </xsl:template>

  <!-- The step of a scale that reaches `largest`; not below 1 if `whole`. -->
  <xsl:template name="chart-step">
    <xsl:param name="largest"/>
    <xsl:param name="whole" select="false()"/>
    <xsl:param name="steps" select="6"/>
    <xsl:param name="power" select="1"/>
    <xsl:choose>
      <xsl:when test="$largest > 5 * $steps * $power">
        <xsl:call-template name="chart-step">
          <xsl:with-param name="largest" select="$largest"/>
          <xsl:with-param name="steps" select="$steps"/>
          <xsl:with-param name="power" select="10 * $power"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="not($whole) and $largest &lt;= $steps * $power div 2">
        <xsl:call-template name="chart-step">
          <xsl:with-param name="largest" select="$largest"/>
          <xsl:with-param name="steps" select="$steps"/>
          <xsl:with-param name="power" select="$power div 10"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$largest > 2 * $steps * $power"><xsl:value-of select="5 * $power"/></xsl:when>
      <xsl:when test="$largest > $steps * $power"><xsl:value-of select="2 * $power"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$power"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
