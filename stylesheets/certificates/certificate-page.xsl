<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of a quality manager's certificate, from a row of the ledger; certificate-volumes draws the same page. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="../common/certificate.xsl"/>

  <xsl:template match="row" mode="certificate">
    <xsl:call-template name="certificate-title">
      <xsl:with-param name="title" select="@title"/>
      <xsl:with-param name="english" select="@english"/>
    </xsl:call-template>
    <xsl:call-template name="certificate-photo">
      <xsl:with-param name="left" select="33"/>
      <xsl:with-param name="top" select="62"/>
      <xsl:with-param name="sha256" select="@photo_sha256"/>
      <xsl:with-param name="name" select="@name"/>
    </xsl:call-template>
    <xsl:call-template name="certificate-microtext">
      <xsl:with-param name="left" select="33"/>
      <xsl:with-param name="top" select="113"/>
      <xsl:with-param name="number" select="@number"/>
    </xsl:call-template>
    <xsl:call-template name="certificate-field">
      <xsl:with-param name="top" select="61"/>
      <xsl:with-param name="label">姓名</xsl:with-param>
      <xsl:with-param name="english">Name</xsl:with-param>
      <xsl:with-param name="value" select="@name"/>
      <xsl:with-param name="size" select="20"/>
    </xsl:call-template>
    <xsl:call-template name="certificate-pinyin">
      <xsl:with-param name="top" select="73"/>
      <xsl:with-param name="pinyin" select="@pinyin"/>
    </xsl:call-template>
    <xsl:call-template name="certificate-field">
      <xsl:with-param name="top" select="85"/>
      <xsl:with-param name="label">身份证件号码</xsl:with-param>
      <xsl:with-param name="english">Identity Number</xsl:with-param>
      <xsl:with-param name="value" select="@identity_number"/>
      <xsl:with-param name="family" select="$latin"/>
    </xsl:call-template>
    <xsl:call-template name="certificate-field">
      <xsl:with-param name="top" select="97"/>
      <xsl:with-param name="label">证书编号</xsl:with-param>
      <xsl:with-param name="english">Certificate Number</xsl:with-param>
      <xsl:with-param name="value" select="@number"/>
      <xsl:with-param name="family" select="$latin"/>
    </xsl:call-template>
    <xsl:call-template name="certificate-field">
      <xsl:with-param name="top" select="109"/>
      <xsl:with-param name="label">认证日期</xsl:with-param>
      <xsl:with-param name="english">Date of Certification</xsl:with-param>
      <xsl:with-param name="value">
        <xsl:call-template name="date-in-both"><xsl:with-param name="iso" select="@decided"/></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="family" select="concat($latin, ', 宋体')"/>
    </xsl:call-template>
    <xsl:call-template name="statement"/>
    <xsl:call-template name="certificate-code">
      <xsl:with-param name="left" select="35.5"/>
      <xsl:with-param name="top" select="143"/>
      <xsl:with-param name="payload" select="@payload"/>
      <xsl:with-param name="address" select="@verification"/>
    </xsl:call-template>
    <!-- Two bodies side by side above the date; one alone over its middle. -->
    <xsl:call-template name="certificate-body">
      <xsl:with-param name="left" select="91 + 43.5 * not(@body_2)"/>
      <xsl:with-param name="top" select="141"/>
      <xsl:with-param name="name" select="@body_1"/>
      <xsl:with-param name="english" select="@body_1_english"/>
      <xsl:with-param name="seal" select="@body_1_seal"/>
      <xsl:with-param name="ring">ring-1</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="certificate-body">
      <xsl:with-param name="left" select="178"/>
      <xsl:with-param name="top" select="141"/>
      <xsl:with-param name="name" select="@body_2"/>
      <xsl:with-param name="english" select="@body_2_english"/>
      <xsl:with-param name="seal" select="@body_2_seal"/>
      <xsl:with-param name="ring">ring-2</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="date-of-issue"/>
  </xsl:template>

  <xsl:template name="statement">
    <xsl:if test="not($overprint)">
      <fo:block-container position="absolute" left="30mm" top="124mm" width="237mm" height="16mm" text-align="center">
        <fo:block font-family="小标宋" font-size="14pt" line-height="22pt">持证人经考试、审查、评定符合要求，特发此证。</fo:block>
        <fo:block font-family="{$latin}" font-size="9.5pt" line-height="14pt" color="#404040">The holder has passed the examination, meets the requirements upon review, and is hereby awarded this certificate.</fo:block>
      </fo:block-container>
    </xsl:if>
  </xsl:template>

  <xsl:template name="date-of-issue">
    <fo:block-container position="absolute" left="91mm" top="180mm" width="182mm" height="8mm" text-align="center">
      <fo:block font-family="{$latin}, 宋体">
        <xsl:call-template name="date-in-both"><xsl:with-param name="iso" select="@issued_on"/></xsl:call-template>
      </fo:block>
    </fo:block-container>
  </xsl:template>

</xsl:stylesheet>
