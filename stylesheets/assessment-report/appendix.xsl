<?xml version="1.0" encoding="UTF-8"?>
<!-- 附录: all values and scores on one sheet, sideways; the scheme they follow. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:variable name="conditions" select="document('conditions.xml')/conditions/condition"/>

  <xsl:template name="appendices">
    <fo:page-sequence master-reference="sideways">
      <xsl:call-template name="page-numbers"/>
      <fo:flow flow-name="xsl-region-body">
        <xsl:call-template name="heading"><xsl:with-param name="of" select="'appendix-scores'"/></xsl:call-template>
        <xsl:call-template name="scores-table"/>
        <xsl:call-template name="rounded-note"/>
      </fo:flow>
    </fo:page-sequence>
    <fo:page-sequence master-reference="text">
      <xsl:call-template name="page-numbers"/>
      <fo:flow flow-name="xsl-region-body">
        <xsl:call-template name="heading"><xsl:with-param name="of" select="'appendix-scheme'"/></xsl:call-template>
        <xsl:call-template name="scheme-tables"/>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <!-- 小五: twenty columns. -->
  <xsl:attribute-set name="table-wide" use-attribute-sets="table">
    <xsl:attribute name="font-size"><xsl:value-of select="$size-small-5"/></xsl:attribute>
    <xsl:attribute name="line-height">11.5pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="wide-cell" use-attribute-sets="cell">
    <xsl:attribute name="padding">1.5pt 1pt</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="wide-number-cell" use-attribute-sets="wide-cell">
    <xsl:attribute name="text-align">end</xsl:attribute>
    <xsl:attribute name="padding-end">2pt</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="wide-head-cell" use-attribute-sets="head-cell">
    <xsl:attribute name="padding">1.5pt 1pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- ============ 完成值和得分 ============ -->

  <xsl:template name="scores-table">
    <fo:table xsl:use-attribute-sets="table-wide">
      <fo:table-column column-width="proportional-column-width(21)"/>
      <xsl:for-each select="$indicators">
        <fo:table-column column-width="proportional-column-width(10.5)"/>
        <fo:table-column column-width="proportional-column-width(9.5)"/>
      </xsl:for-each>
      <fo:table-column column-width="proportional-column-width(13)"/>
      <fo:table-column column-width="proportional-column-width(9)"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="wide-head"><xsl:with-param name="text">地区</xsl:with-param></xsl:call-template>
          <xsl:for-each select="$indicators">
            <fo:table-cell number-columns-spanned="2" xsl:use-attribute-sets="wide-head-cell">
              <fo:block><xsl:value-of select="@name"/></fo:block>
            </fo:table-cell>
          </xsl:for-each>
          <xsl:call-template name="wide-head"><xsl:with-param name="text">总分</xsl:with-param></xsl:call-template>
          <xsl:call-template name="wide-head"><xsl:with-param name="text">名次</xsl:with-param></xsl:call-template>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:for-each select="$indicators">
            <fo:table-cell xsl:use-attribute-sets="wide-head-cell">
              <fo:block><xsl:value-of select="concat('完成值&#10;（', @unit, '）')"/></fo:block>
            </fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="wide-head-cell"><fo:block>得分</fo:block></fo:table-cell>
          </xsl:for-each>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:apply-templates select="$ranking" mode="scores">
          <xsl:sort select="@region_ordinal" data-type="number"/>
        </xsl:apply-templates>
        <fo:table-row xsl:use-attribute-sets="total-row">
          <fo:table-cell xsl:use-attribute-sets="wide-head-cell"><fo:block>全省</fo:block></fo:table-cell>
          <xsl:for-each select="$indicators">
            <xsl:call-template name="wide-number"><xsl:with-param name="value" select="@value"/></xsl:call-template>
            <xsl:call-template name="wide-number"/>
          </xsl:for-each>
          <xsl:call-template name="wide-number"/>
          <xsl:call-template name="wide-number"/>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="total-row">
          <fo:table-cell xsl:use-attribute-sets="wide-head-cell"><fo:block>目标值、分值</fo:block></fo:table-cell>
          <xsl:for-each select="$indicators">
            <xsl:call-template name="wide-number"><xsl:with-param name="value" select="@threshold"/></xsl:call-template>
            <xsl:call-template name="wide-number"><xsl:with-param name="value" select="@weight"/></xsl:call-template>
          </xsl:for-each>
          <xsl:call-template name="wide-number">
            <xsl:with-param name="value" select="sum($indicators/@weight)"/>
          </xsl:call-template>
          <xsl:call-template name="wide-number"/>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- Values that print as the target though they fall short of it. -->
  <xsl:template name="rounded-note">
    <xsl:variable name="rounded" select="/data/query[@name = 'cells']/row[@reached = 0 and @gap = 0]"/>
    <xsl:if test="$rounded">
      <fo:block xsl:use-attribute-sets="note">
        <xsl:text>注：</xsl:text>
        <xsl:for-each select="$rounded">
          <xsl:if test="position() > 1">、</xsl:if>
          <xsl:value-of select="concat(@region_name, @indicator_name)"/>
        </xsl:for-each>
        <xsl:text>四舍五入后等于目标值，实际低于目标值。</xsl:text>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="row" mode="scores">
    <fo:table-row y:record="{@region_name}" xsl:use-attribute-sets="row">
      <xsl:call-template name="wide-name"/>
      <xsl:for-each select="key('cells-of-region', @region_code)">
        <xsl:call-template name="wide-value"/>
        <xsl:call-template name="wide-number"><xsl:with-param name="value" select="@score"/></xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="wide-number"><xsl:with-param name="value" select="@score"/></xsl:call-template>
      <fo:table-cell xsl:use-attribute-sets="wide-cell">
        <fo:block>
          <xsl:call-template name="value-or-dash"><xsl:with-param name="value" select="@place"/></xsl:call-template>
        </fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- ============ Cells ============ -->

  <!-- A head cell of both levels. -->
  <xsl:template name="wide-head">
    <xsl:param name="text"/>
    <fo:table-cell number-rows-spanned="2" xsl:use-attribute-sets="wide-head-cell">
      <fo:block><xsl:value-of select="$text"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="wide-name">
    <fo:table-cell xsl:use-attribute-sets="wide-cell" text-align="start" padding-start="2pt">
      <fo:block><xsl:value-of select="@region_name"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="wide-number">
    <xsl:param name="value"/>
    <fo:table-cell xsl:use-attribute-sets="wide-number-cell">
      <fo:block>
        <xsl:call-template name="value-or-dash"><xsl:with-param name="value" select="$value"/></xsl:call-template>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="wide-value">
    <xsl:choose>
      <xsl:when test="@state = 'not-applicable'">
        <fo:table-cell xsl:use-attribute-sets="wide-cell"><fo:block>不适用</fo:block></fo:table-cell>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="wide-number"><xsl:with-param name="value" select="@value"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============ 指标和条件 ============ -->

  <xsl:template name="scheme-tables">
    <fo:table space-before="8pt" xsl:use-attribute-sets="table-5">
      <xsl:call-template name="columns">
        <xsl:with-param name="widths">11 59 12 14 60</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="heads"><xsl:with-param name="words">序号|指标|分值|目标值|说明</xsl:with-param></xsl:call-template>
      <fo:table-body>
        <xsl:for-each select="$indicators">
          <fo:table-row y:record="{@name}" xsl:use-attribute-sets="row">
            <xsl:call-template name="word"><xsl:with-param name="word" select="@number"/></xsl:call-template>
            <xsl:call-template name="name-cell"><xsl:with-param name="name" select="@name"/></xsl:call-template>
            <xsl:call-template name="figure"><xsl:with-param name="value" select="@weight"/></xsl:call-template>
            <xsl:call-template name="figure">
              <xsl:with-param name="value" select="concat(@threshold, @unit)"/>
            </xsl:call-template>
            <fo:table-cell xsl:use-attribute-sets="dense-text-cell">
              <fo:block>
                <xsl:call-template name="value-or-dash">
                  <xsl:with-param name="value" select="@note"/>
                </xsl:call-template>
              </fo:block>
            </fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <fo:table space-before="16pt" xsl:use-attribute-sets="table-5">
      <xsl:call-template name="columns"><xsl:with-param name="widths">60 32 32 32</xsl:with-param></xsl:call-template>
      <xsl:call-template name="heads">
        <xsl:with-param name="words">首席质量官任职、培训等条件|内容|生效日期|失效日期</xsl:with-param>
      </xsl:call-template>
      <fo:table-body>
        <xsl:apply-templates select="/data/query[@name = 'conditions']/row" mode="condition"/>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="row" mode="condition">
    <xsl:variable name="condition" select="$conditions[@name = current()/@name]"/>
    <fo:table-row xsl:use-attribute-sets="row">
      <xsl:call-template name="name-cell">
        <xsl:with-param name="name" select="$condition"/>
      </xsl:call-template>
      <xsl:call-template name="word">
        <xsl:with-param name="word">
          <xsl:choose>
            <xsl:when test="@value = 'both'">都要具备</xsl:when>
            <xsl:when test="@value = 'either'">具备其一</xsl:when>
            <xsl:otherwise><xsl:value-of select="concat(@value, $condition/@unit)"/></xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="word">
        <xsl:with-param name="word">
          <xsl:call-template name="date"><xsl:with-param name="iso" select="@valid_from"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="word">
        <xsl:with-param name="word">
          <xsl:if test="@valid_until">
            <xsl:call-template name="date"><xsl:with-param name="iso" select="@valid_until"/></xsl:call-template>
          </xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
