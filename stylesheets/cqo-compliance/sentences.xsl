<?xml version="1.0" encoding="UTF-8"?>
<!-- What table 1 says, in words; each sentence only if the figures call for it. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:math="http://exslt.org/math"
    exclude-result-prefixes="math">

  <xsl:template name="sentences">
    <xsl:variable name="sent" select="$regions[@state = 'sent']"/>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:text>截至</xsl:text>
      <xsl:call-template name="date">
        <xsl:with-param name="iso" select="$scheme/@reference_date"/>
      </xsl:call-template>
      <xsl:text>，已报送企业首席质量官基本情况统计表的</xsl:text>
      <xsl:value-of select="count($sent)"/>
      <xsl:text>个地区共有首席质量官</xsl:text>
      <xsl:value-of select="$total/@officers"/>
      <xsl:text>人。</xsl:text>
      <xsl:choose>
        <xsl:when test="$total/@persons > 0"><xsl:call-template name="missed"/></xsl:when>
        <xsl:otherwise>没有不符合任职条件、培训学时不足或者任期已经届满的。</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$total/@expiring > 0">
        <xsl:text>任期将在</xsl:text>
        <xsl:value-of select="$scheme/@expiry_days"/>
        <xsl:text>日内届满的有</xsl:text>
        <xsl:value-of select="$total/@expiring"/>
        <xsl:text>人，应当及时续聘或者改聘。</xsl:text>
      </xsl:if>
    </fo:block>
    <xsl:variable name="regions-named">
      <xsl:if test="$total/@persons > 0"><xsl:call-template name="by-region"/></xsl:if>
      <xsl:call-template name="named">
        <xsl:with-param name="before">没有不符合情形的地区：</xsl:with-param>
        <xsl:with-param name="of" select="$sent[@persons = 0]/@region_name[$total/@persons > 0]"/>
      </xsl:call-template>
      <xsl:call-template name="named">
        <xsl:with-param name="before">没有报送、未列入核查的地区：</xsl:with-param>
        <xsl:with-param name="of" select="$regions[@state = 'missing']/@region_name"/>
      </xsl:call-template>
      <xsl:call-template name="named">
        <xsl:with-param name="before">报送材料被退回、尚未重新报送，未列入核查的地区：</xsl:with-param>
        <xsl:with-param name="of" select="$regions[@state = 'returned']/@region_name"/>
      </xsl:call-template>
      <xsl:call-template name="named">
        <xsl:with-param name="before">
          <xsl:text>超过报送截止日期（</xsl:text>
          <xsl:call-template name="date">
            <xsl:with-param name="iso" select="$scheme/@deadline"/>
          </xsl:call-template>
          <xsl:text>）报送的地区：</xsl:text>
        </xsl:with-param>
        <xsl:with-param name="of" select="$regions[@late = 1]/@region_name"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="string($regions-named)">
      <fo:block xsl:use-attribute-sets="paragraph"><xsl:value-of select="$regions-named"/></fo:block>
    </xsl:if>
  </xsl:template>

  <!-- How many, how much, and of what. -->
  <xsl:template name="missed">
    <xsl:text>其中不符合任职条件、培训学时不足或者任期已经届满的</xsl:text>
    <xsl:value-of select="$total/@persons"/>
    <xsl:text>人，占</xsl:text>
    <xsl:value-of select="$total/@share"/>
    <xsl:text>%，共</xsl:text>
    <xsl:value-of select="$total/@items"/>
    <xsl:text>项：</xsl:text>
    <xsl:variable name="parts">
      <xsl:for-each select="$total/@*[. > 0]">
        <xsl:variable name="words"><xsl:apply-templates select="." mode="condition"/></xsl:variable>
        <xsl:if test="string($words)"><xsl:value-of select="concat('，', $words, ., '人')"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:value-of select="concat(substring($parts, 2), '。')"/>
  </xsl:template>

  <xsl:template match="@*" mode="condition"/>
  <xsl:template match="@experience_years" mode="condition">从事质量管理工作年限不足的</xsl:template>
  <xsl:template match="@education" mode="condition">学历不符合要求的</xsl:template>
  <xsl:template match="@qualification" mode="condition">职业资格或者职称不符合要求的</xsl:template>
  <xsl:template match="@education_or_qualification" mode="condition">学历和资格都不符合要求的</xsl:template>
  <xsl:template match="@term_years" mode="condition">任期过长的</xsl:template>
  <xsl:template match="@exclusion" mode="condition">有不得聘任情形的</xsl:template>
  <xsl:template match="@initial_hours" mode="condition">一类培训初次学时不足的</xsl:template>
  <xsl:template match="@continuing_hours" mode="condition">一类培训继续教育学时不足的</xsl:template>
  <xsl:template match="@class_2_hours" mode="condition">二类培训学时不足的</xsl:template>
  <xsl:template match="@expired" mode="condition">任期已经届满的</xsl:template>

  <!-- Where most are, and where the largest share of a city's officers is; equal ones together. -->
  <xsl:template name="by-region">
    <xsl:call-template name="largest">
      <xsl:with-param name="before">不符合人数最多的是</xsl:with-param>
      <xsl:with-param name="of" select="$regions/@persons"/>
      <xsl:with-param name="unit">人</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="largest">
      <xsl:with-param name="before">占本地区首席质量官比例最高的是</xsl:with-param>
      <xsl:with-param name="of" select="$regions/@share"/>
      <xsl:with-param name="unit">%</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="largest">
    <xsl:param name="before"/>
    <xsl:param name="of"/>
    <xsl:param name="unit"/>
    <xsl:variable name="figure" select="math:max($of)"/>
    <xsl:variable name="there" select="$of[. = $figure]"/>
    <xsl:value-of select="$before"/>
    <xsl:call-template name="list">
      <xsl:with-param name="of" select="$there/../@region_name"/>
    </xsl:call-template>
    <xsl:value-of select="concat('，', substring('均为', 1, 2 * (count($there) > 1)), $there[1], $unit, '。')"/>
  </xsl:template>

</xsl:stylesheet>
