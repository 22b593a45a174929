<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">
  <xsl:template match="/data">
    <fo:root font-family="仿宋" font-size="16pt">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="page" page-width="297mm" page-height="210mm" margin="30mm"><fo:region-body/></fo:simple-page-master>
      </fo:layout-master-set>
      <fo:page-sequence master-reference="page">
        <fo:flow flow-name="xsl-region-body">
          <fo:block font-family="小标宋" font-size="36pt" text-align="center">结业证书</fo:block>
          <xsl:for-each select="query[@name='diploma']/row">
            <fo:block><xsl:value-of select="@name"/></fo:block>
            <fo:block>编号：<xsl:value-of select="@number"/></fo:block>
          </xsl:for-each>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>
</xsl:stylesheet>
