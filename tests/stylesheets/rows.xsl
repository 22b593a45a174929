<?xml version="1.0" encoding="UTF-8"?>
<!-- From what sqlite3 prints in mode html to the rows of a data document: an attribute a column, none
     for NULL (printed as U+2400). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output encoding="UTF-8" omit-xml-declaration="yes"/>
  <xsl:template match="/rows">
    <xsl:variable name="names" select="TR[1]/TH"/>
    <rows>
      <xsl:for-each select="TR[TD]">
        <row>
          <xsl:for-each select="TD[. != '&#x2400;']">
            <xsl:variable name="column" select="count(preceding-sibling::TD) + 1"/>
            <xsl:attribute name="{$names[$column]}"><xsl:value-of select="."/></xsl:attribute>
          </xsl:for-each>
        </row>
      </xsl:for-each>
    </rows>
  </xsl:template>
</xsl:stylesheet>
