<?xml version="1.0" encoding="UTF-8"?>
<!-- 四、各市州情况: a page a city, in the order of the scheme: its place, its figures beside the province's and last year's,
     what is strong, weak and missing. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:template name="cities">
    <xsl:call-template name="heading">
      <xsl:with-param name="of" select="'cities'"/>
      <xsl:with-param name="new-page" select="true()"/>
    </xsl:call-template>
    <xsl:apply-templates select="$ranking" mode="city">
      <xsl:sort select="@region_ordinal" data-type="number"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- The first stands on the page of the part's heading. -->
  <xsl:template match="row" mode="city">
    <xsl:call-template name="heading">
      <xsl:with-param name="of" select="concat('city-', @region_code)"/>
      <xsl:with-param name="new-page" select="position() > 1"/>
    </xsl:call-template>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text"><xsl:call-template name="city-standing"/><xsl:call-template name="city-gaps"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text"><xsl:call-template name="city-reached"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text"><xsl:call-template name="city-strong"/><xsl:call-template name="city-change"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="city-table">
      <xsl:with-param name="number" select="count($indicators) + 2 + position()"/>
    </xsl:call-template>
  </xsl:template>

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
          <xsl:call-template name="columns"><xsl:with-param name="widths">54 13 15 15 15 13 10 11 10</xsl:with-param></xsl:call-template>
          <xsl:call-template name="heads">
            <xsl:with-param name="words" select="concat('指标|目标值|完成值|全省|', $previous-year, '年|比上年|达标|得分|位次')"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="columns"><xsl:with-param name="widths">66 16 20 18 12 12 12</xsl:with-param></xsl:call-template>
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
    <xsl:variable name="province" select="key('indicator', @code)"/>
    <fo:table-row y:record="{@region_name}" xsl:use-attribute-sets="row">
      <xsl:call-template name="name-cell"><xsl:with-param name="name" select="@indicator_name"/></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="concat(@threshold, @unit)"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="@value">
          <xsl:call-template name="figure"><xsl:with-param name="value" select="concat(@value, @unit)"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="value-cell"/></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="figure">
        <xsl:with-param name="value" select="concat($province/@value, @unit[$province/@value])"/>
      </xsl:call-template>
      <xsl:if test="$previous-year != ''">
        <xsl:call-template name="figure">
          <xsl:with-param name="value" select="concat(@previous, @unit[../@previous])"/>
        </xsl:call-template>
        <xsl:call-template name="change-cell"/>
      </xsl:if>
      <xsl:call-template name="reached-cell"/>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@score"/></xsl:call-template>
      <xsl:call-template name="word"><xsl:with-param name="word" select="@place"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
