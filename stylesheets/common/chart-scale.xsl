<?xml version="1.0" encoding="UTF-8"?>
<!-- Scales of charts: they begin at 0 and end at a round number, in at most six steps of 1, 2 or 5 times a power
     of ten. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:math="http://exslt.org/math"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="exsl math str">

  <!-- The largest of the values, the target and the maximum asked for; if none of them is above 0, 100 of percent
       and 1 of anything else. A value that cannot be drawn ends the transformation. -->
  <xsl:template name="chart-largest">
    <xsl:param name="values"/>
    <xsl:param name="title"/>
    <xsl:param name="unit"/>
    <xsl:param name="target"/>
    <xsl:param name="maximum"/>
    <xsl:variable name="wrong" select="$values[string() != '' and not(number() >= 0)][1]"/>
    <xsl:if test="$wrong">
      <xsl:message terminate="yes">
        <xsl:value-of select="concat('“', $title, '”中“', $wrong/../@label, '”的数值“', $wrong,
            '”不是大于或等于0的数，无法成图。')"/>
      </xsl:message>
    </xsl:if>
    <xsl:variable name="found">
      <xsl:for-each select="$values[number() > 0]"><number><xsl:value-of select="."/></number></xsl:for-each>
      <xsl:if test="$target > 0"><number><xsl:value-of select="$target"/></number></xsl:if>
      <xsl:if test="$maximum > 0"><number><xsl:value-of select="$maximum"/></number></xsl:if>
    </xsl:variable>
    <xsl:variable name="numbers" select="exsl:node-set($found)/number"/>
    <xsl:choose>
      <xsl:when test="$numbers"><xsl:value-of select="math:max($numbers)"/></xsl:when>
      <xsl:when test="$unit = '%'">100</xsl:when>
      <xsl:otherwise>1</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The step of a scale that reaches `largest`. Things are counted: `whole` steps are not below 1. -->
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

  <!-- The ticks of a scale that reaches `largest`: one number each, as it is written. -->
  <xsl:template name="chart-ticks">
    <xsl:param name="largest"/>
    <xsl:param name="whole" select="false()"/>
    <xsl:param name="steps" select="6"/>
    <xsl:variable name="step">
      <xsl:call-template name="chart-step">
        <xsl:with-param name="largest" select="$largest"/>
        <xsl:with-param name="whole" select="$whole"/>
        <xsl:with-param name="steps" select="$steps"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:for-each select="str:tokenize(str:padding(ceiling($largest div $step) + 1, '|'), '')">
      <tick><xsl:value-of select="format-number((position() - 1) * $step, '0.######')"/></tick>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
