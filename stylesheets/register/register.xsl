<?xml version="1.0" encoding="UTF-8"?>
<!-- The register on paper, year by year, fed row by row. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/register.xsl"/>
  <xsl:include href="../common/wording.xsl"/>

  <xsl:variable name="employers" select="/data/parameter[@name = 'employer']/@value = 'yes'"/>
  <xsl:variable name="standing" select="/data/query[@name = 'standing']/row"/>
  <xsl:variable name="columns" select="5 + $employers"/>

  <xsl:template match="/data">
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="page-masters"/>
      <fo:page-sequence master-reference="tables">
        <xsl:call-template name="page-numbers"/>
        <fo:flow flow-name="xsl-region-body">
          <fo:block space-after="12pt" xsl:use-attribute-sets="opening-title">质量经理名录</fo:block>
          <xsl:choose>
            <xsl:when test="$standing/@entries > 0"><xsl:call-template name="entries"/></xsl:when>
            <xsl:otherwise>
              <fo:block xsl:use-attribute-sets="paragraph">还没有发出证书。</fo:block>
            </xsl:otherwise>
          </xsl:choose>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="entries">
    <fo:table xsl:use-attribute-sets="register">
      <xsl:choose>
        <xsl:when test="$employers">
          <xsl:call-template name="columns"><xsl:with-param name="widths">28 21 17 17 46 27</xsl:with-param></xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="columns"><xsl:with-param name="widths">32 44 24 24 32</xsl:with-param></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <fo:table-header>
        <xsl:call-template name="continued-line">
          <xsl:with-param name="columns" select="$columns"/>
          <xsl:with-param name="subject">
            <xsl:text>截至</xsl:text>
            <xsl:call-template name="date"><xsl:with-param name="iso" select="$standing/@last_day"/></xsl:call-template>
            <xsl:value-of select="concat('，共', $standing/@entries, '份')"/>
          </xsl:with-param>
        </xsl:call-template>
        <fo:table-row xsl:use-attribute-sets="register-head-row">
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">证书编号|姓名|通过认证/日期|发证日期</xsl:with-param>
          </xsl:call-template>
          <xsl:if test="$employers">
            <xsl:call-template name="head-cells"><xsl:with-param name="words">认证时的工作单位</xsl:with-param></xsl:call-template>
          </xsl:if>
          <xsl:call-template name="head-cells"><xsl:with-param name="words">状态</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body xsl:use-attribute-sets="register-body">
        <y:rows query="entries" mode="entry" chunk="200"/>
      </fo:table-body>
    </fo:table>
    <fo:block keep-with-previous.within-page="always" xsl:use-attribute-sets="register-note">
      <xsl:value-of select="concat('注：名录中有效的证书', $standing/@valid, '份，已作废的', $standing/@ended, '份。')"/>
      <xsl:text>已作废的编号不再使用；有替代证书的，写明替代它的编号。</xsl:text>
      <xsl:if test="$employers">工作单位是申请认证时的，以后有变动的不更改。</xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template match="row" mode="entry">
    <xsl:if test="@opening = 1">
      <xsl:call-template name="group-row">
        <xsl:with-param name="columns" select="$columns"/>
        <xsl:with-param name="name" select="concat(@year, '年')"/>
        <xsl:with-param name="remark" select="concat(@series_entries, '份')"/>
        <xsl:with-param name="opening" select="@first = 1"/>
      </xsl:call-template>
    </xsl:if>
    <fo:table-row y:record="{@number}" xsl:use-attribute-sets="row">
      <fo:table-cell xsl:use-attribute-sets="register-cell">
        <xsl:call-template name="continued-mark"><xsl:with-param name="group" select="concat(@year, '年')"/></xsl:call-template>
        <fo:block><xsl:value-of select="@number"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="register-cell">
        <fo:block>
          <xsl:call-template name="name-in-column"><xsl:with-param name="name" select="@name"/></xsl:call-template>
        </fo:block>
      </fo:table-cell>
      <xsl:call-template name="register-cell"><xsl:with-param name="value" select="@decided"/></xsl:call-template>
      <xsl:call-template name="register-cell"><xsl:with-param name="value" select="@issued_on"/></xsl:call-template>
      <xsl:if test="$employers">
        <xsl:call-template name="register-text"><xsl:with-param name="value" select="@employer"/></xsl:call-template>
      </xsl:if>
      <fo:table-cell xsl:use-attribute-sets="register-cell">
        <fo:block>
          <xsl:value-of select="@standing"/>
          <xsl:if test="@ended_on"><fo:block><xsl:value-of select="@ended_on"/></fo:block></xsl:if>
          <xsl:if test="@replaced_by">
            <fo:block>由下列编号替代</fo:block>
            <fo:block><xsl:value-of select="@replaced_by"/></fo:block>
          </xsl:if>
        </fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
