<?xml version="1.0" encoding="UTF-8"?>
<!-- 考核结果函 on pages: the letter that letter.xsl writes, laid out as an official document is (信函格式, GB/T 9704 §10.1). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:y="urn:yinfa:format">

  <xsl:import href="../official-document/official-document.xsl"/>
  <xsl:include href="letter.xsl"/>

  <!-- Nobody sent these lines: a block is found again by its words. -->
  <xsl:attribute-set name="record">
    <xsl:attribute name="y:record"><xsl:value-of select="substring(normalize-space(), 1, 20)"/></xsl:attribute>
  </xsl:attribute-set>

</xsl:stylesheet>
