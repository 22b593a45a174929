<?xml version="1.0" encoding="UTF-8"?>
<!-- 质量工作督察考核情况报告: cover, contents, five parts, appendices. A file a part; the words of every sentence stand in
     sentences.xsl and the files beside it, the headings in contents.xsl. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/sideways.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/wording.xsl"/>
  <xsl:include href="../common/chart.xsl"/>
  <xsl:include href="../official-document/geometry.xsl"/>
  <xsl:include href="sentences.xsl"/>
  <xsl:include href="sentences-overview.xsl"/>
  <xsl:include href="sentences-indicator.xsl"/>
  <xsl:include href="sentences-city.xsl"/>
  <xsl:include href="sentences-returns.xsl"/>
  <xsl:include href="cover.xsl"/>
  <xsl:include href="contents.xsl"/>
  <xsl:include href="numbers.xsl"/>
  <xsl:include href="cells.xsl"/>
  <xsl:include href="overview.xsl"/>
  <xsl:include href="ranking.xsl"/>
  <xsl:include href="indicators.xsl"/>
  <xsl:include href="cities.xsl"/>
  <xsl:include href="returns.xsl"/>
  <xsl:include href="appendix.xsl"/>

  <xsl:variable name="year" select="/data/parameter[@name = 'year']/@value"/>
  <xsl:variable name="scheme" select="/data/query[@name = 'scheme']/row[1]"/>
  <!-- Empty in the first year that is assessed. -->
  <xsl:variable name="previous-year" select="string($scheme/@previous_year)"/>
  <xsl:variable name="indicators" select="/data/query[@name = 'indicators']/row"/>
  <xsl:variable name="ranking" select="/data/query[@name = 'ranking']/row"/>
  <xsl:variable name="returns" select="/data/query[@name = 'returns']/row"/>

  <xsl:key name="indicator" match="query[@name = 'indicators']/row" use="@code"/>
  <xsl:key name="cells-of-region" match="query[@name = 'cells']/row" use="@region_code"/>
  <xsl:key name="cells-of-indicator" match="query[@name = 'cells']/row" use="@code"/>
  <xsl:key name="returns-of-region" match="query[@name = 'returns']/row" use="@region_code"/>
  <xsl:key name="returns-of-kind" match="query[@name = 'returns']/row" use="@kind"/>
  <xsl:key name="return" match="query[@name = 'returns']/row" use="@return"/>

  <xsl:template match="/data">
    <xsl:if test="not($scheme)">
      <xsl:message terminate="yes">
        <xsl:value-of select="$year"/>
        <xsl:text>年度还没有接收到督察考核方案（assessment-scheme），无法印发。</xsl:text>
      </xsl:message>
    </xsl:if>
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="page-masters">
        <xsl:with-param name="more"><xsl:call-template name="sideways-masters"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="bookmarks"/>
      <xsl:call-template name="cover"/>
      <fo:page-sequence master-reference="text">
        <xsl:call-template name="page-numbers"/>
        <fo:flow flow-name="xsl-region-body">
          <xsl:call-template name="contents"/>
        </fo:flow>
      </fo:page-sequence>
      <fo:page-sequence master-reference="text">
        <xsl:call-template name="page-numbers"/>
        <fo:flow flow-name="xsl-region-body">
          <xsl:call-template name="overview"/>
          <xsl:call-template name="ranking"/>
          <xsl:call-template name="indicators"/>
          <xsl:call-template name="cities"/>
          <xsl:call-template name="returns"/>
          <xsl:call-template name="signature"/>
        </fo:flow>
      </fo:page-sequence>
      <xsl:call-template name="appendices"/>
    </fo:root>
  </xsl:template>

</xsl:stylesheet>
