<?xml version="1.0" encoding="UTF-8"?>
<!-- The letter to one city as an official document (the vocabulary of schemas/official-document), made from its
     figures. Sections stand only if there is something to say in them, and are numbered by what is there.

       $document    the letter; what official-document/*.xsl lay out

     sentences.xsl holds what the sections say, problems.xsl the section of problems, indicator-table.xsl the table. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:yinfa:official-document"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="o exsl">

  <xsl:include href="sentences.xsl"/>
  <xsl:include href="problems.xsl"/>
  <xsl:include href="indicator-table.xsl"/>

  <xsl:variable name="year" select="/data/parameter[@name = 'year']/@value"/>
  <xsl:variable name="city" select="/data/each/row"/>
  <xsl:variable name="scheme" select="/data/query[@name = 'scheme']/row"/>
  <xsl:variable name="standing" select="/data/query[@name = 'standing']/row"/>
  <xsl:variable name="before" select="/data/query[@name = 'before']/row"/>
  <xsl:variable name="indicators" select="/data/query[@name = 'indicators']/row"/>
  <xsl:variable name="indicators-before" select="/data/query[@name = 'indicators_before']/row"/>
  <xsl:variable name="returns" select="/data/query[@name = 'returns']/row"/>
  <xsl:variable name="breaches" select="/data/query[@name = 'breaches']/row"/>

  <!-- Nothing can be said of a city's work without a single figure: the letter then only asks for what is due. -->
  <xsl:variable name="nothing" select="not($indicators[@state != 'missing']) and $returns[@state != 'sent']"/>

  <xsl:variable name="problems"><xsl:call-template name="problems"/></xsl:variable>
  <xsl:variable name="composed"><xsl:call-template name="compose"/></xsl:variable>
  <xsl:variable name="document" select="exsl:node-set($composed)/o:official-document"/>

  <!-- One alone has no number. -->
  <xsl:template match="o:paragraph" mode="problem">
    <o:paragraph>
      <xsl:if test="last() > 1"><xsl:attribute name="level">2</xsl:attribute></xsl:if>
      <xsl:copy-of select="node()"/>
    </o:paragraph>
  </xsl:template>

  <xsl:template name="compose">
    <o:official-document id="assessment-letter-{$year}-{$city/@code}" genre="函" format="letter">
      <!-- An invented organ: its seal says that it is a sample. -->
      <xsl:if test="contains($scheme/@issuer, '样例')"><xsl:attribute name="sample">yes</xsl:attribute></xsl:if>
      <o:head>
        <o:issuer><xsl:value-of select="$scheme/@issuer"/></o:issuer>
        <o:document-number><xsl:value-of select="$city/@number"/></o:document-number>
      </o:head>
      <o:body>
        <o:title><xsl:value-of select="$city/@title"/></o:title>
        <o:recipient><xsl:value-of select="$city/@office"/></o:recipient>
        <o:text>
          <o:paragraph><xsl:call-template name="opening-sentence"/></o:paragraph>
          <o:heading level="1">总体情况</o:heading>
          <xsl:call-template name="overall"/>
          <xsl:if test="not($nothing)">
            <o:heading level="1">指标完成情况</o:heading>
            <o:paragraph>
              <xsl:value-of select="$year"/>
              <xsl:text>年度各项指标完成情况见下表。</xsl:text>
            </o:paragraph>
            <xsl:call-template name="indicator-table"/>
            <xsl:if test="exsl:node-set($problems)/*">
              <o:heading level="1">存在的问题</o:heading>
              <xsl:apply-templates select="exsl:node-set($problems)/*" mode="problem"/>
            </xsl:if>
          </xsl:if>
          <o:heading level="1">工作要求</o:heading>
          <xsl:call-template name="request"/>
        </o:text>
        <o:signature>
          <o:date><xsl:value-of select="$scheme/@letter_date"/></o:date>
        </o:signature>
      </o:body>
    </o:official-document>
  </xsl:template>

</xsl:stylesheet>
