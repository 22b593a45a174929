<?xml version="1.0" encoding="UTF-8"?>
<!-- What the tables and charts show, in words. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template name="about-cities">
    <xsl:value-of select="concat('报名', $total/@candidates, '人，有成绩', $total/@sat, '人，缺考', $total/@absent, '人，违纪', $total/@breach, '人，没有收到成绩', $total/@no_marks, '人。')"/>
    <xsl:value-of select="concat('合格标准为总分不低于', $session/@pass_total, '分')"/>
    <xsl:if test="$session/@pass_choice"><xsl:value-of select="concat('、客观题不低于', $session/@pass_choice, '分')"/></xsl:if>
    <xsl:if test="$session/@pass_open"><xsl:value-of select="concat('、论述题不低于', $session/@pass_open, '分')"/></xsl:if>
    <xsl:value-of select="concat('，合格', $total/@passed, '人，合格率', $total/@rate, '%')"/>
    <xsl:if test="$total/@previous_rate">
      <xsl:value-of select="concat('，', $session/@previous_year, '年为', $total/@previous_rate, '%')"/>
    </xsl:if>
    <xsl:text>。</xsl:text>
  </xsl:template>

  <xsl:template name="about-measures">
    <xsl:for-each select="$measures">
      <xsl:if test="position() > 1">；</xsl:if>
      <xsl:value-of select="concat(@name, '平均', @mean, '分、中位数', @median, '分')"/>
    </xsl:for-each>
    <xsl:text>。</xsl:text>
  </xsl:template>

  <!-- Those that share the first or last place are all named. -->
  <xsl:template name="about-modules">
    <xsl:variable name="best" select="$modules[not(@reached &lt; $modules/@reached)]"/>
    <xsl:variable name="worst" select="$modules[not(@reached > $modules/@reached)]"/>
    <xsl:text>得分率最高的是</xsl:text>
    <xsl:call-template name="list"><xsl:with-param name="of" select="$best/@name"/></xsl:call-template>
    <xsl:value-of select="concat('（', $best[1]/@reached, '%），最低的是')"/>
    <xsl:call-template name="list"><xsl:with-param name="of" select="$worst/@name"/></xsl:call-template>
    <xsl:value-of select="concat('（', $worst[1]/@reached, '%）。')"/>
  </xsl:template>

</xsl:stylesheet>
