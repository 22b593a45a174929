<?xml version="1.0" encoding="UTF-8"?>
<!-- What both lists of a room have alike: the sheet, the head with the room's number, the table. The stylesheet that
     includes this file gives $form, the widths and heads of the columns, and the templates of mode head and candidate. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/wording.xsl"/>
  <xsl:include href="../common/examination.xsl"/>

  <xsl:variable name="exam" select="/data/parameter[@name = 'exam']/@value"/>
  <xsl:variable name="sitting" select="/data/query[@name = 'sitting']/row"/>
  <xsl:variable name="site" select="/data/each/row"/>
  <xsl:key name="candidates" match="/data/query[@name = 'candidates']/row" use="@room"/>

  <xsl:template match="/data">
    <xsl:call-template name="check-sitting">
      <xsl:with-param name="sitting" select="$sitting"/>
      <xsl:with-param name="exam" select="$exam"/>
    </xsl:call-template>
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="sheet-masters"/>
      <xsl:apply-templates select="query[@name = 'rooms']/row"/>
    </fo:root>
  </xsl:template>

  <xsl:template match="query[@name = 'rooms']/row">
    <fo:page-sequence master-reference="sheet" initial-page-number="1" force-page-count="no-force">
      <xsl:call-template name="sheet-foot">
        <xsl:with-param name="subject" select="concat($site/@site_name, '（', $site/@site_code, '）第', @room, '考场', $form)"/>
      </xsl:call-template>
      <fo:flow flow-name="xsl-region-body">
        <xsl:apply-templates select="." mode="head"/>
        <fo:table font-size="{$size-5}" line-height="14pt" xsl:use-attribute-sets="table">
          <xsl:call-template name="columns"><xsl:with-param name="widths" select="$widths"/></xsl:call-template>
          <xsl:call-template name="heads"><xsl:with-param name="words" select="$heads"/></xsl:call-template>
          <fo:table-body>
            <xsl:apply-templates select="key('candidates', @room)" mode="candidate"/>
          </fo:table-body>
        </fo:table>
        <xsl:apply-templates select="." mode="foot"/>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <xsl:template match="row" mode="foot"/>

  <!-- The examination and the site, above the room's number. -->
  <xsl:template name="examination-and-site">
    <fo:block font-family="{$title-song}" font-size="{$size-3}" line-height="24pt" text-align="center">
      <xsl:value-of select="concat($sitting/@title, $form)"/>
    </fo:block>
    <fo:block font-size="{$size-4}" line-height="21pt" text-align="center">
      <xsl:value-of select="concat($site/@site_name, '（', $site/@site_code, '）')"/>
    </fo:block>
  </xsl:template>

  <!-- The day at the left, how many at the right. -->
  <xsl:template name="day-and-number">
    <fo:block font-size="{$size-small-4}" line-height="18pt" text-align-last="justify" space-after="1mm">
      <xsl:call-template name="day-and-hours"><xsl:with-param name="sitting" select="$sitting"/></xsl:call-template>
      <fo:leader/>
      <xsl:value-of select="concat('本考场考生', @candidates, '人')"/>
    </fo:block>
  </xsl:template>

  <!-- A value that no line needs to break. -->
  <xsl:template name="short-cell">
    <xsl:param name="value"/>
    <fo:table-cell xsl:use-attribute-sets="cell">
      <fo:block><xsl:value-of select="$value"/></fo:block>
    </fo:table-cell>
  </xsl:template>

</xsl:stylesheet>
