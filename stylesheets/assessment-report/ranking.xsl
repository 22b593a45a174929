<?xml version="1.0" encoding="UTF-8"?>
<!-- 二、综合排名: the cities by their total scores, beside last year's places; the same as a map. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="exsl">

  <xsl:template name="ranking">
    <xsl:call-template name="heading"><xsl:with-param name="of" select="'ranking'"/></xsl:call-template>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text">
        <xsl:call-template name="ranked"/>
        <xsl:call-template name="leaders"/>
        <xsl:call-template name="moved"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="ranking-map"/>
    <xsl:call-template name="table-caption">
      <xsl:with-param name="number" select="2"/>
      <xsl:with-param name="text" select="concat($year, '年度各市州综合得分和名次')"/>
      <xsl:with-param name="size" select="$size-5"/>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="table-dense">
      <xsl:choose>
        <xsl:when test="$previous-year != ''">
          <xsl:call-template name="columns">
            <xsl:with-param name="widths">14 30 22 18 18 16 18 20</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="heads">
            <xsl:with-param name="words" select="concat('名次|地区|总分|达标/指标|没有数据/的指标|不适用/的指标|',
                $previous-year, '年/名次|名次变化')"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="columns">
            <xsl:with-param name="widths">18 38 28 24 24 24</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="heads">
            <xsl:with-param name="words">名次|地区|总分|达标/指标|没有数据/的指标|不适用/的指标</xsl:with-param>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <fo:table-body><xsl:apply-templates select="$ranking" mode="ranking"/></fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- Classes of 60, 80, 90 and 95 hundredths of the full score. -->
  <xsl:template name="ranking-map">
    <xsl:variable name="full" select="sum($indicators/@weight)"/>
    <xsl:if test="$map-drawn">
      <xsl:variable name="data">
        <xsl:for-each select="$ranking">
          <datum label="{@region_name}" code="{@region_code}">
            <xsl:choose>
              <xsl:when test="@score">
                <xsl:attribute name="value"><xsl:value-of select="@score"/></xsl:attribute>
              </xsl:when>
              <xsl:otherwise><xsl:attribute name="state">unranked</xsl:attribute></xsl:otherwise>
            </xsl:choose>
          </datum>
        </xsl:for-each>
      </xsl:variable>
      <xsl:call-template name="chart-map">
        <xsl:with-param name="data" select="exsl:node-set($data)/*"/>
        <xsl:with-param name="title" select="concat('图', $map-figure, '　', $year, '年度各市州综合得分')"/>
        <xsl:with-param name="unit">分</xsl:with-param>
        <xsl:with-param name="limits"
            select="concat(0.6 * $full, ' ', 0.8 * $full, ' ', 0.9 * $full, ' ', 0.95 * $full)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="row" mode="ranking">
    <fo:table-row y:record="{@region_name}" xsl:use-attribute-sets="row">
      <xsl:call-template name="word"><xsl:with-param name="word" select="@place"/></xsl:call-template>
      <xsl:call-template name="name-cell"><xsl:with-param name="name" select="@region_name"/></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@score"/></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@reached"/></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@missing"/></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@not_applicable"/></xsl:call-template>
      <xsl:if test="$previous-year != ''">
        <xsl:call-template name="word"><xsl:with-param name="word" select="@previous_place"/></xsl:call-template>
        <xsl:call-template name="word">
          <xsl:with-param name="word">
            <xsl:choose>
              <xsl:when test="not(@rise)"/>
              <xsl:when test="@rise = 0">持平</xsl:when>
              <xsl:otherwise><xsl:call-template name="rise"/></xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:if>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
