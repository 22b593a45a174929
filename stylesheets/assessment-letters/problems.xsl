<?xml version="1.0" encoding="UTF-8"?>
<!-- 存在的问题: a paragraph for each sort of problem there is: indicators below their target, officers who
     miss a condition, terms that end, returns that came late or not at all.

       problems   paragraphs with a lead, or nothing -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:yinfa:official-document"
    xmlns:exsl="http://exslt.org/common"
    xmlns:c="urn:yinfa:stylesheets:counted"
    exclude-result-prefixes="o exsl c">

  <!-- What a formula counts: all that count (with the word for one of them), and those of them that are there. -->
  <c:counted formula="award-coverage" all="获奖企业" part="聘任首席质量官的" one="家"/>
  <c:counted formula="large-coverage" all="规模以上企业" part="聘任首席质量官的" one="家"/>
  <c:counted formula="small-coverage" all="中小企业" part="聘任首席质量官的" one="家"/>
  <c:counted formula="managers-trained" all="管理人员" part="经过培训的" one="人"/>
  <c:counted formula="shop-floor-trained" all="一线职工" part="掌握基本知识的" one="人"/>
  <c:counted formula="quality-staff-qualified" all="质量岗位人员" part="具有职业资格的" one="人"/>
  <c:counted formula="platforms-able" all="服务平台" part="具备能力的" one="个"/>
  <c:counted formula="enrolment" all="目标" part="已报名的" one="人"/>
  <xsl:variable name="counted" select="document('')/*/c:counted"/>

  <xsl:template name="problems">
    <xsl:call-template name="below-target"/>
    <xsl:call-template name="conditions-missed"/>
    <xsl:call-template name="terms"/>
    <xsl:call-template name="late-or-missing"/>
  </xsl:template>

  <!-- ============ Indicators ============ -->

  <xsl:template name="below-target">
    <xsl:variable name="below" select="$indicators[@reached = 0]"/>
    <xsl:if test="$below">
      <o:paragraph>
        <o:lead><xsl:value-of select="concat(count($below), '项指标没有达到目标。')"/></o:lead>
        <xsl:for-each select="$below">
          <xsl:if test="position() > 1">；</xsl:if>
          <xsl:call-template name="behind"/>
        </xsl:for-each>
        <xsl:text>。</xsl:text>
      </o:paragraph>
    </xsl:if>
  </xsl:template>

  <!-- A value may be printed as the threshold and be below it all the same: 99.96% is 100.0%. -->
  <xsl:template name="behind">
    <xsl:variable name="words" select="$counted[@formula = current()/@formula]"/>
    <xsl:value-of select="concat(@name, '为', @value, @unit, '，')"/>
    <xsl:choose>
      <xsl:when test="@unit = '%'">
        <xsl:choose>
          <xsl:when test="@behind"><xsl:value-of select="concat('比目标值低', @behind, '个百分点')"/></xsl:when>
          <xsl:otherwise>略低于目标值</xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="concat('（', $words/@all, @denominator, $words/@one, '，', $words/@part, @numerator,
                                     $words/@one, '，还差', @short_of, $words/@one, '）')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('比目标值少', @short_of, @unit)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============ Officers ============ -->

  <xsl:template name="conditions-missed">
    <xsl:variable name="missed" select="$breaches[@condition != 'expired' and @condition != 'expiring']"/>
    <xsl:if test="$missed">
      <o:paragraph>
        <o:lead><xsl:value-of select="concat($missed/@failing, '名首席质量官不符合任职条件。')"/></o:lead>
        <xsl:text>不符合条件的项目和人数为</xsl:text>
        <xsl:variable name="items">
          <xsl:for-each select="$missed"><item><xsl:value-of select="concat(@title, @officers, '人')"/></item></xsl:for-each>
        </xsl:variable>
        <xsl:call-template name="list"><xsl:with-param name="of" select="exsl:node-set($items)/item"/></xsl:call-template>
        <xsl:if test="sum($missed/@officers) > $missed/@failing">（一人有多项的，各项都计入）</xsl:if>
        <xsl:text>。</xsl:text>
      </o:paragraph>
    </xsl:if>
  </xsl:template>

  <xsl:template name="terms">
    <xsl:variable name="expired" select="$breaches[@condition = 'expired']/@officers"/>
    <xsl:variable name="expiring" select="$breaches[@condition = 'expiring']/@officers"/>
    <xsl:if test="$expired or $expiring">
      <o:paragraph>
        <o:lead>
          <xsl:text>部分首席质量官任期</xsl:text>
          <xsl:if test="$expired">已经届满</xsl:if>
          <xsl:if test="$expired and $expiring">或者</xsl:if>
          <xsl:if test="$expiring">即将届满</xsl:if>
          <xsl:text>。</xsl:text>
        </o:lead>
        <xsl:text>截至</xsl:text>
        <xsl:call-template name="date"><xsl:with-param name="iso" select="$scheme/@reference_date"/></xsl:call-template>
        <xsl:text>，</xsl:text>
        <xsl:if test="$expired"><xsl:value-of select="concat('任期已经届满的', $expired, '人')"/></xsl:if>
        <xsl:if test="$expired and $expiring">，</xsl:if>
        <xsl:if test="$expiring">
          <xsl:value-of select="concat($scheme/@expiry_days, '日内任期届满的', $expiring, '人')"/>
        </xsl:if>
        <xsl:text>，应当及时续聘或者另聘。</xsl:text>
      </o:paragraph>
    </xsl:if>
  </xsl:template>

  <!-- ============ Returns ============ -->

  <xsl:template name="late-or-missing">
    <xsl:variable name="late" select="$returns[@late = 1]"/>
    <xsl:variable name="missing" select="$returns[@state != 'sent']"/>
    <xsl:if test="$late or $missing">
      <o:paragraph>
        <o:lead>
          <xsl:text>部分材料</xsl:text>
          <xsl:if test="$late">逾期报送</xsl:if>
          <xsl:if test="$late and $missing">或者</xsl:if>
          <xsl:if test="$missing">没有报送</xsl:if>
          <xsl:text>。</xsl:text>
        </o:lead>
        <xsl:for-each select="$late">
          <xsl:if test="position() > 1">；</xsl:if>
          <xsl:call-template name="titles"><xsl:with-param name="of" select="."/></xsl:call-template>
          <xsl:text>的报送截止日期是</xsl:text>
          <xsl:call-template name="date"><xsl:with-param name="iso" select="@deadline"/></xsl:call-template>
          <xsl:text>，实际于</xsl:text>
          <xsl:call-template name="date"><xsl:with-param name="iso" select="@sent"/></xsl:call-template>
          <xsl:text>报送</xsl:text>
        </xsl:for-each>
        <xsl:if test="$late">。</xsl:if>
        <xsl:call-template name="not-received"/>
      </o:paragraph>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
