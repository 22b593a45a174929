<?xml version="1.0" encoding="UTF-8"?>
<!-- The city's indicators as a table of the letter: what was counted, the value beside the threshold and last year's,
     the score. Last year's column is there only if there was an assessment last year. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:yinfa:official-document"
    exclude-result-prefixes="o">

  <xsl:variable name="compared" select="$standing/@assessed_last_year = 1"/>

  <xsl:template name="indicator-table">
    <o:table>
      <o:caption>
        <xsl:value-of select="concat($city/@name, $year, '年度考核指标完成情况')"/>
      </o:caption>
      <o:column align="start"/>
      <o:column width="10"/>
      <o:column width="15" align="end"/>
      <o:column width="15" align="end"/>
      <o:column width="15" align="end"/>
      <o:column width="14" align="end"/>
      <xsl:if test="$compared"><o:column width="15" align="end"/></xsl:if>
      <o:column width="11"/>
      <o:column width="11" align="end"/>
      <o:column width="14" align="end"/>
      <o:header>
        <o:cell>指标</o:cell>
        <o:cell>单位</o:cell>
        <o:cell>基数</o:cell>
        <o:cell>完成数</o:cell>
        <o:cell>完成值</o:cell>
        <o:cell>目标值</o:cell>
        <xsl:if test="$compared"><o:cell>上年值</o:cell></xsl:if>
        <o:cell>达标</o:cell>
        <o:cell>分值</o:cell>
        <o:cell>得分</o:cell>
      </o:header>
      <xsl:for-each select="$indicators">
        <o:row>
          <o:cell><xsl:value-of select="@name"/></o:cell>
          <o:cell><xsl:value-of select="@unit"/></o:cell>
          <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@denominator"/></xsl:call-template>
          <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@numerator"/></xsl:call-template>
          <xsl:choose>
            <xsl:when test="@state = 'not-applicable'"><o:cell>不适用</o:cell></xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@value"/></xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@threshold"/></xsl:call-template>
          <xsl:if test="$compared">
            <xsl:call-template name="figure-cell">
              <xsl:with-param name="value" select="@last_value"/>
            </xsl:call-template>
          </xsl:if>
          <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@answer"/></xsl:call-template>
          <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@weight"/></xsl:call-template>
          <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@score"/></xsl:call-template>
        </o:row>
      </xsl:for-each>
      <o:row>
        <o:cell columns="{7 + $compared}">总分</o:cell>
        <xsl:call-template name="figure-cell">
          <xsl:with-param name="value" select="$standing/@full_score"/>
        </xsl:call-template>
        <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="$standing/@score"/></xsl:call-template>
      </o:row>
      <o:table-note><xsl:call-template name="table-note"/></o:table-note>
    </o:table>
  </xsl:template>

  <xsl:template name="figure-cell">
    <xsl:param name="value"/>
    <o:cell>
      <xsl:value-of select="$value"/>
      <xsl:if test="string($value) = ''">—</xsl:if>
    </o:cell>
  </xsl:template>

  <!-- Only what is needed to read this table. -->
  <xsl:template name="table-note">
    <xsl:text>单位为%的，完成值是完成数占基数的百分比；是否达标按完成数和基数核算。</xsl:text>
    <xsl:if test="$indicators[@state = 'not-applicable']">
      <xsl:text>“不适用”指基数为0，其分值不计入，总分按其余指标的分值折算。</xsl:text>
    </xsl:if>
    <xsl:text>“—”表示没有或者不需要这项数据。</xsl:text>
  </xsl:template>

</xsl:stylesheet>
