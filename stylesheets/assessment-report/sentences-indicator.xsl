<?xml version="1.0" encoding="UTF-8"?>
<!-- The sentences about one indicator; context node its row of the query `indicators`. Text only.

       indicator-rule, indicator-result, indicator-reached, indicator-extremes, indicator-changes, indicator-gaps -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:variable name="formulas" select="document('formulas.xml')/formulas/formula"/>

  <xsl:template name="indicator-rule">
    <xsl:value-of select="concat('分值', @weight, '分，目标值', @threshold, @unit, '。')"/>
    <xsl:if test="@note">
      <xsl:value-of select="@note"/>
      <xsl:if test="substring(@note, string-length(@note)) != '。'">。</xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- 全省120家获奖企业中，聘任首席质量官的118家，完成值为98.3%，低于目标值1.7个百分点，比2023年度提高3.0个百分点。 -->
  <xsl:template name="indicator-result">
    <xsl:variable name="formula" select="$formulas[@name = current()/@formula]"/>
    <xsl:choose>
      <xsl:when test="@measured = 0 and @missing = 0">各市州都没有考核对象，本项指标不适用。</xsl:when>
      <xsl:when test="@missing = count($ranking)">各市州都没有数据。</xsl:when>
      <xsl:when test="@measured = 0">没有可以考核的数据。</xsl:when>
      <xsl:otherwise>
        <xsl:choose>
          <xsl:when test="@missing = 0">全省</xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('有数据的', count($ranking) - @missing, '个市州')"/></xsl:otherwise>
        </xsl:choose>
        <xsl:choose>
          <xsl:when test="@unit = '%'">
            <xsl:value-of select="concat($formula/@whole, @denominator, $formula/@counter)"/>
            <xsl:choose>
              <xsl:when test="$formula/@joint"><xsl:value-of select="$formula/@joint"/></xsl:when>
              <xsl:otherwise>中，</xsl:otherwise>
            </xsl:choose>
            <xsl:value-of select="concat($formula/@part, @numerator, $formula/@counter, '，完成值为', @value, '%，')"/>
            <xsl:call-template name="against-target"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('共', $formula/@part, @value, @unit)"/></xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="against-previous-year"/>
        <xsl:value-of select="concat('（表', $tables-before-indicators + @number, '、图',
            $figures-before-indicators + @number, '）。')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Whether the target is reached is told by whole numbers, never by the rounded value: 59.96% prints as 60.0%. -->
  <xsl:template name="against-target">
    <xsl:choose>
      <xsl:when test="@reached = 1 and @gap = 0">达到目标值</xsl:when>
      <xsl:when test="@gap = 0">低于目标值不到0.1个百分点</xsl:when>
      <xsl:otherwise>
        <xsl:choose>
          <xsl:when test="@reached = 1">高于目标值</xsl:when>
          <xsl:otherwise>低于目标值</xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="difference-with-unit">
          <xsl:with-param name="difference" select="@gap"/>
          <xsl:with-param name="unit" select="@unit"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Names whichever side is the shorter, if it is short; and those whose value prints as the target though it falls
       short of it. -->
  <xsl:template name="indicator-reached">
    <xsl:variable name="cells" select="key('cells-of-indicator', @code)[@state = 'measured']"/>
    <xsl:variable name="reached" select="$cells[@reached = 1]"/>
    <xsl:variable name="short" select="$cells[@reached = 0]"/>
    <xsl:variable name="those">
      <xsl:choose>
        <xsl:when test="count($cells) = count($ranking)">
          <xsl:value-of select="concat(count($cells), '个市州')"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('参加本项考核的', count($cells), '个市州')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="not($cells)"/>
      <xsl:when test="count($cells) = 1">
        <xsl:value-of select="concat('参加本项考核的只有', $cells/@region_name, '，')"/>
        <xsl:choose>
          <xsl:when test="$reached">达到目标值。</xsl:when>
          <xsl:otherwise>没有达到目标值。</xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="not($short)"><xsl:value-of select="concat($those, '全部达到目标值。')"/></xsl:when>
      <xsl:when test="not($reached)"><xsl:value-of select="concat($those, '都没有达到目标值。')"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat($those, '中，达到目标值的有', count($reached), '个')"/>
        <xsl:choose>
          <xsl:when test="count($reached) &lt;= $most-names and count($reached) &lt; count($short)">
            <xsl:text>：</xsl:text>
            <xsl:call-template name="list">
              <xsl:with-param name="of" select="$reached/@region_name"/>
            </xsl:call-template>
            <xsl:text>；</xsl:text>
          </xsl:when>
          <xsl:otherwise>，</xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="concat('没有达到的有', count($short), '个')"/>
        <xsl:if test="count($short) &lt;= $most-names and count($short) &lt;= count($reached)">
          <xsl:text>：</xsl:text>
          <xsl:call-template name="regions-with-values"><xsl:with-param name="of" select="$short"/></xsl:call-template>
        </xsl:if>
        <xsl:text>。</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:variable name="rounded" select="$short[@gap = 0]"/>
    <xsl:if test="$rounded">
      <xsl:call-template name="list"><xsl:with-param name="of" select="$rounded/@region_name"/></xsl:call-template>
      <xsl:value-of select="concat('四舍五入后为', $rounded[1]/@value, @unit, '，实际低于目标值。')"/>
    </xsl:if>
  </xsl:template>

  <!-- Who leads, and who lags unless all below the target have just been named with their values. -->
  <xsl:template name="indicator-extremes">
    <xsl:variable name="cells" select="key('cells-of-indicator', @code)[@state = 'measured']"/>
    <xsl:variable name="first" select="$cells[@place = 1]"/>
    <xsl:variable name="short" select="count($cells[@reached = 0])"/>
    <xsl:variable name="short-named"
        select="$short > 0 and $short &lt;= $most-names and 2 * $short &lt;= count($cells)"/>
    <xsl:choose>
      <xsl:when test="count($cells) &lt; 2"/>
      <xsl:when test="count($first) = count($cells)">
        <xsl:if test="count($cells) &lt; count($ranking)">参加考核的</xsl:if>
        <xsl:value-of select="concat('各市州均为', $first[1]/@value, @unit, '。')"/>
      </xsl:when>
      <!-- So many lead with exactly the target that the sentence before has said it. -->
      <xsl:when test="count($first) > $most-names and $first/@gap = 0 and $short-named"/>
      <xsl:otherwise>
        <xsl:choose>
          <xsl:when test="@unit = '%'">最高的是</xsl:when>
          <xsl:otherwise>最多的是</xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="regions-with-one-value"><xsl:with-param name="of" select="$first"/></xsl:call-template>
        <xsl:if test="not($short-named)">
          <xsl:choose>
            <xsl:when test="@unit = '%'">，最低的是</xsl:when>
            <xsl:otherwise>，最少的是</xsl:otherwise>
          </xsl:choose>
          <xsl:for-each select="$cells">
            <xsl:sort select="@place" data-type="number" order="descending"/>
            <xsl:if test="position() = 1">
              <xsl:call-template name="regions-with-one-value">
                <xsl:with-param name="of" select="$cells[@place = current()/@place]"/>
              </xsl:call-template>
            </xsl:if>
          </xsl:for-each>
        </xsl:if>
        <xsl:text>。</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Which cities rose and fell most since last year. -->
  <xsl:template name="indicator-changes">
    <xsl:variable name="cells" select="key('cells-of-indicator', @code)[@change and @unit = '%']"/>
    <xsl:if test="$cells[2]">
      <xsl:call-template name="changes-counted">
        <xsl:with-param name="of" select="$cells"/>
        <xsl:with-param name="name" select="'region_name'"/>
        <xsl:with-param name="counter">个市州</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Who has no data, for whom it does not apply: all of them by name. If nobody has, indicator-result says so. -->
  <xsl:template name="indicator-gaps">
    <xsl:variable name="cells" select="key('cells-of-indicator', @code)"/>
    <xsl:variable name="missing" select="$cells[@state = 'missing']"/>
    <xsl:variable name="exempt" select="$cells[@state = 'not-applicable']"/>
    <xsl:if test="$missing and count($missing) &lt; count($cells)">
      <xsl:call-template name="list"><xsl:with-param name="of" select="$missing/@region_name"/></xsl:call-template>
      <xsl:text>没有数据。</xsl:text>
    </xsl:if>
    <xsl:if test="$exempt and @measured > 0">
      <xsl:call-template name="list"><xsl:with-param name="of" select="$exempt/@region_name"/></xsl:call-template>
      <xsl:value-of select="concat('没有', $formulas[@name = current()/@formula]/@whole, '，本项不适用。')"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
