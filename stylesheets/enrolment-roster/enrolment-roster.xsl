<?xml version="1.0" encoding="UTF-8"?>
<!-- One region's name list, of as many pages as it takes. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/wording.xsl"/>

  <xsl:variable name="year" select="/data/parameter[@name = 'year']/@value"/>
  <xsl:variable name="full" select="/data/parameter[@name = 'identity']/@value = 'full'"/>
  <xsl:variable name="region" select="/data/each/row"/>
  <xsl:variable name="persons" select="/data/query[@name = 'persons']/row"/>
  <xsl:variable name="majors" select="/data/query[@name = 'majors']/row"/>

  <xsl:template match="/data">
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="page-masters"/>
      <fo:page-sequence master-reference="tables">
        <xsl:call-template name="page-numbers"/>
        <fo:flow flow-name="xsl-region-body">
          <xsl:if test="$full">
            <fo:block font-family="{$hei}">内部材料　注意保管</fo:block>
          </xsl:if>
          <fo:block space-after="12pt" xsl:use-attribute-sets="opening-title">
            <xsl:value-of select="$region/@name"/>
            <xsl:value-of select="$year"/>
            <xsl:text>年质量管理专业自学考试&#10;报名人员名册</xsl:text>
          </fo:block>
          <fo:block font-size="{$size-5}" line-height="18pt" keep-with-next.within-page="always">
            <xsl:text>报送单位：</xsl:text>
            <xsl:value-of select="$region/@office"/>
            <xsl:text>　　报送日期：</xsl:text>
            <xsl:call-template name="date">
              <xsl:with-param name="iso" select="$region/@sent"/>
            </xsl:call-template>
          </fo:block>
          <xsl:if test="$persons">
            <xsl:call-template name="person-table"/>
          </xsl:if>
          <xsl:call-template name="closing"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="person-table">
    <fo:table xsl:use-attribute-sets="table-5">
      <fo:table-column column-width="9.5mm"/>
      <fo:table-column column-width="18.5mm"/>
      <fo:table-column column-width="36.5mm"/>
      <fo:table-column column-width="28mm"/>
      <fo:table-column column-width="39.5mm"/>
      <fo:table-column column-width="24mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="head"><xsl:with-param name="text">序号</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="text">姓名</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="text">身份证件号码</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="text">报考专业</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="text">工作单位</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="text">职务</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:apply-templates select="$persons" mode="person"/>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="head">
    <xsl:param name="text"/>
    <fo:table-cell xsl:use-attribute-sets="head-cell">
      <fo:block><xsl:value-of select="$text"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- The row knows nothing of its neighbours: its number comes with it. -->
  <xsl:template match="row" mode="person">
    <fo:table-row y:record="{@name}" xsl:use-attribute-sets="row">
      <fo:table-cell xsl:use-attribute-sets="cell">
        <fo:block><xsl:value-of select="@number"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <fo:block>
          <xsl:call-template name="name-in-column">
            <xsl:with-param name="name" select="@name"/>
          </xsl:call-template>
        </fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <fo:block><xsl:value-of select="@identity_number"/></fo:block>
      </fo:table-cell>
      <!-- The level of study, in parentheses, begins a line of its own. -->
      <fo:table-cell linefeed-treatment="preserve" xsl:use-attribute-sets="cell">
        <fo:block>
          <xsl:value-of select="substring-before(concat(@major, '（'), '（')"/>
          <xsl:if test="contains(@major, '（')">
            <xsl:text>&#10;（</xsl:text>
            <xsl:value-of select="substring-after(@major, '（')"/>
          </xsl:if>
        </fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="text-cell">
        <fo:block><xsl:value-of select="@employer"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="text-cell">
        <fo:block>
          <xsl:call-template name="value-or-dash">
            <xsl:with-param name="value" select="@post"/>
          </xsl:call-template>
        </fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- How many, by major, and what the numbers are: never on a page without a row they speak of. -->
  <xsl:template name="closing">
    <fo:block space-before="8pt" font-size="{$size-4}" line-height="24pt"
        keep-together.within-page="always" keep-with-previous.within-page="always">
      <fo:block xsl:use-attribute-sets="paragraph">
        <xsl:choose>
          <xsl:when test="$majors">
            <xsl:text>以上共</xsl:text>
            <xsl:value-of select="sum($majors/@persons)"/>
            <xsl:text>人，其中</xsl:text>
            <xsl:for-each select="$majors">
              <xsl:if test="position() > 1">，</xsl:if>
              <xsl:value-of select="@major"/>
              <xsl:value-of select="@persons"/>
              <xsl:text>人</xsl:text>
            </xsl:for-each>
            <xsl:text>。</xsl:text>
          </xsl:when>
          <xsl:otherwise>该地区报送的名册中没有人员。</xsl:otherwise>
        </xsl:choose>
      </fo:block>
      <fo:block xsl:use-attribute-sets="paragraph">
        <xsl:choose>
          <xsl:when test="$full">本名册载有完整的身份证件号码，仅供存档和核对，不得公开或者转发。</xsl:when>
          <xsl:otherwise>身份证件号码只显示前6位和后4位。</xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
