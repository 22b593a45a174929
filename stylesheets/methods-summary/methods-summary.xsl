<?xml version="1.0" encoding="UTF-8"?>
<!-- The annual summary of advanced quality methods: what the year brought, in words, short tables and charts; behind it
     annexes, a table a target, then county by county. Sentences stand in sentences.xsl, tables in tables.xsl and
     county-tables.xsl; how a target is spoken of in targets.xml. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="exsl">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/annex.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/chart.xsl"/>
  <xsl:include href="../common/wording.xsl"/>
  <xsl:include href="sentences.xsl"/>
  <xsl:include href="tables.xsl"/>
  <xsl:include href="county-tables.xsl"/>

  <xsl:variable name="year" select="/data/parameter[@name = 'year']/@value"/>
  <xsl:variable name="scheme" select="/data/query[@name = 'scheme']/row"/>
  <xsl:variable name="targets" select="/data/query[@name = 'targets']/row"/>
  <xsl:variable name="rates" select="/data/query[@name = 'rates']/row"/>
  <xsl:variable name="work" select="/data/query[@name = 'work']/row"/>
  <xsl:variable name="counties" select="/data/query[@name = 'counties']/row"/>
  <xsl:variable name="senders" select="/data/query[@name = 'senders']/row"/>
  <xsl:variable name="words" select="document('targets.xml')/targets/target"/>

  <xsl:variable name="annex-rates">各地区目标完成情况</xsl:variable>
  <xsl:variable name="annex-counties">各县（市、区）目标完成情况</xsl:variable>
  <xsl:variable name="annex-work">各县（市、区）推广活动情况</xsl:variable>

  <xsl:template match="/data">
    <xsl:call-template name="check-scheme"/>
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="page-masters"/>
      <xsl:call-template name="bookmarks"/>
      <fo:page-sequence master-reference="text">
        <xsl:call-template name="page-numbers"/>
        <fo:flow flow-name="xsl-region-body">
          <xsl:call-template name="text"/>
        </fo:flow>
      </fo:page-sequence>
      <xsl:call-template name="annex-pages">
        <xsl:with-param name="number" select="1"/>
        <xsl:with-param name="title" select="$annex-rates"/>
        <xsl:with-param name="content"><xsl:call-template name="rate-tables"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="annex-pages">
        <xsl:with-param name="number" select="2"/>
        <xsl:with-param name="title" select="$annex-counties"/>
        <xsl:with-param name="content"><xsl:call-template name="county-rates"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="annex-pages">
        <xsl:with-param name="number" select="3"/>
        <xsl:with-param name="title" select="$annex-work"/>
        <xsl:with-param name="content"><xsl:call-template name="county-work"/></xsl:with-param>
      </xsl:call-template>
    </fo:root>
  </xsl:template>

  <!-- Without a scheme there is no target; one that asks for none of the four rates needs no summary. -->
  <xsl:template name="check-scheme">
    <xsl:if test="not($scheme)">
      <xsl:message terminate="yes">
        <xsl:value-of select="$year"/>
        <xsl:text>年度还没有接收到督察考核方案（assessment-scheme），没有目标值，无法印发。</xsl:text>
      </xsl:message>
    </xsl:if>
    <xsl:if test="not($targets)">
      <xsl:message terminate="yes">
        <xsl:value-of select="$year"/>
        <xsl:text>年度的督察考核方案没有先进质量方法的指标（管理人员、一线职工、质量岗位、服务平台），无从总结，无法印发。</xsl:text>
      </xsl:message>
    </xsl:if>
  </xsl:template>

  <xsl:template name="text">
    <fo:block id="title" xsl:use-attribute-sets="opening-title">
      <xsl:value-of select="$year"/>
      <xsl:text>年全省先进质量方法推广年度总结</xsl:text>
    </fo:block>
    <fo:block text-align="center" font-family="{$kai}" space-after="{$row}">
      <xsl:text>（</xsl:text>
      <xsl:value-of select="$scheme/@issuer"/>
      <xsl:text>　</xsl:text>
      <xsl:call-template name="date"><xsl:with-param name="iso" select="$scheme/@report_date"/></xsl:call-template>
      <xsl:text>）</xsl:text>
    </fo:block>

    <fo:block id="overview" xsl:use-attribute-sets="heading-1">一、总体情况</fo:block>
    <xsl:call-template name="overview"/>
    <xsl:call-template name="target-table"/>

    <fo:block id="targets" xsl:use-attribute-sets="heading-1">二、目标完成情况</fo:block>
    <xsl:for-each select="$targets">
      <fo:block xsl:use-attribute-sets="heading-2">
        <xsl:text>（</xsl:text>
        <xsl:call-template name="chinese-number">
          <xsl:with-param name="number" select="position()"/>
        </xsl:call-template>
        <xsl:text>）</xsl:text>
        <xsl:value-of select="@indicator_name"/>
      </fo:block>
      <xsl:call-template name="target"/>
      <xsl:if test="@value"><xsl:call-template name="target-chart"/></xsl:if>
    </xsl:for-each>

    <fo:block id="work" xsl:use-attribute-sets="heading-1">三、推广活动情况</fo:block>
    <xsl:call-template name="work"/>
    <xsl:call-template name="work-table"/>

    <fo:block id="senders" xsl:use-attribute-sets="heading-1">四、报送情况</fo:block>
    <xsl:call-template name="senders"/>

    <fo:block space-before="{$row}" margin-left="2em" keep-with-previous.within-page="always">
      <fo:block>附件：1. <xsl:value-of select="$annex-rates"/></fo:block>
      <fo:block margin-left="3em">2. <xsl:value-of select="$annex-counties"/></fo:block>
      <fo:block margin-left="3em">3. <xsl:value-of select="$annex-work"/></fo:block>
    </fo:block>
  </xsl:template>

  <!-- Context: a target, the how manieth by position(). -->
  <xsl:template name="target-chart">
    <xsl:variable name="data">
      <xsl:for-each select="$rates[@indicator_code = current()/@indicator_code][@region_code != 'total']">
        <datum label="{@region_name}" state="{@state}">
          <xsl:copy-of select="@value"/>
        </datum>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="chart-bars">
      <xsl:with-param name="data" select="exsl:node-set($data)/datum"/>
      <xsl:with-param name="title" select="concat('图', position(), '　', $year, '年各地区', @indicator_name)"/>
      <xsl:with-param name="unit">%</xsl:with-param>
      <xsl:with-param name="target" select="@threshold"/>
      <xsl:with-param name="maximum" select="100"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="annex-pages">
    <xsl:param name="number"/>
    <xsl:param name="title"/>
    <xsl:param name="content"/>
    <fo:page-sequence master-reference="tables">
      <xsl:call-template name="page-numbers"/>
      <fo:flow flow-name="xsl-region-body">
        <fo:block id="annex-{$number}">
          <xsl:call-template name="annex-head">
            <xsl:with-param name="number" select="$number"/>
            <xsl:with-param name="title" select="$title"/>
          </xsl:call-template>
        </fo:block>
        <xsl:copy-of select="$content"/>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <xsl:template name="bookmarks">
    <fo:bookmark-tree>
      <fo:bookmark internal-destination="overview"><fo:bookmark-title>一、总体情况</fo:bookmark-title></fo:bookmark>
      <fo:bookmark internal-destination="targets"><fo:bookmark-title>二、目标完成情况</fo:bookmark-title></fo:bookmark>
      <fo:bookmark internal-destination="work"><fo:bookmark-title>三、推广活动情况</fo:bookmark-title></fo:bookmark>
      <fo:bookmark internal-destination="senders"><fo:bookmark-title>四、报送情况</fo:bookmark-title></fo:bookmark>
      <fo:bookmark internal-destination="annex-1">
        <fo:bookmark-title>附件1　<xsl:value-of select="$annex-rates"/></fo:bookmark-title>
      </fo:bookmark>
      <fo:bookmark internal-destination="annex-2">
        <fo:bookmark-title>附件2　<xsl:value-of select="$annex-counties"/></fo:bookmark-title>
      </fo:bookmark>
      <fo:bookmark internal-destination="annex-3">
        <fo:bookmark-title>附件3　<xsl:value-of select="$annex-work"/></fo:bookmark-title>
      </fo:bookmark>
    </fo:bookmark-tree>
  </xsl:template>

  <!-- GB/T 9704 §7.3.3: level 1 in 黑体, level 2 in 楷体. -->
  <xsl:attribute-set name="heading-1" use-attribute-sets="paragraph-3">
    <xsl:attribute name="role">H2</xsl:attribute>
    <xsl:attribute name="font-family"><xsl:value-of select="$hei"/></xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="heading-2" use-attribute-sets="paragraph-3">
    <xsl:attribute name="role">H3</xsl:attribute>
    <xsl:attribute name="font-family"><xsl:value-of select="$kai"/></xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

</xsl:stylesheet>
