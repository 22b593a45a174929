<?xml version="1.0" encoding="UTF-8"?>
<!-- A notice, one page: who, the points, the result in words, how to go on. All is 黑体 but the title and the candidate's
     name, 宋体: what notices of a result say alike is made ready once for all of them, and a name's rare characters have
     faces of its style. -->
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
    <xsl:call-template name="check-profile"/>
    <fo:root xsl:use-attribute-sets="root" font-family="{$hei}">
      <fo:layout-master-set>
        <xsl:call-template name="page-master">
          <xsl:with-param name="name">notice</xsl:with-param>
          <xsl:with-param name="parity">odd</xsl:with-param>
          <xsl:with-param name="numbered" select="false()"/>
        </xsl:call-template>
      </fo:layout-master-set>
      <fo:page-sequence master-reference="notice">
        <fo:flow flow-name="xsl-region-body">
          <fo:block space-after="12pt" xsl:use-attribute-sets="opening-title">
            <xsl:value-of select="concat($notice/@title, '&#10;成绩通知单')"/>
          </fo:block>
          <xsl:call-template name="candidate"/>
          <xsl:if test="$modules"><xsl:call-template name="points"/></xsl:if>
          <fo:block space-before="12pt" font-size="{$size-small-4}" line-height="22pt">
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

  <!-- Its cells are centred; one of words begins at the left. -->
  <xsl:attribute-set name="notice-table" use-attribute-sets="table">
    <xsl:attribute name="font-size"><xsl:value-of select="$size-5"/></xsl:attribute>
    <xsl:attribute name="line-height">16pt</xsl:attribute>
    <xsl:attribute name="display-align">center</xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="notice-cell">
    <xsl:attribute name="border"><xsl:value-of select="$rule"/></xsl:attribute>
    <xsl:attribute name="padding">2pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:template name="cell">
    <xsl:param name="value"/>
    <fo:table-cell xsl:use-attribute-sets="notice-cell"><fo:block><xsl:value-of select="$value"/></fo:block></fo:table-cell>
  </xsl:template>

  <xsl:template name="words">
    <xsl:param name="value"/>
    <fo:table-cell text-align="start" padding-start="6pt" xsl:use-attribute-sets="notice-cell">
      <fo:block><xsl:value-of select="$value"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="candidate">
    <fo:table xsl:use-attribute-sets="notice-table">
      <xsl:call-template name="columns"><xsl:with-param name="widths">28 56 26 46</xsl:with-param></xsl:call-template>
      <fo:table-body>
        <fo:table-row>
          <xsl:call-template name="cell"><xsl:with-param name="value">姓名</xsl:with-param></xsl:call-template>
          <fo:table-cell font-family="宋体" font-size="{$size-small-4}" text-align="start" padding-start="6pt" xsl:use-attribute-sets="notice-cell">
            <fo:block><xsl:value-of select="$notice/@name"/></fo:block>
          </fo:table-cell>
          <xsl:call-template name="cell"><xsl:with-param name="value">准考证号</xsl:with-param></xsl:call-template>
          <xsl:call-template name="words"><xsl:with-param name="value" select="$notice/@admission_number"/></xsl:call-template>
        </fo:table-row>
        <fo:table-row>
          <xsl:call-template name="cell"><xsl:with-param name="value">身份证件号码</xsl:with-param></xsl:call-template>
          <xsl:call-template name="words"><xsl:with-param name="value" select="$notice/@identity_number"/></xsl:call-template>
          <xsl:call-template name="cell"><xsl:with-param name="value">考试地区</xsl:with-param></xsl:call-template>
          <xsl:call-template name="words"><xsl:with-param name="value" select="$notice/@region_name"/></xsl:call-template>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="points">
    <fo:table space-before="12pt" xsl:use-attribute-sets="notice-table">
      <xsl:call-template name="columns"><xsl:with-param name="widths">28 68 30 30</xsl:with-param></xsl:call-template>
      <fo:table-body>
        <fo:table-row>
          <xsl:call-template name="cell"><xsl:with-param name="value">题型</xsl:with-param></xsl:call-template>
          <xsl:call-template name="cell"><xsl:with-param name="value">模块、题号</xsl:with-param></xsl:call-template>
          <xsl:call-template name="cell"><xsl:with-param name="value">满分</xsl:with-param></xsl:call-template>
          <xsl:call-template name="cell"><xsl:with-param name="value">得分</xsl:with-param></xsl:call-template>
        </fo:table-row>
        <xsl:apply-templates select="$modules">
          <xsl:with-param name="kind">客观题</xsl:with-param>
        </xsl:apply-templates>
        <xsl:call-template name="sum-row">
          <xsl:with-param name="most" select="$notice/@choice_most"/>
          <xsl:with-param name="points" select="$notice/@choice"/>
        </xsl:call-template>
        <xsl:apply-templates select="$questions">
          <xsl:with-param name="kind">论述题</xsl:with-param>
        </xsl:apply-templates>
        <xsl:call-template name="sum-row">
          <xsl:with-param name="most" select="$notice/@open_most"/>
          <xsl:with-param name="points" select="$notice/@open"/>
        </xsl:call-template>
        <fo:table-row font-size="{$size-small-4}">
          <fo:table-cell number-columns-spanned="2" xsl:use-attribute-sets="notice-cell"><fo:block>总分</fo:block></fo:table-cell>
          <xsl:call-template name="cell"><xsl:with-param name="value" select="$notice/@total_most"/></xsl:call-template>
          <xsl:call-template name="cell"><xsl:with-param name="value" select="$notice/@total"/></xsl:call-template>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- The first of its kind names the kind, beside all of them and their sum. -->
  <xsl:template match="row">
    <xsl:param name="kind"/>
    <fo:table-row>
      <xsl:if test="position() = 1">
        <fo:table-cell number-rows-spanned="{last() + 1}" xsl:use-attribute-sets="notice-cell">
          <fo:block><xsl:value-of select="$kind"/></fo:block>
        </fo:table-cell>
      </xsl:if>
      <xsl:apply-templates select="@name | @number"/>
      <xsl:call-template name="cell"><xsl:with-param name="value" select="@most"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="value" select="@points"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="@name">
    <xsl:call-template name="words"><xsl:with-param name="value" select="."/></xsl:call-template>
  </xsl:template>

  <xsl:template match="@number">
    <xsl:call-template name="words"><xsl:with-param name="value" select="concat('第', ., '题')"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="sum-row">
    <xsl:param name="most"/>
    <xsl:param name="points"/>
    <fo:table-row>
      <xsl:call-template name="words"><xsl:with-param name="value">小计</xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="value" select="$most"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="value" select="$points"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
