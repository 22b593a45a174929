<?xml version="1.0" encoding="UTF-8"?>
<!-- 考核结果函 as a web page: the same letter, with the looks of official documents. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:import href="../official-document/html.xsl"/>
  <xsl:include href="letter.xsl"/>

</xsl:stylesheet>
