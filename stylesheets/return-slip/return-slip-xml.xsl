<?xml version="1.0" encoding="UTF-8"?>
<!-- The slip for programs: an element a finding, its members under the names they have everywhere
     else (terminal, JSON); what does not apply is left out. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:yinfa:return-slip">

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:template match="/data">
    <xsl:apply-templates select="query[@name = 'submission']/row"/>
  </xsl:template>

  <xsl:template match="query[@name = 'submission']/row">
    <return-slip submission="{@id}">
      <xsl:for-each select="@file | @sha256 | @size | @kind | @sender | @period">
        <xsl:copy/>
      </xsl:for-each>
      <xsl:apply-templates select="/data/query[@name = 'findings']/row"/>
    </return-slip>
  </xsl:template>

  <xsl:template match="query[@name = 'findings']/row">
    <finding>
      <xsl:apply-templates mode="member" select="@id"/>
      <xsl:apply-templates mode="member" select="@level"/>
      <xsl:apply-templates mode="member" select="@kind"/>
      <xsl:apply-templates mode="member" select="@file"/>
      <xsl:apply-templates mode="member" select="@sha256"/>
      <xsl:apply-templates mode="member" select="@line"/>
      <xsl:apply-templates mode="member" select="@record"/>
      <xsl:apply-templates mode="member" select="@path"/>
      <xsl:apply-templates mode="member" select="@label"/>
      <xsl:apply-templates mode="member" select="@value"/>
      <xsl:apply-templates mode="member" select="@rule"/>
      <xsl:apply-templates mode="member" select="@mend"/>
    </finding>
  </xsl:template>

  <xsl:template match="@*" mode="member">
    <xsl:element name="{name()}" namespace="urn:yinfa:return-slip">
      <xsl:value-of select="."/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
