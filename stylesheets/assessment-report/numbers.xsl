<?xml version="1.0" encoding="UTF-8"?>
<!-- The numbers of tables and figures, which sentences name and captions bear. Tables: 1 the province, 2 the
     ranking, then one an indicator, one a city, the last the returns. Figures: the comparison with the year before
     and the map, if there is anything to draw, then one an indicator, the last the cities. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:variable name="tables-before-indicators" select="2"/>
  <xsl:variable name="tables-before-cities" select="$tables-before-indicators + count($indicators)"/>
  <xsl:variable name="returns-table" select="$tables-before-cities + count($ranking) + 1"/>

  <!-- Only shares are drawn beside each other. -->
  <xsl:variable name="compared" select="$indicators[@change and @unit = '%']"/>
  <!-- The map knows the regions of one province. -->
  <xsl:variable name="map-drawn"
      select="boolean($ranking/@place) and not($ranking[not(@region_code = $chart-tiles/@code)])"/>
  <xsl:variable name="map-figure" select="1 + boolean($compared)"/>
  <xsl:variable name="figures-before-indicators" select="boolean($compared) + $map-drawn"/>
  <xsl:variable name="cities-figure" select="$figures-before-indicators + count($indicators) + 1"/>

</xsl:stylesheet>
