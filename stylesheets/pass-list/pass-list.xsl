<?xml version="1.0" encoding="UTF-8"?>
<!-- The list as it is published: what was passed and by which rule, city by city who passed, how to go on. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/register.xsl"/>
  <xsl:include href="../common/wording.xsl"/>
  <xsl:include href="../common/examination.xsl"/>

  <xsl:variable name="session" select="/data/query[@name = 'session']/row"/>

  <xsl:template match="/data">
    <xsl:call-template name="check-sitting">
      <xsl:with-param name="sitting" select="$session"/>
      <xsl:with-param name="exam" select="parameter[@name = 'exam']/@value"/>
    </xsl:call-template>
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="page-masters"/>
      <fo:page-sequence master-reference="tables">
        <xsl:call-template name="page-numbers"/>
        <fo:flow flow-name="xsl-region-body">
          <fo:block space-after="12pt" xsl:use-attribute-sets="opening-title">
            <xsl:value-of select="concat($session/@title, '&#10;合格名单')"/>
          </fo:block>
          <fo:block font-size="{$size-4}" line-height="24pt" space-after="6pt">
            <fo:block xsl:use-attribute-sets="paragraph"><xsl:call-template name="opening"/></fo:block>
          </fo:block>
          <xsl:if test="$session/@passed > 0"><xsl:call-template name="list-of-passed"/></xsl:if>
          <xsl:call-template name="closing"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="opening">
    <xsl:call-template name="date"><xsl:with-param name="iso" select="$session/@date"/></xsl:call-template>
    <xsl:value-of select="concat('举行', $session/@title, '，', $session/@sat, '人参加考试并有成绩。')"/>
    <xsl:if test="$session/@pass_total">
      <xsl:value-of select="concat('合格标准为总分不低于', $session/@pass_total, '分')"/>
      <xsl:if test="$session/@pass_choice">
        <xsl:value-of select="concat('，客观题不低于', $session/@pass_choice, '分')"/>
      </xsl:if>
      <xsl:if test="$session/@pass_open"><xsl:value-of select="concat('，论述题不低于', $session/@pass_open, '分')"/></xsl:if>
      <xsl:text>。</xsl:text>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="$session/@passed > 0"><xsl:value-of select="concat('合格', $session/@passed, '人，名单如下。')"/></xsl:when>
      <xsl:otherwise>没有人合格。</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="list-of-passed">
    <fo:table font-size="{$size-5}" line-height="13.5pt" text-align="center" display-align="center" border="none" xsl:use-attribute-sets="table">
      <xsl:call-template name="columns"><xsl:with-param name="widths">16 44 42 54</xsl:with-param></xsl:call-template>
      <fo:table-header>
        <xsl:call-template name="continued-line"><xsl:with-param name="columns" select="4"/></xsl:call-template>
        <fo:table-row xsl:use-attribute-sets="register-head-row">
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">序号|准考证号|姓名|身份证件号码</xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body xsl:use-attribute-sets="register-body">
        <y:rows query="passed" mode="passed" chunk="200"/>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="row" mode="passed">
    <xsl:if test="@opening = 1">
      <xsl:call-template name="group-row">
        <xsl:with-param name="columns" select="4"/>
        <xsl:with-param name="name" select="@region_name"/>
        <xsl:with-param name="remark" select="concat(@region_passed, '人')"/>
        <xsl:with-param name="opening" select="@number = 1"/>
      </xsl:call-template>
    </xsl:if>
    <fo:table-row y:record="{@name}" xsl:use-attribute-sets="row">
      <fo:table-cell xsl:use-attribute-sets="register-cell">
        <xsl:call-template name="continued-mark"><xsl:with-param name="group" select="@region_name"/></xsl:call-template>
        <fo:block><xsl:value-of select="@number"/></fo:block>
      </fo:table-cell>
      <xsl:call-template name="register-cell"><xsl:with-param name="value" select="@admission_number"/></xsl:call-template>
      <fo:table-cell xsl:use-attribute-sets="register-cell">
        <fo:block>
          <xsl:call-template name="name-in-column"><xsl:with-param name="name" select="@name"/></xsl:call-template>
        </fo:block>
      </fo:table-cell>
      <xsl:call-template name="register-cell"><xsl:with-param name="value" select="@identity_number"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <!-- How to go on, and who says so. -->
  <xsl:template name="closing">
    <fo:block space-before="8pt" font-size="{$size-4}" line-height="24pt" keep-together.within-page="always"
        keep-with-previous.within-page="always">
      <xsl:if test="$session/@passed > 0">
        <fo:block xsl:use-attribute-sets="paragraph">
          <xsl:text>以上人员可以申请职业资格认证，申请材料请于</xsl:text>
          <xsl:call-template name="date"><xsl:with-param name="iso" select="$session/@certification_until"/></xsl:call-template>
          <xsl:text>前（含当日）交到报名的市州。身份证件号码只显示前6位和后4位；各人成绩见成绩通知单。</xsl:text>
        </fo:block>
      </xsl:if>
      <fo:block text-align="end" end-indent="2em" space-before="12pt"><xsl:value-of select="$session/@organiser"/></fo:block>
      <fo:block text-align="end" end-indent="2em">
        <xsl:call-template name="date"><xsl:with-param name="iso" select="$session/@results_date"/></xsl:call-template>
      </fo:block>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
