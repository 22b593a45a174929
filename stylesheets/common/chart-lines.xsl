<?xml version="1.0" encoding="UTF-8"?>
<!-- Lines over periods: a line a series, each with its own dash and mark. The numbers stand in a table whose columns are
     the periods themselves, below their points, so that they cannot run into each other however near the lines are;
     the table's first column is the legend.

     A datum is one point: label (its period), series, value, state. The order of both is that in which they come; one
     series needs no name. A line does not pass over a period without a value. -->
<xsl:stylesheet version="1.0"
    xmlns="http://www.w3.org/2000/svg"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:set="http://exslt.org/sets"
    exclude-result-prefixes="exsl set">

  <xsl:variable name="chart-row">14</xsl:variable>  <!-- of the table -->

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
  </xsl:template>

</xsl:stylesheet>
