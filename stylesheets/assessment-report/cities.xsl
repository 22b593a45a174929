<?xml version="1.0" encoding="UTF-8"?>
<!-- 四、各市州情况: a page a city, in the order of the scheme: its place, its figures beside the province's and last year's,
     what is strong, weak and missing. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="exsl">

  <xsl:template name="cities">
    <xsl:call-template name="heading"><xsl:with-param name="of" select="'cities'"/></xsl:call-template>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text"><xsl:call-template name="cities-compared"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="cities-chart"/>
    <xsl:apply-templates select="$ranking" mode="city">
      <xsl:sort select="@region_ordinal" data-type="number"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- How each city's indicators divide. The figure follows those of the indicators. -->
  <xsl:template name="cities-chart">
    <xsl:variable name="cities">
      <xsl:for-each select="$ranking">
        <xsl:sort select="@region_ordinal" data-type="number"/>
        <city>
          <datum label="{@region_name}" series="达标" value="{@reached}"/>
          <datum label="{@region_name}" series="未达标" value="{@measured - @reached}"/>
          <datum label="{@region_name}" series="不适用" value="{@not_applicable}"/>
          <datum label="{@region_name}" series="没有数据" value="{@missing}"/>
        </city>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="all" select="exsl:node-set($cities)/city"/>
    <xsl:for-each select="$all[position() mod $bars-of-chart = 1]">
      <xsl:variable name="piece" select="position()"/>
      <xsl:call-template name="chart-stacked">
        <xsl:with-param name="data" select="$all[ceiling(position() div $bars-of-chart) = $piece]/datum"/>
        <xsl:with-param name="title">
          <xsl:call-template name="figure-title">
            <xsl:with-param name="number" select="$cities-figure"/>
            <xsl:with-param name="text" select="concat($year, '年度各市州指标完成情况')"/>
            <xsl:with-param name="piece" select="$piece"/>
          </xsl:call-template>
        </xsl:with-param>
        <xsl:with-param name="unit">项</xsl:with-param>
        <xsl:with-param name="gap" select="1"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="row" mode="city">
    <xsl:variable name="table" select="$tables-before-cities + position()"/>
    <xsl:call-template name="heading">
      <xsl:with-param name="of" select="concat('city-', @region_code)"/>
      <xsl:with-param name="new-page" select="true()"/>
    </xsl:call-template>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text">
        <xsl:call-template name="city-standing"><xsl:with-param name="table" select="$table"/></xsl:call-template>
        <xsl:call-template name="city-gaps"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text"><xsl:call-template name="city-reached"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text">
        <xsl:call-template name="city-strong"/>
        <xsl:call-template name="city-change"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="city-table">
      <xsl:with-param name="number" select="$table"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The unit stands once, with the target. What is counted in 件 has no value of the province to stand beside: it has
       a sum. -->
  <xsl:template name="city-table">
    <xsl:param name="number"/>
    <xsl:call-template name="table-caption">
      <xsl:with-param name="number" select="$number"/>
      <xsl:with-param name="text" select="concat(@region_name, $year, '年度指标完成情况')"/>
      <xsl:with-param name="size" select="$size-5"/>
    </xsl:call-template>
    <fo:table line-height="14.5pt" xsl:use-attribute-sets="table-dense">
      <xsl:choose>
        <xsl:when test="$previous-year != ''">
          <xsl:call-template name="columns">
            <xsl:with-param name="widths">61 13 13 13 13 13 9 11 10</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="heads">
            <xsl:with-param name="words">指标|目标值|完成值|全省|上年|比上年|达标|得分|位次</xsl:with-param>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="columns">
            <xsl:with-param name="widths">66 16 20 18 12 12 12</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="heads">
            <xsl:with-param name="words">指标|目标值|完成值|全省|达标|得分|位次</xsl:with-param>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <fo:table-body>
        <xsl:apply-templates select="key('cells-of-region', @region_code)" mode="city-table"/>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="row" mode="city-table">
    <fo:table-row y:record="{@region_name}" xsl:use-attribute-sets="row">
      <xsl:call-template name="name-cell"><xsl:with-param name="name" select="@indicator_name"/></xsl:call-template>
      <xsl:call-template name="figure">
        <xsl:with-param name="value" select="concat(@threshold, @unit)"/>
      </xsl:call-template>
      <xsl:call-template name="value-cell"/>
      <xsl:call-template name="figure">
        <xsl:with-param name="value" select="key('indicator', @code)[@unit = '%']/@value"/>
      </xsl:call-template>
      <xsl:if test="$previous-year != ''">
        <xsl:call-template name="figure"><xsl:with-param name="value" select="@previous"/></xsl:call-template>
        <xsl:call-template name="change-cell"/>
      </xsl:if>
      <xsl:call-template name="reached-cell"/>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@score"/></xsl:call-template>
      <xsl:call-template name="word"><xsl:with-param name="word" select="@place"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
