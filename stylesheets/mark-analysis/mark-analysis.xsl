<?xml version="1.0" encoding="UTF-8"?>
<!-- The analysis: the cities, the distribution of points, the modules; tables, charts and what they show in words. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="exsl">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/wording.xsl"/>
  <xsl:include href="../common/examination.xsl"/>
  <xsl:include href="../common/chart.xsl"/>
  <xsl:include href="sentences.xsl"/>

  <xsl:variable name="session" select="/data/query[@name = 'session']/row"/>
  <xsl:variable name="total" select="/data/query[@name = 'cities']/row[@key = 'total']"/>
  <xsl:variable name="cities" select="/data/query[@name = 'cities']/row[@key != 'total']"/>
  <xsl:variable name="measures" select="/data/query[@name = 'measures']/row"/>
  <xsl:variable name="distribution" select="/data/query[@name = 'distribution']/row"/>
  <xsl:variable name="modules" select="/data/query[@name = 'modules']/row"/>

  <xsl:template match="/data">
    <xsl:call-template name="check-sitting">
      <xsl:with-param name="sitting" select="$session"/>
      <xsl:with-param name="exam" select="parameter[@name = 'exam']/@value"/>
    </xsl:call-template>
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="page-masters"/>
      <fo:page-sequence master-reference="tables">
        <xsl:call-template name="page-numbers"/>
        <fo:flow flow-name="xsl-region-body" font-size="{$size-4}" line-height="24pt">
          <fo:block role="H1" space-after="12pt" xsl:use-attribute-sets="opening-title">
            <xsl:value-of select="concat($session/@title, '&#10;成绩分析')"/>
          </fo:block>
          <xsl:choose>
            <xsl:when test="$total/@sat > 0">
              <xsl:call-template name="heading"><xsl:with-param name="text">一、参加考试和合格情况</xsl:with-param></xsl:call-template>
              <fo:block xsl:use-attribute-sets="paragraph"><xsl:call-template name="about-cities"/></fo:block>
              <xsl:call-template name="cities"/>
              <xsl:call-template name="heading"><xsl:with-param name="text">二、分数分布</xsl:with-param></xsl:call-template>
              <fo:block xsl:use-attribute-sets="paragraph"><xsl:call-template name="about-measures"/></fo:block>
              <xsl:call-template name="measures"/>
              <xsl:call-template name="heading"><xsl:with-param name="text">三、各模块得分</xsl:with-param></xsl:call-template>
              <fo:block xsl:use-attribute-sets="paragraph"><xsl:call-template name="about-modules"/></fo:block>
              <xsl:call-template name="modules"/>
            </xsl:when>
            <xsl:otherwise>
              <fo:block xsl:use-attribute-sets="paragraph">还没有人有成绩，无从分析。</fo:block>
            </xsl:otherwise>
          </xsl:choose>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="heading">
    <xsl:param name="text"/>
    <fo:block role="H2" font-family="{$hei}" space-before="10pt" keep-with-next.within-page="always" xsl:use-attribute-sets="paragraph">
      <xsl:value-of select="$text"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="cities">
    <xsl:call-template name="table-caption">
      <xsl:with-param name="number">1</xsl:with-param>
      <xsl:with-param name="text">各地区参加考试和合格情况</xsl:with-param>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="table-5">
      <xsl:call-template name="columns"><xsl:with-param name="widths">44 15 16 14 14 15 14 24</xsl:with-param></xsl:call-template>
      <xsl:call-template name="heads">
        <xsl:with-param name="words">考试地区|报名|有成绩|缺考|违纪|没有/成绩|合格|合格率/（%）</xsl:with-param>
      </xsl:call-template>
      <fo:table-body>
        <xsl:apply-templates select="$cities | $total" mode="city"/>
      </fo:table-body>
    </fo:table>
    <fo:block xsl:use-attribute-sets="note">注：合格率是合格人数占有成绩人数的百分比；“没有成绩”是报了名而没有收到成绩的，不按0分计。</fo:block>
    <xsl:variable name="data">
      <xsl:for-each select="$cities">
        <datum code="{@key}" label="{@name}">
          <xsl:choose>
            <xsl:when test="@rate"><xsl:attribute name="value"><xsl:value-of select="@rate"/></xsl:attribute></xsl:when>
            <xsl:when test="@no_marks > 0"><xsl:attribute name="state">missing</xsl:attribute></xsl:when>
            <xsl:otherwise><xsl:attribute name="state">not-applicable</xsl:attribute></xsl:otherwise>
          </xsl:choose>
        </datum>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="chart-map">
      <xsl:with-param name="data" select="exsl:node-set($data)/*"/>
      <xsl:with-param name="title">图1　各地区合格率</xsl:with-param>
      <xsl:with-param name="unit">%</xsl:with-param>
      <xsl:with-param name="limits">40 60 80</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="row" mode="city">
    <fo:table-row y:record="{@name}" xsl:use-attribute-sets="row">
      <xsl:if test="@key = 'total'"><xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute></xsl:if>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="@name"/></fo:block></fo:table-cell>
      <xsl:call-template name="figures">
        <xsl:with-param name="of" select="@candidates | @sat | @absent | @breach | @no_marks | @passed"/>
      </xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@rate"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <!-- Attributes in the order of the query's columns. -->
  <xsl:template name="figures">
    <xsl:param name="of"/>
    <xsl:for-each select="$of">
      <xsl:call-template name="figure"><xsl:with-param name="value" select="."/></xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="figure">
    <xsl:param name="value"/>
    <fo:table-cell xsl:use-attribute-sets="number-cell">
      <fo:block><xsl:call-template name="value-or-dash"><xsl:with-param name="value" select="$value"/></xsl:call-template></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="measures">
    <xsl:call-template name="table-caption">
      <xsl:with-param name="number">2</xsl:with-param>
      <xsl:with-param name="text">分数的分布</xsl:with-param>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="table-5">
      <xsl:call-template name="columns"><xsl:with-param name="widths">24 16 20 20 20 18 20 18</xsl:with-param></xsl:call-template>
      <xsl:call-template name="heads">
        <xsl:with-param name="words">分数|满分|平均分|最低分|下四分/位数|中位数|上四分/位数|最高分</xsl:with-param>
      </xsl:call-template>
      <fo:table-body>
        <xsl:for-each select="$measures">
          <fo:table-row y:record="{@name}" xsl:use-attribute-sets="row">
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="@name"/></fo:block></fo:table-cell>
            <xsl:call-template name="figures">
              <xsl:with-param name="of" select="@most | @mean | @lowest | @lower_quartile | @median | @upper_quartile | @highest"/>
            </xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <fo:block xsl:use-attribute-sets="note">注：按有成绩的考生从低到高排列；人数为偶数时，中位数是居中两个分数的平均数；下、上四分位数是排在人数的四分之一、四分之三处（不是整数的进一位）的分数。</fo:block>
    <!-- Classes of ten points, from 0: a line where the pass rule asks for so many. -->
    <xsl:for-each select="$measures">
      <xsl:variable name="asked" select="$session/@*[name() = concat('pass_', current()/@measure)]"/>
      <xsl:call-template name="chart-bars">
        <xsl:with-param name="data" select="$distribution[@measure = current()/@measure]"/>
        <xsl:with-param name="title" select="concat('图', position() + 1, '　', @name, '各分数段人数')"/>
        <xsl:with-param name="unit">人</xsl:with-param>
        <xsl:with-param name="gap" select="2"/>
        <xsl:with-param name="division">
          <xsl:if test="$asked"><xsl:value-of select="$asked div 10"/></xsl:if>
        </xsl:with-param>
        <xsl:with-param name="division-name">
          <xsl:if test="$asked"><xsl:value-of select="concat('合格线', $asked, '分')"/></xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="modules">
    <xsl:call-template name="table-caption">
      <xsl:with-param name="number">3</xsl:with-param>
      <xsl:with-param name="text">客观题各模块得分</xsl:with-param>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="table-5">
      <xsl:call-template name="columns"><xsl:with-param name="widths">44 14 14 22 18 22 22</xsl:with-param></xsl:call-template>
      <xsl:call-template name="heads">
        <xsl:with-param name="words">模块|题数|满分|占大纲/（%）|平均分|得分率/（%）|占得分/（%）</xsl:with-param>
      </xsl:call-template>
      <fo:table-body>
        <xsl:for-each select="$modules">
          <fo:table-row y:record="{@name}" xsl:use-attribute-sets="row">
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="@name"/></fo:block></fo:table-cell>
            <xsl:call-template name="figures">
              <xsl:with-param name="of" select="@items | @most | @outline | @mean | @reached | @share"/>
            </xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <fo:block xsl:use-attribute-sets="note">注：占大纲是该模块满分占客观题满分的百分比；得分率是平均分占满分的百分比；占得分是考生在该模块所得分数占客观题所得分数的百分比。百分比各自四舍五入，合计不一定为100。</fo:block>
    <xsl:variable name="data">
      <xsl:for-each select="$modules"><datum label="{@name}" value="{@reached}"/></xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="chart-bars">
      <xsl:with-param name="data" select="exsl:node-set($data)/*"/>
      <xsl:with-param name="title">图5　各模块得分率</xsl:with-param>
      <xsl:with-param name="unit">%</xsl:with-param>
      <xsl:with-param name="maximum" select="100"/>
      <xsl:with-param name="gap" select="2"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
