<?xml version="1.0" encoding="UTF-8"?>
<!-- 五、报送情况: what each city was to send, when it came, what is late, sent back, missing. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:template name="returns">
    <xsl:call-template name="heading"><xsl:with-param name="of" select="'returns'"/></xsl:call-template>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="text">
        <xsl:call-template name="returns-asked"/>
        <xsl:for-each select="$kinds"><xsl:call-template name="returns-of-kind"/></xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="returns-table"/>
  </xsl:template>

  <xsl:template name="returns-table">
    <xsl:call-template name="table-caption">
      <xsl:with-param name="number" select="$returns-table"/>
      <xsl:with-param name="text" select="concat($year, '年度各市州材料报送日期')"/>
      <xsl:with-param name="size" select="$size-5"/>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="table-dense">
      <fo:table-column column-width="28mm"/>
      <xsl:for-each select="$kinds"><fo:table-column column-width="{128 div count($kinds)}mm"/></xsl:for-each>
      <xsl:call-template name="heads">
        <xsl:with-param name="words">
          <xsl:text>地区</xsl:text>
          <xsl:for-each select="$kinds">
            <xsl:value-of select="concat('|', @kind_title)"/>
            <xsl:if test="@deadline">
              <xsl:text>/（</xsl:text>
              <xsl:call-template name="month-and-day">
                <xsl:with-param name="iso" select="@deadline"/>
              </xsl:call-template>
              <xsl:text>截止）</xsl:text>
            </xsl:if>
          </xsl:for-each>
        </xsl:with-param>
      </xsl:call-template>
      <fo:table-body>
        <xsl:apply-templates select="key('returns-of-kind', $kinds[1]/@kind)" mode="returns"/>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- The day, with 逾期 if it was late, or why there is none. -->
  <xsl:template match="row" mode="returns">
    <fo:table-row y:record="{@region_name}" xsl:use-attribute-sets="row">
      <xsl:call-template name="name-cell"><xsl:with-param name="name" select="@region_name"/></xsl:call-template>
      <xsl:for-each select="key('returns-of-region', @region_code)">
        <xsl:call-template name="word">
          <xsl:with-param name="word">
            <xsl:if test="@state = 'sent'">
              <xsl:call-template name="month-and-day"><xsl:with-param name="iso" select="@sent"/></xsl:call-template>
            </xsl:if>
            <xsl:choose>
              <xsl:when test="@late = 1"><xsl:value-of select="concat('（', @remark, '）')"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="@remark"/></xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
