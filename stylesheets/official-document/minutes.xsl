<?xml version="1.0" encoding="UTF-8"?>
<!-- 纪要格式, GB/T 9704-2012 §10.3: as the general format, with the mark ××××纪要 and a list of who was there.

       mode="minutes"   o:official-document → its page sequences
       attendance       出席, 请假, 列席 below the text; context node o:official-document -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:o="urn:yinfa:official-document"
    xmlns:p="urn:yinfa:profile"
    exclude-result-prefixes="o p">

  <xsl:template match="o:official-document" mode="minutes">
    <fo:page-sequence master-reference="text">
      <xsl:call-template name="page-numbers"/>
      <xsl:call-template name="footnote-separator"/>
      <fo:flow flow-name="xsl-region-body">
        <xsl:call-template name="corner"/>
        <xsl:call-template name="mark-lines">
          <xsl:with-param name="drop" select="$profile/p:minutes/@mark-drop"/>
        </xsl:call-template>
        <xsl:call-template name="number-and-signers"/>
        <xsl:call-template name="opening">
          <xsl:with-param name="above" select="concat($profile/p:rows/@below-red-rule, ' * ', $row)"/>
        </xsl:call-template>
        <xsl:call-template name="end-of-part"/>
      </fo:flow>
    </fo:page-sequence>
    <xsl:call-template name="further-parts"/>
  </xsl:template>

  <!-- One row below the text or 附件说明, two characters in; further names begin after the colon. -->
  <xsl:template name="attendance">
    <xsl:for-each select="o:body/o:attendance/*[1]">
      <fo:list-block space-before="{$row}" start-indent="2 * {$character-cell}"
          provisional-label-separation="0pt" provisional-distance-between-starts="3 * {$character-cell}"
          xsl:use-attribute-sets="grid">
        <xsl:apply-templates select="../*" mode="attendance"/>
      </fo:list-block>
    </xsl:for-each>
  </xsl:template>

  <!-- The letter spacing of the grid leaves the label a little wider than its cells. -->
  <xsl:template match="o:present | o:absent | o:observer" mode="attendance">
    <fo:list-item keep-together.within-page="always" y:record="出席人员">
      <fo:list-item-label end-indent="label-end() - 1pt">
        <fo:block>
          <xsl:call-template name="typeface"><xsl:with-param name="of" select="'attendance-label'"/></xsl:call-template>
          <xsl:if test="name(preceding-sibling::*[1]) != name()"><xsl:call-template name="attendance-label"/></xsl:if>
        </fo:block>
      </fo:list-item-label>
      <fo:list-item-body start-indent="body-start()">
        <fo:block text-align="justify">
          <xsl:call-template name="typeface"><xsl:with-param name="of" select="'attendance'"/></xsl:call-template>
          <xsl:apply-templates select="." mode="words"/>
        </fo:block>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

</xsl:stylesheet>
