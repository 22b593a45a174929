<?xml version="1.0" encoding="UTF-8"?>
<!-- The sentences about the province and about the ranking. Text only.

       basis, rules, data-received, province-result, cities-result, province-change     一、
       ranked, leaders, moved                                                          二、 -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template name="basis">
    <xsl:value-of select="concat($scheme/@issuer, '根据《', $scheme/@title, '》（', $scheme/@document_number, '），对',
        count($ranking), '个市州', $year, '年度质量工作进行了督察考核。考核设',
        count($indicators), '项指标，满分', sum($indicators/@weight), '分。各市州报送材料的截止日期为')"/>
    <xsl:call-template name="date"><xsl:with-param name="iso" select="$scheme/@deadline"/></xsl:call-template>
    <xsl:text>，首席质量官在任情况统计到</xsl:text>
    <xsl:call-template name="date"><xsl:with-param name="iso" select="$scheme/@reference_date"/></xsl:call-template>
    <xsl:text>。</xsl:text>
  </xsl:template>

  <xsl:template name="rules">
    <xsl:text>各项指标达到目标值的得满分，未达到的按完成值与目标值之比得分。没有考核对象的指标不适用，其分值按比例由其余指标承担。</xsl:text>
    <xsl:text>有指标没有数据的市州，该项以“—”表示，不按0计算，不计总分，不参加排名。总分相同的名次并列。是否达标和位次按四舍五入前的完成值判断。</xsl:text>
  </xsl:template>

  <xsl:template name="data-received">
    <xsl:variable name="incomplete" select="$ranking[@missing > 0]"/>
    <xsl:choose>
      <xsl:when test="not($incomplete)">
        <xsl:value-of select="concat(count($ranking), '个市州的数据全部齐全。')"/>
      </xsl:when>
      <xsl:when test="not($ranking[@missing &lt; @indicators])">
        <xsl:value-of select="concat(count($ranking), '个市州都没有报送数据。')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:choose>
          <xsl:when test="count($incomplete) &lt; count($ranking)">
            <xsl:value-of select="concat('数据齐全的有', count($ranking) - count($incomplete), '个市州，有指标没有数据的有',
                count($incomplete), '个市州：')"/>
          </xsl:when>
          <xsl:otherwise>各市州都有指标没有数据：</xsl:otherwise>
        </xsl:choose>
        <xsl:for-each select="$incomplete">
          <xsl:sort select="@region_ordinal" data-type="number"/>
          <xsl:if test="position() > 1">、</xsl:if>
          <xsl:value-of select="concat(@region_name, '（', @missing, '项）')"/>
        </xsl:for-each>
        <xsl:text>。</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Indicators counted in 件 have no target for the province. -->
  <xsl:template name="province-result">
    <xsl:variable name="rated" select="$indicators[@unit = '%']"/>
    <xsl:variable name="known" select="$rated[@reached]"/>
    <xsl:variable name="reached" select="$known[@reached = 1]"/>
    <xsl:variable name="short" select="$known[@reached = 0]"/>
    <xsl:choose>
      <xsl:when test="not($rated)"/>
      <xsl:when test="not($known)">
        <xsl:value-of select="concat('以比率考核的', count($rated), '项指标都没有数据。')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat('以比率考核的', count($rated), '项指标（表1）')"/>
        <xsl:choose>
          <xsl:when test="count($reached) = count($rated)">，全省全部达到目标值</xsl:when>
          <xsl:when test="count($short) = count($rated)">，全省都没有达到目标值：</xsl:when>
          <xsl:otherwise>
            <xsl:text>中，全省</xsl:text>
            <xsl:if test="$reached">
              <xsl:value-of select="concat('达到目标值的有', count($reached), '项：')"/>
              <xsl:call-template name="indicators-with-values"><xsl:with-param name="of" select="$reached"/></xsl:call-template>
            </xsl:if>
            <xsl:if test="$reached and $short">；</xsl:if>
            <xsl:if test="$short">
              <xsl:text>没有达到</xsl:text>
              <xsl:if test="not($reached)">目标值</xsl:if>
              <xsl:value-of select="concat('的有', count($short), '项：')"/>
            </xsl:if>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="indicators-with-values"><xsl:with-param name="of" select="$short"/></xsl:call-template>
        <xsl:if test="$rated[not(@reached)]">
          <xsl:value-of select="concat('；没有数据的有', count($rated[not(@reached)]), '项：')"/>
          <xsl:call-template name="list">
            <xsl:with-param name="of" select="$rated[not(@reached)]/@name"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:text>。</xsl:text>
        <xsl:if test="$known[@missing > 0]">没有数据的市州不在全省完成值之内。</xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 甲（97.5%）、乙（60.0%）. -->
  <xsl:template name="indicators-with-values">
    <xsl:param name="of"/>
    <xsl:for-each select="$of">
      <xsl:if test="position() > 1">、</xsl:if>
      <xsl:value-of select="concat(@name, '（', @value, @unit, '）')"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Who reached everything; which indicators the fewest reached. -->
  <xsl:template name="cities-result">
    <xsl:variable name="all" select="$ranking[@missing = 0 and @measured > 0 and @reached = @measured]"/>
    <xsl:variable name="measured" select="$indicators[@measured > 0]"/>
    <xsl:choose>
      <xsl:when test="not($measured)"/>
      <xsl:when test="count($all) = count($ranking)">
        <xsl:value-of select="concat(count($ranking), '个市州的各项指标全部达到目标值。')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:choose>
          <xsl:when test="$all">
            <xsl:value-of select="concat('各项指标全部达到目标值的有', count($all), '个市州：')"/>
            <xsl:call-template name="regions-named">
              <xsl:with-param name="of" select="$all"/>
              <xsl:with-param name="all" select="true()"/>
            </xsl:call-template>
            <xsl:text>。</xsl:text>
          </xsl:when>
          <xsl:otherwise>没有市州各项指标全部达到目标值。</xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="fewest-reached"><xsl:with-param name="of" select="$measured"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="fewest-reached">
    <xsl:param name="of"/>
    <xsl:for-each select="$of">
      <xsl:sort select="@reached_regions" data-type="number"/>
      <xsl:if test="position() = 1">
        <xsl:variable name="fewest" select="$of[@reached_regions = current()/@reached_regions]"/>
        <xsl:choose>
          <xsl:when test="@reached_regions = 0">
            <xsl:text>没有市州达到目标值的指标是</xsl:text>
            <xsl:call-template name="list"><xsl:with-param name="of" select="$fewest/@name"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:text>达标市州最少的指标是</xsl:text>
            <xsl:call-template name="list"><xsl:with-param name="of" select="$fewest/@name"/></xsl:call-template>
            <xsl:text>，</xsl:text>
            <xsl:if test="$fewest[2]">各有</xsl:if>
            <xsl:value-of select="concat(@reached_regions, '个市州达标')"/>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:text>。</xsl:text>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="province-change">
    <xsl:choose>
      <xsl:when test="$previous-year = ''">
        <xsl:value-of select="concat($year - 1, '年度没有考核数据，本报告不作年度比较。')"/>
      </xsl:when>
      <xsl:when test="not($indicators/@change)">
        <xsl:value-of select="concat('没有与', $previous-year, '年度可比的指标。')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="$compared"><xsl:text>全省完成值的变化见图1。</xsl:text></xsl:if>
        <xsl:call-template name="changes-counted">
          <xsl:with-param name="of" select="$indicators[@change]"/>
          <xsl:with-param name="name" select="'name'"/>
          <xsl:with-param name="counter">项指标</xsl:with-param>
        </xsl:call-template>
        <xsl:if test="$indicators[@change and @missing > 0]">
          <xsl:text>部分市州没有数据，两个年度的口径不尽相同。</xsl:text>
        </xsl:if>
        <xsl:text>年度之间只比较完成值和名次，不比较得分。</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============ 综合排名 ============ -->

  <!-- A city has no place if an indicator has no data, or if none applies to it. -->
  <xsl:template name="ranked">
    <xsl:variable name="incomplete" select="$ranking[not(@place) and @missing > 0]"/>
    <xsl:variable name="exempt" select="$ranking[not(@place) and @missing = 0]"/>
    <xsl:choose>
      <xsl:when test="count($incomplete) = count($ranking)">
        <xsl:text>各市州都有指标没有数据，本年度没有总分和名次。</xsl:text>
      </xsl:when>
      <xsl:when test="not($ranking/@place)">本年度没有总分和名次。</xsl:when>
      <xsl:when test="not($incomplete or $exempt)">
        <xsl:value-of select="concat(count($ranking), '个市州全部参加排名')"/>
        <xsl:call-template name="ranking-shown"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat('参加排名的有', count($ranking/@place), '个市州')"/>
        <xsl:call-template name="ranking-shown"/>
        <xsl:call-template name="not-ranked">
          <xsl:with-param name="of" select="$incomplete"/>
          <xsl:with-param name="why">有指标没有数据</xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="not-ranked">
          <xsl:with-param name="of" select="$exempt"/>
          <xsl:with-param name="why">没有适用的指标</xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="not-ranked">
    <xsl:param name="of"/>
    <xsl:param name="why"/>
    <xsl:if test="$of">
      <xsl:call-template name="regions-named">
        <xsl:with-param name="of" select="$of"/>
        <xsl:with-param name="all" select="true()"/>
      </xsl:call-template>
      <xsl:value-of select="concat($why, '，不计总分，不参加排名。')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ranking-shown">
    <xsl:text>（表2</xsl:text>
    <xsl:if test="$map-drawn"><xsl:value-of select="concat('、图', $map-figure)"/></xsl:if>
    <xsl:text>）。</xsl:text>
  </xsl:template>

  <xsl:template name="leaders">
    <xsl:variable name="first" select="$ranking[@place = 1]"/>
    <xsl:variable name="last" select="$ranking[@place][last()]"/>
    <xsl:variable name="lowest" select="$ranking[@place = $last/@place]"/>
    <xsl:choose>
      <xsl:when test="not($first)"/>
      <xsl:when test="count($ranking[@place]) = 1">
        <xsl:value-of select="concat('有总分的只有', $first/@region_name, '，为', $first/@score, '分。')"/>
      </xsl:when>
      <xsl:when test="$last/@place = 1">
        <xsl:value-of select="concat('参加排名的各市州总分相同，均为', $first[1]/@score, '分，名次并列。')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>总分最高的是</xsl:text>
        <xsl:call-template name="regions-with-one-score"><xsl:with-param name="of" select="$first"/></xsl:call-template>
        <xsl:text>，最低的是</xsl:text>
        <xsl:call-template name="regions-with-one-score">
          <xsl:with-param name="of" select="$lowest"/>
        </xsl:call-template>
        <xsl:text>。</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 武汉市（98.50分）; 武汉市、宜昌市（并列，均为98.50分）. -->
  <xsl:template name="regions-with-one-score">
    <xsl:param name="of"/>
    <xsl:call-template name="regions-named"><xsl:with-param name="of" select="$of"/></xsl:call-template>
    <xsl:text>（</xsl:text>
    <xsl:if test="$of[2]">并列，均为</xsl:if>
    <xsl:value-of select="concat($of[1]/@score, '分）')"/>
  </xsl:template>

  <!-- Places won and lost since last year. -->
  <xsl:template name="moved">
    <xsl:variable name="compared" select="$ranking[@rise]"/>
    <xsl:variable name="up" select="$compared[@rise > 0]"/>
    <xsl:variable name="down" select="$compared[@rise &lt; 0]"/>
    <xsl:choose>
      <xsl:when test="$previous-year = '' or not($ranking/@place)"/>
      <xsl:when test="not($compared)">
        <xsl:value-of select="concat('没有市州两个年度都有名次，不与', $previous-year, '年度比较。')"/>
      </xsl:when>
      <xsl:when test="not($up or $down)">
        <xsl:text>两个年度都有名次的</xsl:text>
        <xsl:choose>
          <xsl:when test="$compared[2]"><xsl:value-of select="concat(count($compared), '个市州，名次都')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('只有', $compared/@region_name, '，名次')"/></xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="concat('与', $previous-year, '年度相同。')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat('与', $previous-year, '年度相比，')"/>
        <xsl:if test="$up">
          <xsl:text>名次上升最多的是</xsl:text>
          <xsl:call-template name="moved-most"><xsl:with-param name="of" select="$up"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="$up and $down">，</xsl:if>
        <xsl:if test="$down">
          <xsl:text>名次下降最多的是</xsl:text>
          <xsl:call-template name="moved-most"><xsl:with-param name="of" select="$down"/></xsl:call-template>
        </xsl:if>
        <xsl:text>。</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 咸宁市（上升5位）; 咸宁市、随州市（均上升5位). -->
  <xsl:template name="moved-most">
    <xsl:param name="of"/>
    <xsl:for-each select="$of">
      <xsl:sort select="translate(@rise, '-', '')" data-type="number" order="descending"/>
      <xsl:if test="position() = 1">
        <xsl:variable name="most" select="$of[@rise = current()/@rise]"/>
        <xsl:call-template name="regions-named"><xsl:with-param name="of" select="$most"/></xsl:call-template>
        <xsl:text>（</xsl:text>
        <xsl:if test="$most[2]">均</xsl:if>
        <xsl:call-template name="rise"/>
        <xsl:text>位）</xsl:text>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- 上升2, 下降1. -->
  <xsl:template name="rise">
    <xsl:choose>
      <xsl:when test="@rise > 0">上升</xsl:when>
      <xsl:otherwise>下降</xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="translate(@rise, '-', '')"/>
  </xsl:template>

</xsl:stylesheet>
