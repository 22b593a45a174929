<?xml version="1.0" encoding="UTF-8"?>
<!-- A site's rooms, a page each: above, where the podium is; below, the desks rank by rank. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/wording.xsl"/>
  <xsl:include href="../common/examination.xsl"/>

  <xsl:variable name="exam" select="/data/parameter[@name = 'exam']/@value"/>
  <xsl:variable name="columns" select="/data/parameter[@name = 'columns']/@value"/>
  <xsl:variable name="sitting" select="/data/query[@name = 'sitting']/row"/>
  <xsl:variable name="site" select="/data/each/row"/>
  <xsl:key name="desks" match="/data/query[@name = 'desks']/row" use="@room"/>
  <xsl:key name="rank" match="/data/query[@name = 'desks']/row" use="concat(@room, '-', @rank)"/>

  <xsl:template match="/data">
    <xsl:call-template name="check-sitting">
      <xsl:with-param name="sitting" select="$sitting"/>
      <xsl:with-param name="exam" select="$exam"/>
    </xsl:call-template>
    <xsl:if test="not($columns &gt;= 1 and $columns &lt;= 10)">
      <xsl:message terminate="yes">
        <xsl:value-of select="concat('每排座位数columns填的是', $columns, '，应当在1至10之间。')"/>
      </xsl:message>
    </xsl:if>
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="sheet-masters"/>
      <xsl:apply-templates select="query[@name = 'rooms']/row"/>
    </fo:root>
  </xsl:template>

  <xsl:template match="query[@name = 'rooms']/row">
    <fo:page-sequence master-reference="sheet" initial-page-number="1" force-page-count="no-force">
      <xsl:call-template name="sheet-foot">
        <xsl:with-param name="subject" select="concat($site/@site_name, '（', $site/@site_code, '）第', @room, '考场座位图')"/>
      </xsl:call-template>
      <fo:flow flow-name="xsl-region-body">
        <fo:block font-family="{$title-song}" font-size="{$size-3}" line-height="24pt" text-align="center">
          <xsl:value-of select="concat($sitting/@title, '座位图')"/>
        </fo:block>
        <fo:block font-size="{$size-4}" line-height="21pt" text-align="center">
          <xsl:value-of select="concat($site/@site_name, '（', $site/@site_code, '）')"/>
        </fo:block>
        <fo:block role="H1" font-family="{$hei}" font-size="28pt" line-height="40pt" text-align="center">
          <xsl:value-of select="concat('第', @room, '考场')"/>
        </fo:block>
        <fo:block font-size="{$size-small-4}" line-height="18pt" text-align-last="justify" space-after="2mm">
          <xsl:call-template name="day-and-hours"><xsl:with-param name="sitting" select="$sitting"/></xsl:call-template>
          <fo:leader/>
          <xsl:value-of select="concat('座位', @seats, '个，考生', @candidates, '人')"/>
        </fo:block>
        <xsl:call-template name="podium"/>
        <xsl:call-template name="grid"/>
        <fo:block space-before="2mm" font-size="{$size-5}" line-height="15pt">
          <xsl:text>座位号自讲台左侧第一列起，单数列由前向后、双数列由后向前编排；“空”是没有考生的座位。</xsl:text>
        </fo:block>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <xsl:template name="podium">
    <fo:block border="{$frame}" font-family="{$hei}" font-size="{$size-small-4}" line-height="20pt" text-align="center"
        start-indent="50mm" end-indent="50mm" space-after="4mm">讲　台</fo:block>
  </xsl:template>

  <!-- The ranks share the page; none is lower than the number, a name and the admission number need. -->
  <xsl:template name="grid">
    <xsl:variable name="desks" select="key('desks', @room)"/>
    <xsl:variable name="ranks" select="count($desks[@file = 0])"/>
    <xsl:variable name="shared" select="floor(1780 div $ranks) div 10"/>
    <xsl:variable name="height" select="$shared * ($shared &lt; 26) + 26 * ($shared &gt;= 26)"/>
    <fo:table table-layout="fixed" width="100%" border-collapse="collapse" font-size="{$size-5}" line-height="13pt">
      <xsl:for-each select="$desks[@rank = 0]"><fo:table-column column-width="proportional-column-width(1)"/></xsl:for-each>
      <fo:table-body>
        <xsl:for-each select="$desks[@file = 0]">
          <fo:table-row height="{$height}mm" xsl:use-attribute-sets="row">
            <xsl:apply-templates select="key('rank', concat(@room, '-', @rank))" mode="desk"/>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- 小五 where a desk is wide enough for an admission number, else as large as it has room for. Numbers of a site are
       equally long; a digit is half an em wide, a W nearly one. -->
  <xsl:variable name="number-size">
    <xsl:variable name="room" select="170 div 25.4 * 72 div $columns - 5"/>
    <xsl:variable name="most" select="floor($room * 10 div (0.52 * string-length($desk-numbers[1]) + 0.5)) div 10"/>
    <xsl:choose>
      <xsl:when test="$most &lt; 9"><xsl:value-of select="concat($most, 'pt')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$size-small-5"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="desk-numbers" select="/data/query[@name = 'desks']/row/@admission_number"/>

  <xsl:template match="row" mode="desk">
    <fo:table-cell xsl:use-attribute-sets="cell">
      <fo:block font-family="Arial, {$hei}" font-size="{$size-4}" line-height="16pt"><xsl:value-of select="@seat"/></fo:block>
      <xsl:choose>
        <xsl:when test="@name">
          <fo:block><xsl:value-of select="@name"/></fo:block>
          <fo:block font-size="{$number-size}" line-height="11pt"><xsl:value-of select="@admission_number"/></fo:block>
        </xsl:when>
        <xsl:otherwise><fo:block>空</fo:block></xsl:otherwise>
      </xsl:choose>
    </fo:table-cell>
  </xsl:template>

  <!-- A place behind the last seat is floor. -->
  <xsl:template match="row[not(@seat)]" mode="desk">
    <fo:table-cell border="none"><fo:block/></fo:table-cell>
  </xsl:template>

</xsl:stylesheet>
