<?xml version="1.0" encoding="UTF-8"?>
<!-- What a notice says in words: the result, and how to go on. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template name="result">
    <xsl:call-template name="date"><xsl:with-param name="iso" select="$notice/@date"/></xsl:call-template>
    <xsl:text>的考试，</xsl:text>
    <xsl:choose>
      <xsl:when test="$notice/@state = 'passed'">
        <xsl:value-of select="concat('总分', $notice/@total, '分，')"/>
        <xsl:call-template name="standard"/>
        <xsl:text>成绩合格。</xsl:text>
      </xsl:when>
      <xsl:when test="$notice/@state = 'failed'">
        <xsl:value-of select="concat('总分', $notice/@total, '分，')"/>
        <xsl:call-template name="standard"/>
        <xsl:text>成绩不合格：</xsl:text>
        <xsl:variable name="below" select="$notice/@total_below[. = 1] | $notice/@choice_below[. = 1] | $notice/@open_below[. = 1]"/>
        <xsl:for-each select="$below">
          <xsl:if test="position() > 1">、</xsl:if>
          <xsl:choose>
            <xsl:when test="name() = 'total_below'">总分</xsl:when>
            <xsl:when test="name() = 'choice_below'">客观题</xsl:when>
            <xsl:otherwise>论述题</xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
        <xsl:text>低于合格标准。</xsl:text>
      </xsl:when>
      <xsl:when test="$notice/@state = 'absent'">缺考，没有成绩。</xsl:when>
      <xsl:when test="$notice/@state = 'breach'">
        <xsl:value-of select="concat('违纪（', $notice/@breach, '），没有成绩。')"/>
      </xsl:when>
      <xsl:when test="$notice/@state = 'no-marks'">考试地区没有报来成绩，不按0分计。</xsl:when>
      <xsl:otherwise>还没有合格标准，成绩待定。</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="standard">
    <xsl:value-of select="concat('合格标准为总分不低于', $notice/@pass_total, '分')"/>
    <xsl:if test="$notice/@pass_choice"><xsl:value-of select="concat('、客观题不低于', $notice/@pass_choice, '分')"/></xsl:if>
    <xsl:if test="$notice/@pass_open"><xsl:value-of select="concat('、论述题不低于', $notice/@pass_open, '分')"/></xsl:if>
    <xsl:text>，</xsl:text>
  </xsl:template>

  <xsl:template name="next-step">
    <xsl:choose>
      <xsl:when test="$notice/@state = 'passed'"><xsl:call-template name="certification"/></xsl:when>
      <xsl:when test="$notice/@state = 'no-marks'">请向考试地区的考试办公室询问，成绩补报后另行通知。</xsl:when>
      <xsl:when test="$notice/@state = 'absent' or $notice/@state = 'breach'">可以报名参加以后年度的考试。对这一记录有异议的，请向考试地区的考试办公室申请核查。</xsl:when>
      <xsl:when test="$notice/@state">可以报名参加以后年度的考试。对成绩有疑问的，请向考试地区的考试办公室申请核查。</xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="certification">
    <xsl:text>申请职业资格认证的，请于</xsl:text>
    <xsl:call-template name="date"><xsl:with-param name="iso" select="$notice/@certification_until"/></xsl:call-template>
    <xsl:text>前（含当日）把下列材料交到考试地区：</xsl:text>
    <xsl:for-each select="$papers">
      <xsl:if test="position() > 1">、</xsl:if>
      <xsl:value-of select="@paper"/>
      <xsl:if test="@paper = '工作业绩报告' and $notice/@report_minimum and $notice/@report_maximum">
        <xsl:value-of select="concat('（', $notice/@report_minimum, '至', $notice/@report_maximum, '字）')"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:text>。</xsl:text>
    <xsl:if test="$notice/@validity_years">
      <xsl:value-of select="concat('成绩自考试之日起', $notice/@validity_years, '年内有效。')"/>
    </xsl:if>
    <xsl:if test="$notice/@eligible = 0 and $notice/@completion_years">
      <xsl:value-of select="concat('按报名表，考试之日还没有达到认证要求的学历或者工作年限，可以在考试之后', $notice/@completion_years, '年内补足，达到后再申请。')"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
