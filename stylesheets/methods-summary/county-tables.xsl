<?xml version="1.0" encoding="UTF-8"?>
<!-- Annexes 2 and 3: two tiers, the counties below their cities, the cities below the province. A city's rows stay on
     one page with the sum that closes them; the head is repeated, with 续表 above it. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <!-- 小五: thirteen figures beside two names. -->
  <xsl:attribute-set name="table-small" use-attribute-sets="table">
    <xsl:attribute name="font-size"><xsl:value-of select="$size-small-5"/></xsl:attribute>
    <xsl:attribute name="line-height">11.5pt</xsl:attribute>
    <xsl:attribute name="border">none</xsl:attribute>
  </xsl:attribute-set>

  <!-- ============ Annex 2: the four rates ============ -->

  <xsl:template name="county-rates">
    <fo:table xsl:use-attribute-sets="table-small">
      <xsl:call-template name="columns">
        <xsl:with-param name="widths">14 18 11 12 9 12.5 12.5 9 11.5 11.5 9 8.5 8.5 9</xsl:with-param>
      </xsl:call-template>
      <fo:table-header>
        <xsl:call-template name="continued-row"><xsl:with-param name="columns" select="14"/></xsl:call-template>
        <fo:table-row xsl:use-attribute-sets="framed-row" border-before="{$frame}">
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">市/（州）|县/（市、区）</xsl:with-param>
            <xsl:with-param name="rows" select="2"/>
          </xsl:call-template>
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">管理人员（人）|一线职工（人）|质量岗位人员（人）|服务平台（个）</xsl:with-param>
            <xsl:with-param name="columns" select="3"/>
          </xsl:call-template>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="framed-row">
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">总数|已培训|%|总数|已掌握|%|总数|持证|%|总数|达标|%</xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body border="{$frame}">
        <xsl:apply-templates select="$counties" mode="rates"/>
      </fo:table-body>
    </fo:table>
    <xsl:call-template name="note-on-missing">
      <xsl:with-param name="more">总数为0的，没有比率；</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="row" mode="rates">
    <fo:table-row xsl:use-attribute-sets="framed-row">
      <xsl:call-template name="place"/>
      <xsl:call-template name="figures">
        <xsl:with-param name="of">
          managers managers_trained managers_rate shop_floor shop_floor_trained shop_floor_rate
          quality_staff quality_staff_qualified quality_staff_rate platforms platforms_able platforms_rate
        </xsl:with-param>
        <xsl:with-param name="end">2pt</xsl:with-param>
      </xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <!-- ============ Annex 3: the work done ============ -->

  <xsl:template name="county-work">
    <fo:table xsl:use-attribute-sets="table-small">
      <xsl:call-template name="columns">
        <xsl:with-param name="widths">24 30 22 20 20 20 20</xsl:with-param>
      </xsl:call-template>
      <fo:table-header>
        <xsl:call-template name="continued-row"><xsl:with-param name="columns" select="7"/></xsl:call-template>
        <fo:table-row xsl:use-attribute-sets="framed-row" border-before="{$frame}">
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">市（州）|县（市、区）|规模以上工业/企业（家）|质量管理/小组（个）|六西格玛/项目（项）|合理化建议/（条）|质量专家/宣讲（场）</xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body border="{$frame}">
        <xsl:apply-templates select="$counties" mode="work"/>
      </fo:table-body>
    </fo:table>
    <xsl:call-template name="note-on-missing"/>
  </xsl:template>

  <xsl:template match="row" mode="work">
    <fo:table-row xsl:use-attribute-sets="framed-row">
      <xsl:call-template name="place"/>
      <xsl:call-template name="figures">
        <xsl:with-param name="of" select="$work-figures"/>
        <xsl:with-param name="end">10pt</xsl:with-param>
      </xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <!-- ============ Rows and cells ============ -->

  <xsl:attribute-set name="framed-row" use-attribute-sets="row">
    <xsl:attribute name="border-start"><xsl:value-of select="$frame"/></xsl:attribute>
    <xsl:attribute name="border-end"><xsl:value-of select="$frame"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- Above the head, on every page but the first: 续表. -->
  <xsl:template name="continued-row">
    <xsl:param name="columns"/>
    <fo:table-row>
      <fo:table-cell number-columns-spanned="{$columns}" border="none">
        <fo:block text-align="end" font-size="{$size-5}" line-height="16pt">
          <fo:retrieve-table-marker retrieve-class-name="continued"
              retrieve-position-within-table="first-starting" retrieve-boundary-within-table="table"/>
        </fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- The first two cells. The city stands once beside all its rows, which keep together; a city of one row (one
       without counties, one that sent nothing) takes both columns, and so does the province. -->
  <xsl:template name="place">
    <xsl:if test="@nth &lt; @row_count">
      <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
    </xsl:if>
    <xsl:if test="@level = 'province'">
      <xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="@row_count = 1">
        <fo:table-cell number-columns-spanned="2" xsl:use-attribute-sets="head-cell">
          <xsl:call-template name="continued"/>
          <fo:block><xsl:value-of select="@region_name"/></fo:block>
        </fo:table-cell>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="@nth = 1">
          <fo:table-cell number-rows-spanned="{@row_count}" xsl:use-attribute-sets="cell">
            <xsl:call-template name="continued"/>
            <fo:block><xsl:value-of select="@region_name"/></fo:block>
          </fo:table-cell>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="@level = 'county'">
            <fo:table-cell xsl:use-attribute-sets="text-cell">
              <fo:block><xsl:value-of select="@county"/></fo:block>
            </fo:table-cell>
          </xsl:when>
          <xsl:otherwise>
            <fo:table-cell xsl:use-attribute-sets="head-cell">
              <fo:block>小计</fo:block>
            </fo:table-cell>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="continued">
    <fo:marker marker-class-name="continued">
      <xsl:if test="position() > 1">续表</xsl:if>
    </fo:marker>
  </xsl:template>

</xsl:stylesheet>
