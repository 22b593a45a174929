<?xml version="1.0" encoding="UTF-8"?>
<!-- The sentences about the cities. Text only.

       cities-compared                                                    all of them
       city-standing, city-reached, city-strong, city-change, city-gaps   one; context node its row of `ranking` -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- Up to which place an indicator counts as a city's strong one; how many indicators a sentence names. A city has
       one page. -->
  <xsl:variable name="strong-place">3</xsl:variable>
  <xsl:variable name="most-indicators">3</xsl:variable>

  <!-- Those with all data; what a city without some reached cannot be compared. -->
  <xsl:template name="cities-compared">
    <xsl:variable name="complete" select="$ranking[@missing = 0]"/>
    <xsl:if test="not($complete[2])">
      <xsl:value-of select="concat('各市州指标完成情况见图', $cities-figure, '。')"/>
    </xsl:if>
    <xsl:if test="$complete[2]">
      <xsl:text>数据齐全的市州中，</xsl:text>
      <xsl:choose>
        <xsl:when test="not($complete[@reached != $complete[1]/@reached])">
          <xsl:value-of select="concat('达到目标值的指标都是', $complete[1]/@reached, '项')"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:text>达到目标值的指标最多的是</xsl:text>
          <xsl:call-template name="regions-with-most"><xsl:with-param name="of" select="$complete"/></xsl:call-template>
          <xsl:text>，最少的是</xsl:text>
          <xsl:call-template name="regions-with-most">
            <xsl:with-param name="of" select="$complete"/>
            <xsl:with-param name="order">ascending</xsl:with-param>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="concat('，见图', $cities-figure, '。')"/>
    </xsl:if>
  </xsl:template>

  <!-- 武汉市、荆门市（各9项）: those that reached most, or with ascending least. -->
  <xsl:template name="regions-with-most">
    <xsl:param name="of"/>
    <xsl:param name="order">descending</xsl:param>
    <xsl:for-each select="$of">
      <xsl:sort select="@reached" data-type="number" order="{$order}"/>
      <xsl:if test="position() = 1">
        <xsl:variable name="these" select="$of[@reached = current()/@reached]"/>
        <xsl:call-template name="regions-named"><xsl:with-param name="of" select="$these"/></xsl:call-template>
        <xsl:text>（</xsl:text>
        <xsl:if test="$these[2]">各</xsl:if>
        <xsl:value-of select="concat(@reached, '项）')"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="city-standing">
    <xsl:param name="table"/>
    <xsl:variable name="ranked" select="count($ranking[@place])"/>
    <xsl:value-of select="@region_name"/>
    <xsl:choose>
      <xsl:when test="@place">
        <xsl:value-of select="concat('总分', @score, '分')"/>
        <xsl:if test="@not_applicable > 0">
          <xsl:value-of select="concat('（适用指标得', @points, '分，按分值折算）')"/>
        </xsl:if>
        <xsl:text>，</xsl:text>
        <xsl:choose>
          <xsl:when test="$ranked = 1">参加排名的只有1个市州</xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="concat('在参加排名的', $ranked, '个市州中列第', @place, '名')"/>
            <xsl:if test="@sharing > 1">
              <xsl:text>（与</xsl:text>
              <xsl:call-template name="regions-named">
                <xsl:with-param name="of"
                    select="$ranking[@place = current()/@place and @region_code != current()/@region_code]"/>
              </xsl:call-template>
              <xsl:text>并列）</xsl:text>
            </xsl:if>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="@missing = @indicators">各项指标都没有数据，不计总分，不参加排名</xsl:when>
      <xsl:when test="@measured = 0 and @missing = 0">没有适用的指标，不计总分，不参加排名</xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat('有', @missing, '项指标没有数据，不计总分，不参加排名')"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="$previous-year = ''"/>
      <xsl:when test="not(@previous_place)">
        <xsl:value-of select="concat('；', $previous-year, '年度没有名次')"/>
      </xsl:when>
      <xsl:when test="not(@place)">
        <xsl:value-of select="concat('；', $previous-year, '年度列第', @previous_place, '名')"/>
      </xsl:when>
      <xsl:when test="@rise = 0"><xsl:value-of select="concat('，名次与', $previous-year, '年度相同')"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat('，名次比', $previous-year, '年度')"/>
        <xsl:call-template name="rise"/>
        <xsl:text>位</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat('，见表', $table, '。')"/>
  </xsl:template>

  <!-- Those below target, the costliest first. -->
  <xsl:template name="city-reached">
    <xsl:variable name="short" select="key('cells-of-region', @region_code)[@reached = 0]"/>
    <xsl:variable name="those">
      <xsl:if test="@measured &lt; @indicators">
        <xsl:choose>
          <xsl:when test="@missing > 0">有数据的</xsl:when>
          <xsl:otherwise>适用的</xsl:otherwise>
        </xsl:choose>
      </xsl:if>
      <xsl:value-of select="concat(@measured, '项指标')"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@measured = 0"/>
      <xsl:when test="not($short)"><xsl:value-of select="concat($those, '全部达到目标值。')"/></xsl:when>
      <xsl:otherwise>
        <xsl:choose>
          <xsl:when test="@measured = 1"><xsl:value-of select="concat($those, '没有达到目标值')"/></xsl:when>
          <xsl:when test="@reached = 0"><xsl:value-of select="concat($those, '都没有达到目标值')"/></xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="concat($those, '中，达到目标值的有', @reached, '项，没有达到的有', count($short), '项')"/>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:choose>
          <xsl:when test="count($short) > $most-indicators">，失分最多的是</xsl:when>
          <xsl:when test="$short[2]">，按失分多少依次是</xsl:when>
          <xsl:otherwise>，是</xsl:otherwise>
        </xsl:choose>
        <xsl:for-each select="$short">
          <xsl:sort select="@lost" data-type="number" order="descending"/>
          <xsl:if test="position() &lt;= $most-indicators">
            <xsl:if test="position() > 1">、</xsl:if>
            <xsl:call-template name="shortfall"/>
          </xsl:if>
        </xsl:for-each>
        <xsl:text>。</xsl:text>
        <xsl:for-each select="$short[@gap = 0 and count($short) > $most-indicators]">
          <xsl:value-of select="concat(@indicator_name, '四舍五入后为', @value, @unit, '，实际低于目标值。')"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 甲（差8.8个百分点，失1.47分). A rounded difference may be 0 though the target is not reached. -->
  <xsl:template name="shortfall">
    <xsl:value-of select="concat(@indicator_name, '（差')"/>
    <xsl:choose>
      <xsl:when test="@gap = 0">不到0.1个百分点</xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="difference-with-unit">
          <xsl:with-param name="difference" select="@gap"/>
          <xsl:with-param name="unit" select="@unit"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>，失</xsl:text>
    <xsl:choose>
      <xsl:when test="@lost = 0">不到0.01</xsl:when>
      <xsl:otherwise><xsl:value-of select="@lost"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>分）</xsl:text>
  </xsl:template>

  <!-- Among the first, and not with more than half of the cities: a place that most share says nothing. -->
  <xsl:template name="city-strong">
    <xsl:variable name="strong" select="key('cells-of-region', @region_code)[@place &lt;= $strong-place
        and 2 * (@place - 1 + @sharing) &lt;= key('indicator', @code)/@measured]"/>
    <xsl:variable name="first" select="$strong[@place = 1 and @sharing = 1]"/>
    <xsl:choose>
      <xsl:when test="not($strong)"/>
      <xsl:when test="count($strong) > $most-indicators">
        <xsl:value-of select="concat('位次靠前的指标有', count($strong), '项（与多数市州并列的不计）')"/>
        <xsl:if test="$first"><xsl:value-of select="concat('，其中单独列第1位的有', count($first), '项')"/></xsl:if>
        <xsl:text>。</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>位次靠前的指标是</xsl:text>
        <xsl:for-each select="$strong">
          <xsl:sort select="@place" data-type="number"/>
          <xsl:sort select="@indicator_ordinal" data-type="number"/>
          <xsl:if test="position() > 1">、</xsl:if>
          <xsl:value-of select="concat(@indicator_name, '（第', @place, '位')"/>
          <xsl:if test="@sharing > 1">，并列</xsl:if>
          <xsl:text>）</xsl:text>
        </xsl:for-each>
        <xsl:text>。</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="city-change">
    <xsl:variable name="compared" select="key('cells-of-region', @region_code)[@change]"/>
    <xsl:choose>
      <xsl:when test="$previous-year = '' or @measured = 0"/>
      <xsl:when test="not($compared)">
        <xsl:value-of select="concat('没有与', $previous-year, '年度可比的指标。')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="changes-counted">
          <xsl:with-param name="of" select="$compared"/>
          <xsl:with-param name="name" select="'indicator_name'"/>
          <xsl:with-param name="counter">项指标</xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What was not sent, or late; which indicators have no data or do not apply. -->
  <xsl:template name="city-gaps">
    <xsl:variable name="cells" select="key('cells-of-region', @region_code)"/>
    <xsl:variable name="returns" select="key('returns-of-region', @region_code)"/>
    <xsl:if test="$returns[@state = 'missing']">
      <xsl:text>没有报送</xsl:text>
      <xsl:call-template name="list">
        <xsl:with-param name="of" select="$returns[@state = 'missing']/@kind_title"/>
      </xsl:call-template>
      <xsl:text>。</xsl:text>
    </xsl:if>
    <xsl:if test="$returns[@state = 'returned']">
      <xsl:text>报送的</xsl:text>
      <xsl:call-template name="list">
        <xsl:with-param name="of" select="$returns[@state = 'returned']/@kind_title"/>
      </xsl:call-template>
      <xsl:text>被退回，没有重新报送。</xsl:text>
    </xsl:if>
    <xsl:if test="$cells[@state = 'missing'] and @missing &lt; @indicators">
      <xsl:text>没有数据的指标：</xsl:text>
      <xsl:call-template name="list">
        <xsl:with-param name="of" select="$cells[@state = 'missing']/@indicator_name"/>
      </xsl:call-template>
      <xsl:text>。</xsl:text>
    </xsl:if>
    <xsl:if test="$cells[@state = 'not-applicable']">
      <xsl:for-each select="$cells[@state = 'not-applicable']">
        <xsl:if test="position() > 1">；</xsl:if>
        <xsl:value-of select="concat('没有', $formulas[@name = current()/@formula]/@whole, '，', @indicator_name, '不适用')"/>
      </xsl:for-each>
      <xsl:text>。</xsl:text>
    </xsl:if>
    <xsl:for-each select="$returns[@late = 1]">
      <xsl:value-of select="concat(@kind_title, '逾期', @days_late, '天报送。')"/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
