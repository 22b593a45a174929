<?xml version="1.0" encoding="UTF-8"?>
<!-- 一、总体情况: on what grounds, how far the province has come with each indicator, what changed. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="exsl">

  <xsl:template name="overview">
    <xsl:call-template name="heading"><xsl:with-param name="of" select="'overview'"/></xsl:call-template>
    <xsl:call-template name="heading"><xsl:with-param name="of" select="'overview-basis'"/></xsl:call-template>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text"><xsl:call-template name="basis"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text"><xsl:call-template name="rules"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text"><xsl:call-template name="data-received"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="heading"><xsl:with-param name="of" select="'overview-result'"/></xsl:call-template>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text"><xsl:call-template name="province-result"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text"><xsl:call-template name="cities-result"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="indicators-table"/>
    <xsl:call-template name="heading"><xsl:with-param name="of" select="'overview-change'"/></xsl:call-template>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text"><xsl:call-template name="province-change"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="year-chart"/>
  </xsl:template>

  <xsl:template name="year-chart">
    <xsl:if test="$compared">
      <xsl:variable name="data">
        <xsl:for-each select="$compared"><datum label="{@name}" value="{@value}" previous="{@previous}"/></xsl:for-each>
      </xsl:variable>
      <xsl:call-template name="chart-bars">
        <xsl:with-param name="data" select="exsl:node-set($data)/*"/>
        <xsl:with-param name="title" select="concat('图1　', $previous-year, '年度和', $year, '年度全省完成值')"/>
        <xsl:with-param name="unit">%</xsl:with-param>
        <xsl:with-param name="value-name" select="concat($year, '年度')"/>
        <xsl:with-param name="previous-name" select="concat($previous-year, '年度')"/>
        <xsl:with-param name="gap" select="3"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Without a year before, its two columns go to the indicator's name. -->
  <xsl:template name="indicators-table">
    <xsl:call-template name="table-caption">
      <xsl:with-param name="number" select="1"/>
      <xsl:with-param name="text" select="concat($year, '年度全省指标完成情况')"/>
      <xsl:with-param name="size" select="$size-5"/>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="table-dense">
      <xsl:choose>
        <xsl:when test="$previous-year != ''">
          <xsl:call-template name="columns">
            <xsl:with-param name="widths">61 10 13 14 14 13 10 10 11</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="heads">
            <xsl:with-param name="words" select="concat('指标|分值|目标值|全省/完成值|', $previous-year,
                '年/完成值|比上年|达标/市州|没有/数据|不/适用')"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="columns">
            <xsl:with-param name="widths">66 14 18 19 13 13 13</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="heads">
            <xsl:with-param name="words">指标|分值|目标值|全省/完成值|达标/市州|没有/数据|不/适用</xsl:with-param>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <fo:table-body><xsl:apply-templates select="$indicators" mode="overview"/></fo:table-body>
    </fo:table>
    <fo:block xsl:use-attribute-sets="note">
      <xsl:text>注：</xsl:text>
      <xsl:if test="$previous-year != ''">
        <xsl:text>“比上年”为百分点或件；</xsl:text>
      </xsl:if>
      <xsl:text>完成值的单位同目标值，末三栏为市州个数。</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template match="row" mode="overview">
    <fo:table-row y:record="{@name}" xsl:use-attribute-sets="row">
      <xsl:call-template name="name-cell"><xsl:with-param name="name" select="@name"/></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@weight"/></xsl:call-template>
      <xsl:call-template name="figure">
        <xsl:with-param name="value" select="concat(@threshold, @unit)"/>
      </xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@value"/></xsl:call-template>
      <xsl:if test="$previous-year != ''">
        <xsl:call-template name="figure"><xsl:with-param name="value" select="@previous"/></xsl:call-template>
        <xsl:call-template name="change-cell"/>
      </xsl:if>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@reached_regions"/></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@missing"/></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@not_applicable"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
