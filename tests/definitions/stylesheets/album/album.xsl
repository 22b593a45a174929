<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:y="urn:yinfa:format">
  <xsl:template match="/data">
    <fo:root font-family="仿宋" font-size="16pt">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="page" page-width="148mm" page-height="210mm" margin="20mm"><fo:region-body/></fo:simple-page-master>
      </fo:layout-master-set>
      <fo:page-sequence master-reference="page">
        <fo:flow flow-name="xsl-region-body">
          <xsl:for-each select="query[@name = 'pictures']/row">
            <fo:block text-align="center" space-after="8mm" y:record="{@caption}">
              <fo:external-graphic src="url(archive:{@sha256})" content-width="40mm" y:alternate-text="{@caption}"/>
            </fo:block>
          </xsl:for-each>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>
</xsl:stylesheet>
