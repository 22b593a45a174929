<?xml version="1.0" encoding="UTF-8"?>
<!-- One certificate, one page: the wording of the authorisation, and room for what the enterprise puts on it. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="../common/certificate.xsl"/>

  <xsl:variable name="overprint" select="false()"/>
  <xsl:variable name="offset-x" select="0"/>
  <xsl:variable name="offset-y" select="0"/>

  <xsl:template match="/data">
    <fo:root xsl:use-attribute-sets="certificate-root">
      <fo:layout-master-set>
        <xsl:call-template name="certificate-master"/>
      </fo:layout-master-set>
      <fo:page-sequence master-reference="certificate">
        <fo:flow flow-name="xsl-region-body">
          <xsl:for-each select="each/row">
            <xsl:call-template name="certificate-sheet"/>
          </xsl:for-each>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template match="row" mode="certificate">
    <xsl:call-template name="certificate-title">
      <xsl:with-param name="title" select="@title"/>
      <xsl:with-param name="english" select="@english"/>
    </xsl:call-template>
    <fo:block-container position="absolute" left="36mm" top="60mm" width="225mm" height="82mm">
      <fo:block font-size="16pt" line-height="28pt">
        <xsl:value-of select="@name"/>
        <fo:inline font-size="12pt"><xsl:value-of select="concat('（身份证件号码：', @identity_number, '）')"/></fo:inline>
        <xsl:text>：</xsl:text>
      </fo:block>
      <fo:block font-size="16pt" line-height="28pt" text-indent="2em" text-align="justify">
        <xsl:text>根据企业首席质量官制度，</xsl:text>
        <xsl:value-of select="concat(@enterprise, '（统一社会信用代码：', @credit_code, '）聘任您为企业首席质量官')"/>
        <xsl:if test="@post"><xsl:value-of select="concat('（现任职务：', @post, '）')"/></xsl:if>
        <xsl:text>，任期自</xsl:text>
        <xsl:call-template name="date"><xsl:with-param name="iso" select="@term_from"/></xsl:call-template>
        <xsl:text>起至</xsl:text>
        <xsl:call-template name="date"><xsl:with-param name="iso" select="@term_until"/></xsl:call-template>
        <xsl:text>止。</xsl:text>
      </fo:block>
      <fo:block font-size="16pt" line-height="28pt" text-indent="2em" text-align="justify">任期内授权您组织制定并实施企业质量发展战略，建立健全质量管理体系，组织质量改进和质量教育，并对质量安全事项行使“一票否决”权。</fo:block>
      <fo:block font-size="16pt" line-height="28pt" text-indent="2em">特发此证。</fo:block>
    </fo:block-container>
    <xsl:call-template name="certificate-code">
      <xsl:with-param name="left" select="35.5"/>
      <xsl:with-param name="top" select="143"/>
      <xsl:with-param name="payload" select="@payload"/>
    </xsl:call-template>
    <fo:block-container position="absolute" left="78mm" top="148mm" width="80mm" height="24mm">
      <fo:block>最高管理者（签章）：</fo:block>
      <fo:block space-before="18pt">
        <xsl:value-of select="concat('证书编号：', @number)"/>
      </fo:block>
    </fo:block-container>
    <fo:block-container position="absolute" left="158mm" top="148mm" width="104mm" height="36mm" text-align="center">
      <fo:block font-size="15pt" line-height="20pt"><xsl:value-of select="@enterprise"/></fo:block>
      <fo:block font-size="10.5pt" color="#404040">（企业盖章）</fo:block>
      <fo:block space-before="6pt">
        <xsl:call-template name="date"><xsl:with-param name="iso" select="@issued_on"/></xsl:call-template>
      </fo:block>
    </fo:block-container>
  </xsl:template>

</xsl:stylesheet>
