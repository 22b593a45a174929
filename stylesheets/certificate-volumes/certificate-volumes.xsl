<?xml version="1.0" encoding="UTF-8"?>
<!-- A volume: cover, packing list, certificates. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:include href="../certificates/certificate-page.xsl"/>
  <xsl:include href="../common/type.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="packing-list.xsl"/>

  <xsl:variable name="exam" select="/data/parameter[@name = 'exam']/@value"/>
  <xsl:variable name="overprint" select="/data/parameter[@name = 'overprint']/@value = 'yes'"/>
  <xsl:variable name="offset-x" select="/data/parameter[@name = 'offset_x']/@value"/>
  <xsl:variable name="offset-y" select="/data/parameter[@name = 'offset_y']/@value"/>
  <xsl:variable name="volume" select="/data/each/row"/>
  <xsl:variable name="certificates" select="/data/query[@name = 'certificates']/row"/>

  <xsl:template match="/data">
    <xsl:if test="not(number($offset-x) &gt;= -30 and number($offset-x) &lt;= 30 and number($offset-y) &gt;= -30 and number($offset-y) &lt;= 30)">
      <xsl:message terminate="yes">套印偏移 offset_x、offset_y 以毫米计，在 -30 至 30 之间，例如 offset_x=1.5</xsl:message>
    </xsl:if>
    <xsl:if test="not(parameter[@name = 'size']/@value &gt;= 1)">
      <xsl:message terminate="yes">每册证书数 size 至少为1，例如 size=200</xsl:message>
    </xsl:if>
    <fo:root xsl:use-attribute-sets="certificate-root">
      <fo:layout-master-set>
        <xsl:call-template name="certificate-master"/>
        <xsl:call-template name="packing-masters"/>
      </fo:layout-master-set>
      <xsl:if test="not($overprint)">
        <xsl:call-template name="cover"/>
        <xsl:call-template name="packing-list"/>
      </xsl:if>
      <fo:page-sequence master-reference="certificate">
        <fo:flow flow-name="xsl-region-body">
          <xsl:apply-templates select="$certificates" mode="sheet"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- What is placed on the sheet takes no room in the flow: an empty block carries it to its own page. -->
  <xsl:template match="row" mode="sheet">
    <fo:block break-before="page" y:record="{@number}">
      <xsl:call-template name="certificate-sheet"/>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
