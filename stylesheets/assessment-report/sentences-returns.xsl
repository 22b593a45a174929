<?xml version="1.0" encoding="UTF-8"?>
<!-- The sentences about what was sent, and when. Text only.

       returns-asked     how many materials
       returns-of-kind   who sent one of them in time, late, not at all; context node any of its rows -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- A row of each kind, in the order of the first city's. -->
  <xsl:variable name="kinds" select="$returns[@region_code = $returns[1]/@region_code]"/>

  <xsl:template name="returns-asked">
    <xsl:value-of select="concat($year, '年度每个市州应报送', count($kinds), '种材料，截止日期和报送日期见表',
        $returns-table, '。')"/>
  </xsl:template>

  <xsl:template name="returns-of-kind">
    <xsl:variable name="all" select="key('returns-of-kind', @kind)"/>
    <xsl:variable name="in-time" select="$all[@state = 'sent' and not(@late = 1)]"/>
    <xsl:variable name="late" select="$all[@late = 1]"/>
    <xsl:variable name="returned" select="$all[@state = 'returned']"/>
    <xsl:variable name="missing" select="$all[@state = 'missing']"/>
    <xsl:value-of select="@kind_title"/>
    <xsl:text>，</xsl:text>
    <xsl:choose>
      <xsl:when test="count($in-time) = count($all)">
        <xsl:value-of select="concat(count($all), '个市州全部按期报送')"/>
      </xsl:when>
      <xsl:when test="count($missing) = count($all)">
        <xsl:value-of select="concat(count($all), '个市州都没有报送')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:choose>
          <xsl:when test="$in-time"><xsl:value-of select="concat('按期报送的有', count($in-time), '个市州')"/></xsl:when>
          <xsl:otherwise>没有市州按期报送</xsl:otherwise>
        </xsl:choose>
        <xsl:if test="$late">
          <xsl:value-of select="concat('；逾期报送的有', count($late), '个：')"/>
          <xsl:for-each select="$late">
            <xsl:if test="position() > 1">、</xsl:if>
            <xsl:value-of select="concat(@region_name, '（')"/>
            <xsl:call-template name="month-and-day"><xsl:with-param name="iso" select="@sent"/></xsl:call-template>
            <xsl:value-of select="concat('，逾期', @days_late, '天）')"/>
          </xsl:for-each>
        </xsl:if>
        <xsl:call-template name="of-state">
          <xsl:with-param name="of" select="$returned"/>
          <xsl:with-param name="words">被退回、没有重新报送的</xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="of-state">
          <xsl:with-param name="of" select="$missing"/>
          <xsl:with-param name="words">没有报送的</xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>。</xsl:text>
  </xsl:template>

  <xsl:template name="of-state">
    <xsl:param name="of"/>
    <xsl:param name="words"/>
    <xsl:if test="$of">
      <xsl:value-of select="concat('；', $words, '有', count($of), '个：')"/>
      <xsl:call-template name="list"><xsl:with-param name="of" select="$of/@region_name"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
