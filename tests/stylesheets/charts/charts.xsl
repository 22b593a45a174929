<?xml version="1.0" encoding="UTF-8"?>
<!-- Every chart of a document <charts>: its element is named after the template, its attributes are the parameters,
     its <datum> the data. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:include href="../../../stylesheets/common/page.xsl"/>
  <xsl:include href="../../../stylesheets/common/chart.xsl"/>

  <xsl:output encoding="UTF-8" indent="yes"/>

  <xsl:template match="/">
    <xsl:apply-templates select="comment() | charts"/>
  </xsl:template>

  <!-- What is to be seen. -->
  <xsl:template match="/comment()"><xsl:copy/></xsl:template>

  <xsl:template match="charts">
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="page-masters"/>
      <fo:page-sequence master-reference="text">
        <fo:flow flow-name="xsl-region-body">
          <xsl:apply-templates/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template match="bars">
    <xsl:call-template name="chart-bars">
      <xsl:with-param name="data" select="datum"/>
      <xsl:with-param name="title" select="@title"/>
      <xsl:with-param name="unit" select="@unit"/>
      <xsl:with-param name="target" select="@target"/>
      <xsl:with-param name="maximum" select="@maximum"/>
      <xsl:with-param name="value-name" select="@value-name"/>
      <xsl:with-param name="previous-name" select="@previous-name"/>
      <xsl:with-param name="division" select="@division"/>
      <xsl:with-param name="division-name" select="@division-name"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="stacked">
    <xsl:call-template name="chart-stacked">
      <xsl:with-param name="data" select="datum"/>
      <xsl:with-param name="title" select="@title"/>
      <xsl:with-param name="unit" select="@unit"/>
      <xsl:with-param name="shares" select="@shares = 'yes'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="lines">
    <xsl:call-template name="chart-lines">
      <xsl:with-param name="data" select="datum"/>
      <xsl:with-param name="title" select="@title"/>
      <xsl:with-param name="unit" select="@unit"/>
      <xsl:with-param name="target" select="@target"/>
      <xsl:with-param name="maximum" select="@maximum"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="map">
    <xsl:call-template name="chart-map">
      <xsl:with-param name="data" select="datum"/>
      <xsl:with-param name="title" select="@title"/>
      <xsl:with-param name="unit" select="@unit"/>
      <xsl:with-param name="limits" select="@limits"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
