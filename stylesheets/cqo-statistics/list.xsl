<?xml version="1.0" encoding="UTF-8"?>
<!-- Table 5: every enterprise and its officer, city by city, fed row by row. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="str">

  <xsl:template name="enterprise-list">
    <fo:block break-before="page">
      <xsl:call-template name="table-caption">
        <xsl:with-param name="number">5</xsl:with-param>
        <xsl:with-param name="text" select="$title-of-list"/>
      </xsl:call-template>
    </fo:block>
    <fo:table xsl:use-attribute-sets="register">
      <xsl:call-template name="columns">
        <xsl:with-param name="widths">9.7 34.5 29 8.3 18 14.5 11.5 8 8.5 15 17 17 8.5 8.5 8.5 8.5</xsl:with-param>
      </xsl:call-template>
      <fo:table-header>
        <xsl:call-template name="continued-line">
          <xsl:with-param name="columns" select="16"/>
          <xsl:with-param name="subject">
            <xsl:text>截至</xsl:text>
            <xsl:call-template name="date">
              <xsl:with-param name="iso" select="$scheme/@reference_date"/>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="list-heads"/>
      </fo:table-header>
      <fo:table-body xsl:use-attribute-sets="register-body">
        <y:rows query="register" mode="list" chunk="200"/>
      </fo:table-body>
    </fo:table>
    <fo:block keep-with-previous.within-page="always" xsl:use-attribute-sets="register-note">
      <xsl:text>注：年限一栏是从事质量管理工作的年数；规模一栏，“规上”是规模以上企业，“中小”是中小企业；任期一栏，上行为开始日期，下行为截止日期；</xsl:text>
      <xsl:text>培训学时中的继续和二类为本年度学时；“未聘”表示没有聘任首席质量官，“—”表示没有该项内容。</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template name="list-heads">
    <fo:table-row xsl:use-attribute-sets="register-head-row">
      <xsl:call-template name="head-cells">
        <xsl:with-param name="words">
          <xsl:text>序号|企业名称|统一社会/信用代码|规模|质量奖项|首席/质量官|学历|年限|资格/职称|职务|聘任日期|任期</xsl:text>
        </xsl:with-param>
        <xsl:with-param name="rows" select="2"/>
      </xsl:call-template>
      <xsl:call-template name="head-cells">
        <xsl:with-param name="words">培训（学时）</xsl:with-param><xsl:with-param name="columns" select="3"/>
      </xsl:call-template>
      <xsl:call-template name="head-cells">
        <xsl:with-param name="words">在任</xsl:with-param><xsl:with-param name="rows" select="2"/>
      </xsl:call-template>
    </fo:table-row>
    <fo:table-row xsl:use-attribute-sets="register-head-row">
      <xsl:call-template name="head-cells">
        <xsl:with-param name="words">一类/初次|一类/继续|二类</xsl:with-param>
      </xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <!-- ============ Rows: none knows its neighbours ============ -->

  <xsl:template match="row" mode="list">
    <xsl:call-template name="region-row"/>
    <fo:table-row y:record="{@name}" xsl:use-attribute-sets="row">
      <fo:table-cell xsl:use-attribute-sets="register-cell">
        <xsl:call-template name="continued-mark">
          <xsl:with-param name="group" select="@region_name"/>
        </xsl:call-template>
        <fo:block><xsl:value-of select="@number"/></fo:block>
      </fo:table-cell>
      <xsl:call-template name="register-text"><xsl:with-param name="value" select="@name"/></xsl:call-template>
      <xsl:call-template name="register-credit-code"/>
      <!-- 规上 and 中小; the note says so. -->
      <xsl:call-template name="register-cell">
        <xsl:with-param name="value" select="translate(@scale, '模以企业', '')"/>
      </xsl:call-template>
      <!-- Each award begins a line; the longest name that two lines hold is parted at sense. -->
      <fo:table-cell linefeed-treatment="preserve" xsl:use-attribute-sets="register-cell">
        <fo:block>
          <xsl:call-template name="value-or-dash">
            <xsl:with-param name="value"
                select="str:replace(translate(@awards, '、', '&#10;'), '市州政府质量奖', '市州政府&#10;质量奖')"/>
          </xsl:call-template>
        </fo:block>
      </fo:table-cell>
      <xsl:call-template name="register-name"/>
      <xsl:call-template name="register-cell"><xsl:with-param name="value" select="@education"/></xsl:call-template>
      <xsl:call-template name="register-number"><xsl:with-param name="value" select="@quality_years"/></xsl:call-template>
      <xsl:call-template name="register-cell"><xsl:with-param name="value" select="@qualification"/></xsl:call-template>
      <xsl:call-template name="register-text"><xsl:with-param name="value" select="@post"/></xsl:call-template>
      <xsl:call-template name="register-cell"><xsl:with-param name="value" select="@appointed"/></xsl:call-template>
      <fo:table-cell linefeed-treatment="preserve" xsl:use-attribute-sets="register-cell">
        <fo:block>
          <xsl:choose>
            <xsl:when test="@term_from"><xsl:value-of select="concat(@term_from, '&#10;', @term_until)"/></xsl:when>
            <xsl:otherwise>—</xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </fo:table-cell>
      <xsl:call-template name="register-number"><xsl:with-param name="value" select="@initial_hours"/></xsl:call-template>
      <xsl:call-template name="register-number"><xsl:with-param name="value" select="@continuing_hours"/></xsl:call-template>
      <xsl:call-template name="register-number"><xsl:with-param name="value" select="@class_2_hours"/></xsl:call-template>
      <xsl:call-template name="register-cell"><xsl:with-param name="value" select="@standing"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="row[@row_type = 'subtotal' or @row_type = 'total']" mode="list">
    <xsl:call-template name="region-row"/>
    <fo:table-row y:record="{@name}" xsl:use-attribute-sets="total-row">
      <fo:table-cell number-columns-spanned="2" xsl:use-attribute-sets="head-cell">
        <xsl:call-template name="continued-mark">
          <xsl:with-param name="group" select="@region_name"/>
        </xsl:call-template>
        <fo:block><xsl:value-of select="@name"/></fo:block>
      </fo:table-cell>
      <fo:table-cell number-columns-spanned="14" text-align="start" padding-start="3pt"
          xsl:use-attribute-sets="register-cell">
        <fo:block>
          <xsl:text>企业</xsl:text>
          <xsl:value-of select="@enterprises"/>
          <xsl:text>家，首席质量官在任的</xsl:text>
          <xsl:value-of select="@in_office"/>
          <xsl:text>家</xsl:text>
          <xsl:if test="@rate">
            <xsl:text>，聘任率</xsl:text>
            <xsl:value-of select="@rate"/>
            <xsl:text>%</xsl:text>
          </xsl:if>
          <xsl:text>。</xsl:text>
        </fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="row[@row_type = 'absent']" mode="list">
    <xsl:call-template name="group-row">
      <xsl:with-param name="columns" select="16"/>
      <xsl:with-param name="name" select="@region_name"/>
      <xsl:with-param name="remark" select="concat(@name, '，没有数据，不计入合计。')"/>
      <xsl:with-param name="opening" select="$coverage[1]/@key = @region_code"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="region-row">
    <xsl:if test="@opening = 1">
      <xsl:call-template name="group-row">
        <xsl:with-param name="columns" select="16"/>
        <xsl:with-param name="name" select="@region_name"/>
        <xsl:with-param name="opening" select="$coverage[1]/@key = @region_code"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
