<?xml version="1.0" encoding="UTF-8"?>
<!-- What the table says, in words. Each sentence is there only if the figures call for it; the figures
     are the rows' own. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:template name="sentences">
    <xsl:variable name="sent" select="$regions[@state = 'sent']"/>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:text>列入目标清单（</xsl:text>
      <xsl:value-of select="$plan/@document_number"/>
      <xsl:text>）的地区共</xsl:text>
      <xsl:value-of select="count($regions)"/>
      <xsl:text>个，</xsl:text>
      <xsl:choose>
        <xsl:when test="not($sent)">都还没有报送报名情况。</xsl:when>
        <xsl:when test="count($sent) = count($regions)">都已报送报名情况。</xsl:when>
        <xsl:otherwise>
          <xsl:text>已报送报名情况的</xsl:text>
          <xsl:value-of select="count($sent)"/>
          <xsl:text>个。</xsl:text>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$sent">
        <xsl:call-template name="enrolled"/>
        <xsl:call-template name="reached"/>
      </xsl:if>
      <xsl:call-template name="late"/>
      <xsl:call-template name="named">
        <xsl:with-param name="of" select="$regions[@state = 'returned']/@region_name"/>
        <xsl:with-param name="before">报送材料被退回、尚未重新报送的有</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="named">
        <xsl:with-param name="of" select="$regions[$sent and @state = 'missing']/@region_name"/>
        <xsl:with-param name="before">未报送的有</xsl:with-param>
      </xsl:call-template>
    </fo:block>
  </xsl:template>

  <xsl:template name="enrolled">
    <xsl:text>已报名</xsl:text>
    <xsl:value-of select="$total/@enrolled"/>
    <xsl:text>人，完成目标</xsl:text>
    <xsl:value-of select="$total/@target"/>
    <xsl:text>人的</xsl:text>
    <xsl:value-of select="$total/@rate"/>
    <xsl:text>%，其中质量管理与认证（专科）</xsl:text>
    <xsl:value-of select="$total/@diploma"/>
    <xsl:text>人，质量管理工程（专升本）</xsl:text>
    <xsl:value-of select="$total/@degree"/>
    <xsl:text>人。</xsl:text>
  </xsl:template>

  <xsl:template name="reached">
    <xsl:variable name="reached" select="$regions[@state = 'sent' and @difference >= 0]"/>
    <xsl:choose>
      <xsl:when test="$reached">
        <xsl:text>达到目标人数的地区</xsl:text>
        <xsl:value-of select="count($reached)"/>
        <xsl:text>个：</xsl:text>
        <xsl:call-template name="list">
          <xsl:with-param name="of" select="$reached/@region_name"/>
        </xsl:call-template>
        <xsl:text>。</xsl:text>
      </xsl:when>
      <xsl:otherwise>没有地区达到目标人数。</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Each late sender with its day. -->
  <xsl:template name="late">
    <xsl:variable name="late" select="$regions[@late = 1]"/>
    <xsl:if test="$late">
      <xsl:text>超过报送截止日期（</xsl:text>
      <xsl:call-template name="date">
        <xsl:with-param name="iso" select="$plan/@deadline"/>
      </xsl:call-template>
      <xsl:text>）报送的有</xsl:text>
      <xsl:for-each select="$late">
        <xsl:if test="position() > 1">、</xsl:if>
        <xsl:value-of select="@region_name"/>
        <xsl:text>（</xsl:text>
        <xsl:call-template name="month-and-day">
          <xsl:with-param name="iso" select="@sent"/>
        </xsl:call-template>
        <xsl:text>）</xsl:text>
      </xsl:for-each>
      <xsl:text>。</xsl:text>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
