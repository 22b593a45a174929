<?xml version="1.0" encoding="UTF-8"?>
<!-- One certificate, one page. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:include href="certificate-page.xsl"/>

  <xsl:variable name="overprint" select="false()"/>
  <xsl:variable name="offset-x" select="0"/>
  <xsl:variable name="offset-y" select="0"/>

  <xsl:template match="/data">
    <fo:root xsl:use-attribute-sets="certificate-root">
      <fo:layout-master-set>
        <xsl:call-template name="certificate-master"/>
      </fo:layout-master-set>
      <fo:page-sequence master-reference="certificate">
        <fo:flow flow-name="xsl-region-body">
          <xsl:for-each select="each/row">
            <xsl:call-template name="certificate-sheet"/>
          </xsl:for-each>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

</xsl:stylesheet>
