<?xml version="1.0" encoding="UTF-8"?>
<!-- The tables of the text (the four targets, the work done) and of annex 1 (all rates, then a page a target). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="str">

  <!-- ============ 表1: the province ============ -->

  <xsl:template name="target-table">
    <xsl:call-template name="table-caption">
      <xsl:with-param name="number" select="1"/>
      <xsl:with-param name="text">全省目标完成情况</xsl:with-param>
    </xsl:call-template>
    <fo:table keep-together.within-page="always" xsl:use-attribute-sets="table-5">
      <xsl:call-template name="columns">
        <xsl:with-param name="widths">51 13 15 15 12 13 12 13 12</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="heads">
        <xsl:with-param name="words">指标|目标值/（%）|总数|达到/要求的|比率/（%）|与目标/相差|上年/（%）|比上年/增减|达标/地区</xsl:with-param>
      </xsl:call-template>
      <fo:table-body>
        <xsl:for-each select="$targets">
          <fo:table-row y:record="{@indicator_name}" xsl:use-attribute-sets="row">
            <fo:table-cell xsl:use-attribute-sets="text-cell">
              <fo:block><xsl:value-of select="@indicator_name"/></fo:block>
            </fo:table-cell>
            <xsl:call-template name="figures">
              <xsl:with-param name="of">threshold denominator numerator value above last_value change</xsl:with-param>
            </xsl:call-template>
            <fo:table-cell xsl:use-attribute-sets="cell">
              <fo:block>
                <xsl:choose>
                  <xsl:when test="@regions > 0"><xsl:value-of select="concat(@reached, '/', @regions)"/></xsl:when>
                  <xsl:otherwise>—</xsl:otherwise>
                </xsl:choose>
              </fo:block>
            </fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <fo:block space-after="8pt" keep-with-previous.within-page="always" xsl:use-attribute-sets="note">
      <xsl:text>注：与目标相差、比上年增减的单位是百分点；达标地区是达到目标值的地区数和有数据的地区数。</xsl:text>
      <xsl:call-template name="note-on-rounding"><xsl:with-param name="of" select="$rates"/></xsl:call-template>
    </fo:block>
  </xsl:template>

  <!-- ============ 表2: the work done ============ -->

  <xsl:template name="work-table">
    <xsl:call-template name="table-caption">
      <xsl:with-param name="number" select="2"/>
      <xsl:with-param name="text">各地区推广活动情况</xsl:with-param>
    </xsl:call-template>
    <fo:table keep-together.within-page="always" xsl:use-attribute-sets="table-5">
      <xsl:call-template name="columns">
        <xsl:with-param name="widths">10 40 22 21 21 21 21</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="heads">
        <xsl:with-param name="words">序号|地区|规模以上/工业企业/（家）|质量管理/小组（个）|六西格玛/项目（项）|合理化/建议（条）|质量专家/宣讲（场）</xsl:with-param>
      </xsl:call-template>
      <fo:table-body>
        <xsl:for-each select="$work[@region_code != 'total']">
          <fo:table-row y:record="{@region_name}" xsl:use-attribute-sets="row">
            <xsl:call-template name="number-and-region"/>
            <xsl:call-template name="figures">
              <xsl:with-param name="of" select="$work-figures"/>
              <xsl:with-param name="end">10pt</xsl:with-param>
            </xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
        <xsl:for-each select="$work[@region_code = 'total']">
          <fo:table-row xsl:use-attribute-sets="total-row">
            <xsl:call-template name="total-head"/>
            <xsl:call-template name="figures">
              <xsl:with-param name="of" select="$work-figures"/>
              <xsl:with-param name="end">10pt</xsl:with-param>
            </xsl:call-template>
          </fo:table-row>
          <xsl:if test="@last_quality_groups">
            <fo:table-row xsl:use-attribute-sets="total-row">
              <xsl:call-template name="total-head"><xsl:with-param name="text">上年合计</xsl:with-param></xsl:call-template>
              <xsl:call-template name="figures">
                <xsl:with-param name="of" select="$last-work-figures"/>
                <xsl:with-param name="end">10pt</xsl:with-param>
              </xsl:call-template>
            </fo:table-row>
          </xsl:if>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <xsl:call-template name="note-on-missing"/>
  </xsl:template>

  <!-- What was done, and of how many enterprises. -->
  <xsl:variable name="work-figures">enterprises quality_groups six_sigma suggestions lectures</xsl:variable>
  <xsl:variable name="last-work-figures">
    <xsl:text>last_enterprises last_quality_groups last_six_sigma last_suggestions last_lectures</xsl:text>
  </xsl:variable>

  <!-- ============ Annex 1 ============ -->

  <!-- All rates beside each other, then a page a target. -->
  <xsl:template name="rate-tables">
    <xsl:call-template name="rate-overview"/>
    <xsl:for-each select="$targets"><xsl:call-template name="rate-page"/></xsl:for-each>
  </xsl:template>

  <!-- The rates stand about the middle of their columns: 86 mm are shared by all targets, 100.0 is 26 pt wide. -->
  <xsl:variable name="rate-end" select="concat(floor((86 * 72 div 25.4 div count($targets) - 26) div 2), 'pt')"/>

  <xsl:template name="rate-overview">
    <xsl:call-template name="table-caption">
      <xsl:with-param name="number" select="3"/>
      <xsl:with-param name="text">各地区各项比率一览（%）</xsl:with-param>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="table-5">
      <fo:table-column column-width="10mm"/>
      <fo:table-column column-width="40mm"/>
      <xsl:for-each select="$targets"><fo:table-column column-width="proportional-column-width(1)"/></xsl:for-each>
      <fo:table-column column-width="20mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">序号|地区</xsl:with-param>
          </xsl:call-template>
          <xsl:for-each select="$targets">
            <xsl:variable name="words" select="$words[@formula = current()/@formula]"/>
            <xsl:call-template name="head-cells">
              <xsl:with-param name="words" select="concat($words/@short, '/', $words/@rate)"/>
            </xsl:call-template>
          </xsl:for-each>
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">达到目标/的项数</xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="total-head"><xsl:with-param name="text">目标值</xsl:with-param></xsl:call-template>
          <xsl:for-each select="$targets">
            <xsl:call-template name="figure">
              <xsl:with-param name="value" select="concat(@threshold, '.0')"/>
              <xsl:with-param name="end" select="$rate-end"/>
            </xsl:call-template>
          </xsl:for-each>
          <fo:table-cell xsl:use-attribute-sets="cell"><fo:block>—</fo:block></fo:table-cell>
        </fo:table-row>
        <xsl:for-each select="$rates[@indicator_code = $targets[1]/@indicator_code]">
          <xsl:call-template name="rate-overview-row"/>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <xsl:call-template name="note-on-missing">
      <xsl:with-param name="more">“▼”表示没有达到目标值；</xsl:with-param>
      <xsl:with-param name="reached" select="$rates"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Context: a city's rate of the first target; the others are its rates of the same code. -->
  <xsl:template name="rate-overview-row">
    <xsl:variable name="same" select="$rates[@region_code = current()/@region_code]"/>
    <fo:table-row y:record="{@region_name}" xsl:use-attribute-sets="row">
      <xsl:choose>
        <xsl:when test="@region_code = 'total'">
          <xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute>
          <xsl:call-template name="total-head"><xsl:with-param name="text">全省</xsl:with-param></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="number-and-region"/></xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="$same">
        <xsl:call-template name="rate">
          <xsl:with-param name="end" select="$rate-end"/>
        </xsl:call-template>
      </xsl:for-each>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <fo:block>
          <xsl:choose>
            <xsl:when test="$same[@value]"><xsl:value-of select="count($same[@reached = 1])"/></xsl:when>
            <xsl:otherwise>—</xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="rate-page">
    <xsl:variable name="words" select="$words[@formula = current()/@formula]"/>
    <xsl:variable name="rows" select="$rates[@indicator_code = current()/@indicator_code]"/>
    <fo:block break-before="page">
      <xsl:call-template name="table-caption">
        <xsl:with-param name="number" select="position() + 3"/>
        <xsl:with-param name="text" select="@indicator_name"/>
      </xsl:call-template>
    </fo:block>
    <xsl:call-template name="rate-table">
      <xsl:with-param name="words" select="$words"/>
      <xsl:with-param name="rows" select="$rows"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="rate-table">
    <xsl:param name="words"/>
    <xsl:param name="rows"/>
    <fo:table xsl:use-attribute-sets="table-5">
      <xsl:call-template name="columns">
        <xsl:with-param name="widths">10 32 26 22 14 14 10 13 15</xsl:with-param>
      </xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">序号|地区</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words" select="concat($words/@of, '/（', $words/@unit, '）')"/>
          </xsl:call-template>
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words" select="concat($words/@head, '/（', $words/@unit, '）')"/>
          </xsl:call-template>
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words" select="concat($words/@rate, '/（%）')"/>
          </xsl:call-template>
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">达到/目标|名次|上年/（%）|比上年/增减</xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$rows[@region_code != 'total']">
          <fo:table-row y:record="{@region_name}" xsl:use-attribute-sets="row">
            <xsl:call-template name="number-and-region"/>
            <xsl:call-template name="rate-figures"/>
          </fo:table-row>
        </xsl:for-each>
        <xsl:for-each select="$rows[@region_code = 'total']">
          <fo:table-row xsl:use-attribute-sets="total-row">
            <xsl:call-template name="total-head"/>
            <xsl:call-template name="rate-figures"/>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <xsl:call-template name="note-on-missing">
      <xsl:with-param name="more" select="concat('目标值为', @threshold, '%；名次按比率排列，相同的并列；比上年增减的单位是百分点；')"/>
      <xsl:with-param name="reached" select="$rows"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="rate-figures">
    <xsl:call-template name="figures">
      <xsl:with-param name="of">denominator numerator value</xsl:with-param>
    </xsl:call-template>
    <fo:table-cell xsl:use-attribute-sets="cell">
      <fo:block>
        <xsl:call-template name="value-or-dash"><xsl:with-param name="value" select="@attained"/></xsl:call-template>
      </fo:block>
    </fo:table-cell>
    <xsl:call-template name="figures">
      <xsl:with-param name="of">place last_value change</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- ============ Cells ============ -->

  <xsl:template name="number-and-region">
    <fo:table-cell xsl:use-attribute-sets="cell">
      <fo:block><xsl:value-of select="@number"/></fo:block>
    </fo:table-cell>
    <fo:table-cell xsl:use-attribute-sets="text-cell">
      <fo:block><xsl:value-of select="@region_name"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="total-head">
    <xsl:param name="text">合计</xsl:param>
    <fo:table-cell number-columns-spanned="2" xsl:use-attribute-sets="head-cell">
      <fo:block><xsl:value-of select="$text"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- of: names of columns of the context row, a figure each. -->
  <xsl:template name="figures">
    <xsl:param name="of"/>
    <xsl:param name="end">4pt</xsl:param>
    <xsl:variable name="row" select="."/>
    <xsl:for-each select="str:tokenize($of, ' &#10;')">
      <xsl:call-template name="figure">
        <xsl:with-param name="value" select="$row/@*[name() = current()]"/>
        <xsl:with-param name="end" select="$end"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- A figure, or the dash for one that is not there; end: how far it keeps from the rule at its right. -->
  <xsl:template name="figure">
    <xsl:param name="value"/>
    <xsl:param name="end">4pt</xsl:param>
    <fo:table-cell xsl:use-attribute-sets="number-cell" padding-end="{$end}">
      <fo:block>
        <xsl:call-template name="difference"><xsl:with-param name="value" select="$value"/></xsl:call-template>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- Context: a rate. One below its target is marked, before the figure. -->
  <xsl:template name="rate">
    <xsl:param name="end"/>
    <fo:table-cell xsl:use-attribute-sets="number-cell" padding-end="{$end}">
      <fo:block>
        <xsl:choose>
          <xsl:when test="@state = 'not-applicable'">不适用</xsl:when>
          <xsl:otherwise>
            <xsl:if test="@reached = 0">▼</xsl:if>
            <xsl:call-template name="value-or-dash"><xsl:with-param name="value" select="@value"/></xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- Where a printed rate looks like one that reached its target and did not. -->
  <xsl:template name="note-on-rounding">
    <xsl:param name="of"/>
    <xsl:if test="$of[@reached = 0 and @value >= @threshold]">是否达到目标值按人数和个数计算，不按四舍五入后的比率。</xsl:if>
  </xsl:template>

  <!-- What a dash means, and whose it is. reached: the rates that the table says of whether they reach their target. -->
  <xsl:template name="note-on-missing">
    <xsl:param name="more"/>
    <xsl:param name="reached" select="/.."/>
    <xsl:variable name="without" select="$senders[@state != 'sent']"/>
    <fo:block keep-with-previous.within-page="always" xsl:use-attribute-sets="note">
      <xsl:text>注：</xsl:text>
      <xsl:value-of select="$more"/>
      <xsl:text>“—”表示没有数据</xsl:text>
      <xsl:if test="$without">
        <xsl:text>（</xsl:text>
        <xsl:call-template name="list"><xsl:with-param name="of" select="$without/@region_name"/></xsl:call-template>
        <xsl:text>本年度没有数据，不计入合计）</xsl:text>
      </xsl:if>
      <xsl:text>。</xsl:text>
      <xsl:call-template name="note-on-rounding"><xsl:with-param name="of" select="$reached"/></xsl:call-template>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
