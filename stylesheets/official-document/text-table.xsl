<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables as plain text: a row a line, a tab before every column but the first. A cell over several
     columns or rows stands in the first of them and leaves the others empty, so that figures keep to
     their columns when the lines are pasted into a spreadsheet.

     `covered` says of each column, from the left, for how many rows more a cell from above stands
     there: "1 0 2 ". Columns after the last number are free. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:yinfa:official-document"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="o str">

  <xsl:template match="o:table">
    <xsl:apply-templates select="o:caption | o:unit" mode="part"/>
    <xsl:apply-templates select="o:header | o:row"/>
    <xsl:for-each select="o:table-note">
      <xsl:if test="position() = 1">注：</xsl:if>
      <xsl:apply-templates select="." mode="part"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Rows into which nothing reaches from above begin afresh; from each of them those are walked
       into which something does. A cell spans 99 rows at most. -->
  <xsl:template match="o:header | o:row">
    <xsl:if test="not(preceding-sibling::*[position() &lt; 99][o:cell/@rows > position()])">
      <xsl:call-template name="rows"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="rows">
    <xsl:param name="covered"/>
    <xsl:call-template name="cells">
      <xsl:with-param name="covered" select="$covered"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:variable name="still-covered">
      <xsl:call-template name="covered-below">
        <xsl:with-param name="covered" select="$covered"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="translate($still-covered, '0 ', '') != ''">
      <xsl:for-each select="following-sibling::*[self::o:header or self::o:row][1]">
        <xsl:call-template name="rows">
          <xsl:with-param name="covered" select="string($still-covered)"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- The cells of a row, a column at a time. -->
  <xsl:template name="cells">
    <xsl:param name="covered"/>
    <xsl:param name="cell" select="o:cell[1]"/>
    <xsl:param name="tab"/>
    <xsl:variable name="columns" select="number(concat('0', $cell/@columns)) + not($cell/@columns)"/>
    <xsl:choose>
      <xsl:when test="substring-before($covered, ' ') > 0">
        <xsl:value-of select="$tab"/>
        <xsl:call-template name="cells">
          <xsl:with-param name="covered" select="substring-after($covered, ' ')"/>
          <xsl:with-param name="cell" select="$cell"/>
          <xsl:with-param name="tab" select="'&#9;'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$cell">
        <xsl:value-of select="$tab"/>
        <xsl:apply-templates select="$cell/node()"/>
        <xsl:value-of select="str:padding($columns - 1, '&#9;')"/>
        <xsl:call-template name="cells">
          <xsl:with-param name="covered">
            <xsl:call-template name="without-columns">
              <xsl:with-param name="covered" select="$covered"/>
              <xsl:with-param name="columns" select="$columns"/>
            </xsl:call-template>
          </xsl:with-param>
          <xsl:with-param name="cell" select="$cell/following-sibling::o:cell[1]"/>
          <xsl:with-param name="tab" select="'&#9;'"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- `covered` for the row below this one. -->
  <xsl:template name="covered-below">
    <xsl:param name="covered"/>
    <xsl:param name="cell" select="o:cell[1]"/>
    <xsl:variable name="first" select="substring-before($covered, ' ')"/>
    <xsl:variable name="columns" select="number(concat('0', $cell/@columns)) + not($cell/@columns)"/>
    <xsl:variable name="rows" select="concat(number(concat('0', $cell/@rows)) + not($cell/@rows) - 1, ' ')"/>
    <xsl:choose>
      <xsl:when test="$first > 0">
        <xsl:value-of select="concat($first - 1, ' ')"/>
        <xsl:call-template name="covered-below">
          <xsl:with-param name="covered" select="substring-after($covered, ' ')"/>
          <xsl:with-param name="cell" select="$cell"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$cell">
        <xsl:value-of select="str:padding($columns * string-length($rows), $rows)"/>
        <xsl:call-template name="covered-below">
          <xsl:with-param name="covered">
            <xsl:call-template name="without-columns">
              <xsl:with-param name="covered" select="$covered"/>
              <xsl:with-param name="columns" select="$columns"/>
            </xsl:call-template>
          </xsl:with-param>
          <xsl:with-param name="cell" select="$cell/following-sibling::o:cell[1]"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$covered != ''">
        <xsl:text>0 </xsl:text>
        <xsl:call-template name="covered-below">
          <xsl:with-param name="covered" select="substring-after($covered, ' ')"/>
          <xsl:with-param name="cell" select="$cell"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="without-columns">
    <xsl:param name="covered"/>
    <xsl:param name="columns"/>
    <xsl:for-each select="str:tokenize($covered, ' ')[position() > $columns]">
      <xsl:value-of select="concat(., ' ')"/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
