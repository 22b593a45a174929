<?xml version="1.0" encoding="UTF-8"?>
<!-- Charts as SVG, for pages of GB/T 9704 that are printed black on white: nothing is said by colour, every number
     that is drawn stands there as text, and what was not reported is named, never drawn as 0. A publication
     includes page.xsl and this file and calls

       chart-bars       a bar a datum, or two (this year, the year before)
       chart-stacked    parts of a whole, a bar each
       chart-lines      periods, a line a series
       chart-map        the regions as squares, shaded by class

     What they have in common:
       data      nodes with label, value, state; a chart says what else it reads. value is written as it stands, its
                 place follows from it as a number, not below 0. Without a value, state says why:
                 missing (未报送), returned (退回未重报), not-applicable (不适用), unranked (不排名), else 无数据.
       title     图1 and what it shows; stands below the chart
       unit      of all values
       target    a value that is to be reached; absent: none
       maximum   where the scale ends at least; a round number is made of it
       width     in points; absent: the type area's
     Lengths are points throughout: one user unit of the SVG is one. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:svg="http://www.w3.org/2000/svg"
    exclude-result-prefixes="svg">

  <xsl:include href="chart-words.xsl"/>
  <xsl:include href="chart-scale.xsl"/>
  <xsl:include href="chart-marks.xsl"/>
  <xsl:include href="chart-frame.xsl"/>
  <xsl:include href="chart-bars.xsl"/>
  <xsl:include href="chart-stacked.xsl"/>
  <xsl:include href="chart-lines.xsl"/>
  <xsl:include href="chart-map.xsl"/>

  <xsl:variable name="chart-width" select="floor(substring-before($area-width, 'mm') * 72 div 25.4)"/>

  <!-- The drawing, one Figure whose alternate text says what it shows; its title stands below it. The body region
       reaches out of the type area for rows of text (page.xsl), so the drawing keeps off its edges. -->
  <xsl:template name="chart-figure">
    <xsl:param name="title"/>
    <xsl:param name="alternate"/>
    <xsl:param name="width"/>
    <xsl:param name="height"/>
    <xsl:param name="drawing"/>
    <fo:block text-align="center" font-size="{$chart-text}" line-height="1" y:record="{$title}"
        padding-before="{$row-overhang}" padding-before.conditionality="retain" keep-with-next.within-page="always">
      <fo:instream-foreign-object y:alternate-text="{$alternate}">
        <svg xmlns="http://www.w3.org/2000/svg" width="{$width}pt" height="{$height}pt"
            viewBox="0 0 {$width} {$height}" font-family="{$fangsong}" font-size="{$chart-size}" fill="#000000">
          <xsl:copy-of select="$drawing"/>
        </svg>
      </fo:instream-foreign-object>
    </fo:block>
    <fo:block role="Caption" text-align="center" font-family="{$hei}" font-size="{$size-5}" line-height="20pt"
        space-after="8pt">
      <xsl:value-of select="$title"/>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
