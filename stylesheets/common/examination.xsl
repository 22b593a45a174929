<?xml version="1.0" encoding="UTF-8"?>
<!-- What the papers of an examination day say alike: the day and its hours. Beside wording.xsl; the rows are those of the
     stored view exam_sitting. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <!-- 2024年10月19日（星期六）9:00—12:00. -->
  <xsl:template name="day-and-hours">
    <xsl:param name="sitting"/>
    <xsl:call-template name="date"><xsl:with-param name="iso" select="$sitting/@date"/></xsl:call-template>
    <xsl:value-of select="concat('（星期', $sitting/@weekday, '）', $sitting/@begins, '—', $sitting/@ends)"/>
  </xsl:template>

  <!-- Nothing is printed of an examination that has not been arranged. -->
  <xsl:template name="check-sitting">
    <xsl:param name="sitting"/>
    <xsl:param name="exam"/>
    <xsl:if test="not($sitting)">
      <xsl:message terminate="yes">
        <xsl:value-of select="concat($exam, '年度还没有接收到考试安排（exam-session），无法印发。')"/>
      </xsl:message>
    </xsl:if>
  </xsl:template>

  <!-- Sheets that are pinned up or handled in a room: narrow margins, a page number at the foot. -->
  <xsl:template name="sheet-masters">
    <fo:layout-master-set>
      <fo:simple-page-master master-name="sheet" page-width="{$page-width}" page-height="{$page-height}"
          margin="15mm 20mm">
        <fo:region-body margin-bottom="10mm"/>
        <fo:region-after extent="8mm" display-align="after"/>
      </fo:simple-page-master>
    </fo:layout-master-set>
  </xsl:template>

  <!-- At the foot of a sheet: what it is a page of.
         subject  e.g. site and room; of one longer than a line the end, which tells the sheets apart -->
  <xsl:template name="sheet-foot">
    <xsl:param name="subject"/>
    <fo:static-content flow-name="xsl-region-after">
      <fo:block font-size="{$size-small-5}" line-height="12pt" text-align-last="justify">
        <xsl:variable name="excess" select="string-length($subject) - 45"/>
        <xsl:if test="$excess > 0">…</xsl:if>
        <xsl:value-of select="substring($subject, 1 + $excess * ($excess > 0))"/>
        <fo:leader/>
        <xsl:text>第</xsl:text><fo:page-number/><xsl:text>页</xsl:text>
      </fo:block>
    </fo:static-content>
  </xsl:template>

</xsl:stylesheet>
