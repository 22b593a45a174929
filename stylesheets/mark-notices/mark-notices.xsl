<?xml version="1.0" encoding="UTF-8"?>
<!-- A notice, one page: who, the points, the result in words, how to go on. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/wording.xsl"/>
  <xsl:include href="sentences.xsl"/>

  <xsl:variable name="notice" select="/data/each/row"/>
  <xsl:variable name="modules" select="/data/query[@name = 'modules']/row"/>
  <xsl:variable name="questions" select="/data/query[@name = 'questions']/row"/>
  <xsl:variable name="papers" select="/data/query[@name = 'papers']/row"/>

  <xsl:template match="/data">
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="page-masters"/>
      <fo:page-sequence master-reference="tables">
        <fo:flow flow-name="xsl-region-body">
          <fo:block space-after="12pt" xsl:use-attribute-sets="opening-title">
            <xsl:value-of select="concat($notice/@title, '&#10;成绩通知单')"/>
          </fo:block>
          <xsl:call-template name="candidate"/>
          <xsl:if test="$modules"><xsl:call-template name="points"/></xsl:if>
          <fo:block space-before="10pt" font-size="{$size-4}" line-height="24pt">
            <fo:block xsl:use-attribute-sets="paragraph"><xsl:call-template name="result"/></fo:block>
            <fo:block xsl:use-attribute-sets="paragraph"><xsl:call-template name="next-step"/></fo:block>
            <fo:block text-align="end" end-indent="2em" space-before="12pt" keep-with-previous.within-page="always">
              <xsl:value-of select="$notice/@organiser"/>
            </fo:block>
            <fo:block text-align="end" end-indent="2em" keep-with-previous.within-page="always">
              <xsl:call-template name="date"><xsl:with-param name="iso" select="$notice/@results_date"/></xsl:call-template>
            </fo:block>
          </fo:block>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="candidate">
    <fo:table xsl:use-attribute-sets="table-5">
      <xsl:call-template name="columns"><xsl:with-param name="widths">28 56 26 46</xsl:with-param></xsl:call-template>
      <fo:table-body>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="pair">
            <xsl:with-param name="label">姓名</xsl:with-param>
            <xsl:with-param name="value" select="$notice/@name"/>
          </xsl:call-template>
          <xsl:call-template name="pair">
            <xsl:with-param name="label">准考证号</xsl:with-param>
            <xsl:with-param name="value" select="$notice/@admission_number"/>
          </xsl:call-template>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="pair">
            <xsl:with-param name="label">身份证件号码</xsl:with-param>
            <xsl:with-param name="value" select="$notice/@identity_number"/>
          </xsl:call-template>
          <xsl:call-template name="pair">
            <xsl:with-param name="label">考试地区</xsl:with-param>
            <xsl:with-param name="value" select="$notice/@region_name"/>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="pair">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block><xsl:value-of select="$label"/></fo:block></fo:table-cell>
    <fo:table-cell xsl:use-attribute-sets="text-cell"><fo:block><xsl:value-of select="$value"/></fo:block></fo:table-cell>
  </xsl:template>

  <xsl:template name="points">
    <fo:table space-before="12pt" xsl:use-attribute-sets="table-5">
      <xsl:call-template name="columns"><xsl:with-param name="widths">28 68 30 30</xsl:with-param></xsl:call-template>
      <xsl:call-template name="heads"><xsl:with-param name="words">题型|模块、题号|满分|得分</xsl:with-param></xsl:call-template>
      <fo:table-body>
        <xsl:for-each select="$modules">
          <xsl:call-template name="points-row">
            <xsl:with-param name="kind">客观题</xsl:with-param>
            <xsl:with-param name="rows" select="count($modules) + 1"/>
            <xsl:with-param name="name" select="@name"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:call-template name="sum-row">
          <xsl:with-param name="most" select="$notice/@choice_most"/>
          <xsl:with-param name="points" select="$notice/@choice"/>
        </xsl:call-template>
        <xsl:for-each select="$questions">
          <xsl:call-template name="points-row">
            <xsl:with-param name="kind">论述题</xsl:with-param>
            <xsl:with-param name="rows" select="count($questions) + 1"/>
            <xsl:with-param name="name" select="concat('第', @number, '题')"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:call-template name="sum-row">
          <xsl:with-param name="most" select="$notice/@open_most"/>
          <xsl:with-param name="points" select="$notice/@open"/>
        </xsl:call-template>
        <fo:table-row xsl:use-attribute-sets="total-row">
          <fo:table-cell number-columns-spanned="2" xsl:use-attribute-sets="head-cell"><fo:block>总分</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block><xsl:value-of select="$notice/@total_most"/></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block><xsl:value-of select="$notice/@total"/></fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- The first of its kind names the kind, beside all of them and their sum. -->
  <xsl:template name="points-row">
    <xsl:param name="kind"/>
    <xsl:param name="rows"/>
    <xsl:param name="name"/>
    <fo:table-row keep-with-next.within-page="always" xsl:use-attribute-sets="row">
      <xsl:if test="position() = 1">
        <fo:table-cell number-rows-spanned="{$rows}" xsl:use-attribute-sets="cell">
          <fo:block><xsl:value-of select="$kind"/></fo:block>
        </fo:table-cell>
      </xsl:if>
      <fo:table-cell xsl:use-attribute-sets="text-cell"><fo:block><xsl:value-of select="$name"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="@most"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="@points"/></fo:block></fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="sum-row">
    <xsl:param name="most"/>
    <xsl:param name="points"/>
    <fo:table-row xsl:use-attribute-sets="total-row">
      <fo:table-cell xsl:use-attribute-sets="text-cell"><fo:block>小计</fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="$most"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="$points"/></fo:block></fo:table-cell>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
