<?xml version="1.0" encoding="UTF-8"?>
<!-- 三、分项指标: of each indicator its rule, what the figures say, a table of all cities, a chart. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="exsl">

  <xsl:template name="indicators">
    <xsl:call-template name="heading"><xsl:with-param name="of" select="'indicators'"/></xsl:call-template>
    <xsl:apply-templates select="$indicators" mode="indicator"/>
  </xsl:template>

  <xsl:template match="row" mode="indicator">
    <xsl:call-template name="heading">
      <xsl:with-param name="of" select="concat('indicator-', @number)"/>
    </xsl:call-template>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text">
        <xsl:call-template name="indicator-rule"/>
        <xsl:call-template name="indicator-result"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text">
        <xsl:call-template name="indicator-reached"/>
        <xsl:call-template name="indicator-extremes"/>
        <xsl:call-template name="indicator-changes"/>
        <xsl:call-template name="indicator-gaps"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="indicator-table"/>
    <xsl:call-template name="indicator-chart"/>
  </xsl:template>

  <xsl:template name="indicator-chart">
    <xsl:variable name="indicator" select="."/>
    <xsl:variable name="cells" select="key('cells-of-indicator', @code)"/>
    <xsl:variable name="largest">
      <xsl:for-each select="$cells/@value">
        <xsl:sort data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="."/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each select="$cells[position() mod $bars-of-chart = 1]">
      <xsl:variable name="piece" select="position()"/>
      <xsl:variable name="data">
        <xsl:for-each select="$cells[ceiling(position() div $bars-of-chart) = $piece]">
          <datum label="{@region_name}">
            <xsl:copy-of select="@value"/>
            <xsl:call-template name="state"/>
          </datum>
        </xsl:for-each>
      </xsl:variable>
      <xsl:call-template name="chart-bars">
        <xsl:with-param name="data" select="exsl:node-set($data)/*"/>
        <xsl:with-param name="title">
          <xsl:call-template name="figure-title">
            <xsl:with-param name="number" select="$figures-before-indicators + $indicator/@number"/>
            <xsl:with-param name="text" select="concat($year, '年度各市州', $indicator/@name)"/>
            <xsl:with-param name="piece" select="$piece"/>
          </xsl:call-template>
        </xsl:with-param>
        <xsl:with-param name="unit" select="@unit"/>
        <xsl:with-param name="target" select="@threshold"/>
        <xsl:with-param name="maximum" select="$largest"/>
        <xsl:with-param name="gap" select="2"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- Why there is no value: not what the figure lacks, but what became of the return it would come from. -->
  <xsl:template name="state">
    <xsl:choose>
      <xsl:when test="@state = 'missing'">
        <xsl:copy-of select="key('return', concat(@region_code, '-', @kind))/@state[. != 'sent']"/>
      </xsl:when>
      <xsl:otherwise><xsl:copy-of select="@state"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="indicator-table">
    <xsl:variable name="formula" select="$formulas[@name = current()/@formula]"/>
    <xsl:variable name="last-year" select="$previous-year != ''"/>
    <xsl:call-template name="table-caption">
      <xsl:with-param name="number" select="$tables-before-indicators + @number"/>
      <xsl:with-param name="text" select="concat($year, '年度各市州', @name)"/>
      <xsl:with-param name="size" select="$size-5"/>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="table-dense">
      <xsl:call-template name="columns">
        <xsl:with-param name="widths">
          <xsl:choose>
            <xsl:when test="@unit = '%' and $last-year">26 24 21 17 11 16 10 16 15</xsl:when>
            <xsl:when test="@unit = '%'">36 28 28 20 14 16 14</xsl:when>
            <xsl:when test="$last-year">40 26 18 22 16 18 16</xsl:when>
            <xsl:otherwise>52 34 22 28 20</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="heads">
        <xsl:with-param name="words">
          <xsl:text>地区|</xsl:text>
          <xsl:if test="@unit = '%'">
            <xsl:value-of select="concat($formula/@whole, '/（', $formula/@counter, '）|')"/>
          </xsl:if>
          <xsl:value-of select="concat($formula/@head, '/（', $formula/@counter, '）|')"/>
          <xsl:if test="@unit = '%'">完成值/（%）|</xsl:if>
          <xsl:text>达标|得分|位次</xsl:text>
          <xsl:if test="$last-year"><xsl:value-of select="concat('|', $previous-year, '年/（', @unit, '）|比上年')"/></xsl:if>
        </xsl:with-param>
      </xsl:call-template>
      <fo:table-body>
        <xsl:apply-templates select="key('cells-of-indicator', @code)" mode="indicator-table"/>
        <xsl:call-template name="province-row"/>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="row" mode="indicator-table">
    <fo:table-row y:record="{@region_name}" xsl:use-attribute-sets="row">
      <xsl:call-template name="name-cell"><xsl:with-param name="name" select="@region_name"/></xsl:call-template>
      <xsl:if test="@unit = '%'">
        <xsl:call-template name="figure"><xsl:with-param name="value" select="@denominator"/></xsl:call-template>
        <xsl:call-template name="figure"><xsl:with-param name="value" select="@numerator"/></xsl:call-template>
      </xsl:if>
      <xsl:call-template name="value-cell"/>
      <xsl:call-template name="reached-cell"/>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@score"/></xsl:call-template>
      <xsl:call-template name="word"><xsl:with-param name="word" select="@place"/></xsl:call-template>
      <xsl:if test="$previous-year != ''">
        <xsl:call-template name="figure"><xsl:with-param name="value" select="@previous"/></xsl:call-template>
        <xsl:call-template name="change-cell"/>
      </xsl:if>
    </fo:table-row>
  </xsl:template>

  <!-- The province has neither score nor place. -->
  <xsl:template name="province-row">
    <fo:table-row xsl:use-attribute-sets="total-row">
      <fo:table-cell xsl:use-attribute-sets="dense-cell" font-family="{$hei}"><fo:block>全省</fo:block></fo:table-cell>
      <xsl:if test="@unit = '%'">
        <xsl:call-template name="figure"><xsl:with-param name="value" select="@denominator"/></xsl:call-template>
        <xsl:call-template name="figure"><xsl:with-param name="value" select="@numerator"/></xsl:call-template>
      </xsl:if>
      <xsl:call-template name="figure"><xsl:with-param name="value" select="@value"/></xsl:call-template>
      <xsl:call-template name="reached-cell"/>
      <xsl:call-template name="figure"/>
      <xsl:call-template name="word"/>
      <xsl:if test="$previous-year != ''">
        <xsl:call-template name="figure"><xsl:with-param name="value" select="@previous"/></xsl:call-template>
        <xsl:call-template name="change-cell"/>
      </xsl:if>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
