<?xml version="1.0" encoding="UTF-8"?>
<!-- The city's indicators as a table of the letter: the value beside the threshold and last year's, whether it is
     reached, the score. (What was counted is said where a target is missed, and in the CSV file.) Last year's column is there only if there was an assessment last year. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:yinfa:official-document"
    exclude-result-prefixes="o">

  <xsl:template name="indicator-table">
    <o:table>
      <o:caption>
        <xsl:value-of select="concat($city/@name, $year, '年度考核指标完成情况')"/>
      </o:caption>
      <o:column width="10"/>
      <o:column align="start"/>
      <o:column width="10"/>
      <o:column width="13" align="end"/>
      <o:column width="14" align="end"/>
      <xsl:if test="$before"><o:column width="14" align="end"/></xsl:if>
      <o:column width="10"/>
      <o:column width="10" align="end"/>
      <o:column width="14" align="end"/>
      <o:header>
        <o:cell>序号</o:cell>
        <o:cell>指标</o:cell>
        <o:cell>单位</o:cell>
        <o:cell>目标值</o:cell>
        <o:cell>完成值</o:cell>
        <xsl:if test="$before"><o:cell>上年值</o:cell></xsl:if>
        <o:cell>达标</o:cell>
        <o:cell>分值</o:cell>
        <o:cell>得分</o:cell>
      </o:header>
      <xsl:for-each select="$indicators">
        <o:row>
          <o:cell><xsl:value-of select="position()"/></o:cell>
          <o:cell><xsl:value-of select="@name"/></o:cell>
          <o:cell><xsl:value-of select="@unit"/></o:cell>
          <o:cell><xsl:value-of select="@threshold"/></o:cell>
          <xsl:call-template name="figure-cell">
            <xsl:with-param name="value" select="@value | @remark[../@state = 'not-applicable']"/>
          </xsl:call-template>
          <xsl:if test="$before">
            <xsl:call-template name="figure-cell">
              <xsl:with-param name="value" select="$indicators-before[@code = current()/@code]/@value"/>
            </xsl:call-template>
          </xsl:if>
          <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@answer"/></xsl:call-template>
          <o:cell><xsl:value-of select="@weight"/></o:cell>
          <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@score"/></xsl:call-template>
        </o:row>
      </xsl:for-each>
      <o:row>
        <o:cell columns="{6 + boolean($before)}">总分</o:cell>
        <o:cell><xsl:value-of select="$standing/@full_score"/></o:cell>
        <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="$standing/@score"/></xsl:call-template>
      </o:row>
      <xsl:variable name="note"><xsl:call-template name="table-note"/></xsl:variable>
      <xsl:if test="string($note)"><o:table-note><xsl:value-of select="$note"/></o:table-note></xsl:if>
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
    <!-- Judged is what was counted: a value may be printed as the threshold and be below it. -->
    <xsl:if test="$indicators[@reached = 0 and not(@behind)]">
      <xsl:text>是否达标按统计数核算，完成值是四舍五入到一位小数的。</xsl:text>
    </xsl:if>
    <xsl:if test="$indicators[@state = 'not-applicable']">
      <xsl:text>“不适用”指没有统计对象，其分值不计入</xsl:text>
      <xsl:if test="$standing/@score">，总分按其余指标的分值折算</xsl:if>
      <xsl:text>。</xsl:text>
    </xsl:if>
    <xsl:if test="$indicators[@state != 'measured'] or $indicators[$before and not(@code = $indicators-before[@value]/@code)]">
      <xsl:text>“—”表示没有数据或者不适用。</xsl:text>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
