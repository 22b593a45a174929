<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables 1 to 4: how many enterprises have an officer in office, by city, scale and award, and what those officers
     have learnt. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:exsl="http://exslt.org/common"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="exsl str">

  <xsl:template name="coverage-by-region">
    <xsl:call-template name="table-caption">
      <xsl:with-param name="number">1</xsl:with-param>
      <xsl:with-param name="text" select="$title-of-regions"/>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="register">
      <xsl:call-template name="columns">
        <xsl:with-param name="widths">10 23 13 13 13 13 13 13 13 13 13 13 13 13 17 19</xsl:with-param>
      </xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="register-head-row">
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">序号|地区</xsl:with-param><xsl:with-param name="rows" select="2"/>
          </xsl:call-template>
          <xsl:call-template name="figure-heads"/>
          <xsl:call-template name="head-cells">
            <xsl:with-param name="words">报送日期|备注</xsl:with-param><xsl:with-param name="rows" select="2"/>
          </xsl:call-template>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="register-head-row">
          <xsl:call-template name="figure-subheads"/>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body xsl:use-attribute-sets="register-body">
        <xsl:for-each select="$regions">
          <fo:table-row y:record="{@name}" xsl:use-attribute-sets="row">
            <xsl:call-template name="register-cell">
              <xsl:with-param name="value" select="@number"/>
            </xsl:call-template>
            <xsl:call-template name="register-text">
              <xsl:with-param name="value" select="@name"/>
            </xsl:call-template>
            <xsl:call-template name="figures"/>
            <xsl:call-template name="register-cell">
              <xsl:with-param name="value" select="@sent"/>
            </xsl:call-template>
            <xsl:call-template name="register-cell">
              <xsl:with-param name="value" select="@remark"/>
            </xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
        <xsl:for-each select="$total">
          <fo:table-row y:record="{@name}" xsl:use-attribute-sets="total-row">
            <xsl:call-template name="head-cells">
              <xsl:with-param name="words">合计</xsl:with-param><xsl:with-param name="columns" select="2"/>
            </xsl:call-template>
            <xsl:call-template name="figures"/>
            <xsl:call-template name="register-cell"/>
            <xsl:call-template name="register-cell"/>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="coverage-by-scale-and-award">
    <xsl:call-template name="coverage-by-group">
      <xsl:with-param name="number">2</xsl:with-param>
      <xsl:with-param name="text" select="$title-of-scales"/>
      <xsl:with-param name="head">企业规模</xsl:with-param>
      <xsl:with-param name="groups" select="$coverage[@section = 'scale']"/>
      <xsl:with-param name="sum" select="$total"/>
      <xsl:with-param name="classes">enterprises holders</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="coverage-by-group">
      <xsl:with-param name="number">3</xsl:with-param>
      <xsl:with-param name="text" select="$title-of-awards"/>
      <xsl:with-param name="head">质量奖项</xsl:with-param>
      <xsl:with-param name="groups" select="$coverage[@section = 'award']"/>
      <xsl:with-param name="sum" select="$coverage[@section = 'holders']"/>
      <xsl:with-param name="classes">enterprises large small</xsl:with-param>
    </xsl:call-template>
    <fo:block xsl:use-attribute-sets="register-note">
      <xsl:text>注：一家企业获得几种奖项的，在各奖项中分别计算，合计中只计算一次；同一奖项多次获得的只计算一次。</xsl:text>
    </fo:block>
  </xsl:template>

  <!-- classes: of which enterprises the figures are given, from $figure-classes -->
  <xsl:template name="coverage-by-group">
    <xsl:param name="number"/>
    <xsl:param name="text"/>
    <xsl:param name="head"/>
    <xsl:param name="groups"/>
    <xsl:param name="sum"/>
    <xsl:param name="classes"/>
    <fo:block keep-together.within-page="always">
      <xsl:call-template name="table-caption">
        <xsl:with-param name="number" select="$number"/>
        <xsl:with-param name="text" select="$text"/>
      </xsl:call-template>
      <fo:table xsl:use-attribute-sets="register">
        <fo:table-column column-width="63mm"/>
        <fo:table-column column-width="proportional-column-width(1)"
            number-columns-repeated="{3 * count(str:tokenize($classes))}"/>
        <fo:table-header>
          <fo:table-row xsl:use-attribute-sets="register-head-row">
            <xsl:call-template name="head-cells">
              <xsl:with-param name="words" select="$head"/><xsl:with-param name="rows" select="2"/>
            </xsl:call-template>
            <xsl:call-template name="figure-heads">
              <xsl:with-param name="classes" select="$classes"/>
            </xsl:call-template>
          </fo:table-row>
          <fo:table-row xsl:use-attribute-sets="register-head-row">
            <xsl:call-template name="figure-subheads">
              <xsl:with-param name="classes" select="$classes"/>
            </xsl:call-template>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body xsl:use-attribute-sets="register-body">
          <xsl:for-each select="$groups">
            <fo:table-row y:record="{@name}" xsl:use-attribute-sets="row">
              <xsl:call-template name="register-text">
                <xsl:with-param name="value" select="@name"/>
              </xsl:call-template>
              <xsl:call-template name="figures">
                <xsl:with-param name="classes" select="$classes"/>
              </xsl:call-template>
            </fo:table-row>
          </xsl:for-each>
          <xsl:for-each select="$sum">
            <fo:table-row y:record="合计" xsl:use-attribute-sets="total-row">
              <xsl:call-template name="head-cells"><xsl:with-param name="words">合计</xsl:with-param></xsl:call-template>
              <xsl:call-template name="figures">
                <xsl:with-param name="classes" select="$classes"/>
              </xsl:call-template>
            </fo:table-row>
          </xsl:for-each>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

  <!-- ============ The figures of a group: three columns a class of enterprises ============ -->

  <xsl:variable name="figure-classes">enterprises holders large small</xsl:variable>

  <xsl:template name="figure-heads">
    <xsl:param name="classes" select="$figure-classes"/>
    <xsl:for-each select="str:tokenize($classes)">
      <xsl:call-template name="head-cells">
        <xsl:with-param name="words">
          <xsl:choose>
            <xsl:when test=". = 'enterprises'">全部企业</xsl:when>
            <xsl:when test=". = 'holders'">其中：获奖企业</xsl:when>
            <xsl:when test=". = 'large'">其中：规模以上企业</xsl:when>
            <xsl:otherwise>其中：中小企业</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="columns" select="3"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- The unit stands on a line of its own where the column is too narrow for both. -->
  <xsl:template name="figure-subheads">
    <xsl:param name="classes" select="$figure-classes"/>
    <xsl:variable name="words">企业数/（家）|在任/（家）|聘任率/（%）</xsl:variable>
    <xsl:for-each select="str:tokenize($classes)">
      <xsl:call-template name="head-cells">
        <xsl:with-param name="words" select="translate($words, substring('/', 1, last() &lt; 3), '')"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- Of the group that is the context node; a wide column has its figures about the middle. -->
  <xsl:template name="figures">
    <xsl:param name="classes" select="$figure-classes"/>
    <xsl:variable name="end" select="concat(4 + 8 * (12 - 3 * count(str:tokenize($classes))) div 3, 'pt')"/>
    <xsl:call-template name="share">
      <xsl:with-param name="of" select="@enterprises"/>
      <xsl:with-param name="part" select="@in_office"/>
      <xsl:with-param name="rate" select="@rate"/>
      <xsl:with-param name="end" select="$end"/>
    </xsl:call-template>
    <xsl:if test="contains($classes, 'holders')">
      <xsl:call-template name="share">
        <xsl:with-param name="of" select="@holders"/>
        <xsl:with-param name="part" select="@holders_in_office"/>
        <xsl:with-param name="rate" select="@holders_rate"/>
        <xsl:with-param name="end" select="$end"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="contains($classes, 'large')">
      <xsl:call-template name="share">
        <xsl:with-param name="of" select="@large"/>
        <xsl:with-param name="part" select="@large_in_office"/>
        <xsl:with-param name="rate" select="@large_rate"/>
        <xsl:with-param name="end" select="$end"/>
      </xsl:call-template>
      <xsl:call-template name="share">
        <xsl:with-param name="of" select="@small"/>
        <xsl:with-param name="part" select="@small_in_office"/>
        <xsl:with-param name="rate" select="@small_rate"/>
        <xsl:with-param name="end" select="$end"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Of nothing there is no share: 不适用, which is not the same as not known. -->
  <xsl:template name="share">
    <xsl:param name="of"/>
    <xsl:param name="part"/>
    <xsl:param name="rate"/>
    <xsl:param name="end"/>
    <xsl:call-template name="register-number">
      <xsl:with-param name="value" select="$of"/><xsl:with-param name="end" select="$end"/>
    </xsl:call-template>
    <xsl:call-template name="register-number">
      <xsl:with-param name="value" select="$part"/><xsl:with-param name="end" select="$end"/>
    </xsl:call-template>
    <xsl:call-template name="register-number">
      <xsl:with-param name="value">
        <xsl:value-of select="$rate"/>
        <xsl:if test="$of = 0">不适用</xsl:if>
      </xsl:with-param>
      <xsl:with-param name="end" select="$end"/>
    </xsl:call-template>
  </xsl:template>

  <!-- ============ The shares of table 1, drawn ============ -->

  <xsl:template name="coverage-chart">
    <xsl:variable name="data">
      <xsl:for-each select="$regions | $total">
        <datum label="{@name}" state="{@state}">
          <xsl:if test="@rate"><xsl:attribute name="value"><xsl:value-of select="@rate"/></xsl:attribute></xsl:if>
          <xsl:if test="@enterprises = 0"><xsl:attribute name="state">not-applicable</xsl:attribute></xsl:if>
        </datum>
      </xsl:for-each>
    </xsl:variable>
    <fo:block keep-together.within-page="always">
      <xsl:call-template name="chart-bars">
        <xsl:with-param name="data" select="exsl:node-set($data)/datum"/>
        <xsl:with-param name="title">图1　各地区企业首席质量官聘任率</xsl:with-param>
        <xsl:with-param name="unit">%</xsl:with-param>
        <xsl:with-param name="maximum">100</xsl:with-param>
        <xsl:with-param name="width" select="$sideways-chart-width"/>
      </xsl:call-template>
    </fo:block>
  </xsl:template>

  <!-- As wide as the tables: the type area's height, since they lie sideways. -->
  <xsl:variable name="sideways-chart-width" select="floor(substring-before($area-height, 'mm') * 72 div 25.4)"/>

  <!-- ============ Education and qualification ============ -->

  <xsl:template name="education-table">
    <fo:block keep-together.within-page="always">
      <xsl:call-template name="table-caption">
        <xsl:with-param name="number">4</xsl:with-param>
        <xsl:with-param name="text" select="$title-of-education"/>
      </xsl:call-template>
      <fo:table xsl:use-attribute-sets="register">
        <xsl:call-template name="columns">
          <xsl:with-param name="widths">50 25 25 25 25 25 25 25</xsl:with-param>
        </xsl:call-template>
        <fo:table-header>
          <fo:table-row xsl:use-attribute-sets="register-head-row">
            <xsl:call-template name="head-cells">
              <xsl:with-param name="words">
                <xsl:text>学历|相关高级职称/（人）|高级资格/（人）|中级资格/（人）|初级资格/（人）|无/（人）|合计/（人）|比例/（%）</xsl:text>
              </xsl:with-param>
            </xsl:call-template>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body xsl:use-attribute-sets="register-body">
          <xsl:apply-templates select="$education" mode="education"/>
        </fo:table-body>
      </fo:table>
      <fo:block xsl:use-attribute-sets="register-note">
        <xsl:text>注：在任首席质量官的人数与表1中聘任首席质量官在任的企业数相等；在两家企业任职的，在两家分别计算。</xsl:text>
      </fo:block>
    </fo:block>
  </xsl:template>

  <xsl:template match="row" mode="education">
    <fo:table-row y:record="{@name}" xsl:use-attribute-sets="row">
      <xsl:call-template name="register-text"><xsl:with-param name="value" select="@name"/></xsl:call-template>
      <xsl:call-template name="officers"/>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="row[@education = 'total']" mode="education">
    <fo:table-row y:record="{@name}" xsl:use-attribute-sets="total-row">
      <xsl:call-template name="head-cells"><xsl:with-param name="words" select="@name"/></xsl:call-template>
      <xsl:call-template name="officers"/>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="officers">
    <xsl:call-template name="officer-count"><xsl:with-param name="value" select="@senior_title"/></xsl:call-template>
    <xsl:call-template name="officer-count"><xsl:with-param name="value" select="@senior"/></xsl:call-template>
    <xsl:call-template name="officer-count"><xsl:with-param name="value" select="@intermediate"/></xsl:call-template>
    <xsl:call-template name="officer-count"><xsl:with-param name="value" select="@junior"/></xsl:call-template>
    <xsl:call-template name="officer-count"><xsl:with-param name="value" select="@none"/></xsl:call-template>
    <xsl:call-template name="officer-count"><xsl:with-param name="value" select="@officers"/></xsl:call-template>
    <xsl:call-template name="officer-count"><xsl:with-param name="value" select="@share"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="officer-count">
    <xsl:param name="value"/>
    <xsl:call-template name="register-number">
      <xsl:with-param name="value" select="$value"/><xsl:with-param name="end">9mm</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- ============ What has to be said below table 1 ============ -->

  <xsl:template name="coverage-notes">
    <fo:block xsl:use-attribute-sets="register-note">
      <xsl:text>注：在任指已经聘任首席质量官，统计截止日期在其任期内，并且没有不得聘任的情形；聘任率为在任的企业数占企业数的比例。</xsl:text>
      <xsl:text>“—”表示没有数据，“不适用”表示没有这类企业。</xsl:text>
      <xsl:call-template name="named">
        <xsl:with-param name="before">没有报送、未计入合计的地区：</xsl:with-param>
        <xsl:with-param name="of" select="$regions[@state = 'missing']/@name"/>
      </xsl:call-template>
      <xsl:call-template name="named">
        <xsl:with-param name="before">报送材料被退回、尚未重新报送，未计入合计的地区：</xsl:with-param>
        <xsl:with-param name="of" select="$regions[@state = 'returned']/@name"/>
      </xsl:call-template>
      <xsl:call-template name="named">
        <xsl:with-param name="before">
          <xsl:text>超过报送截止日期（</xsl:text>
          <xsl:call-template name="date">
            <xsl:with-param name="iso" select="$scheme/@deadline"/>
          </xsl:call-template>
          <xsl:text>）报送的地区：</xsl:text>
        </xsl:with-param>
        <xsl:with-param name="of" select="$regions[@late = 1]/@name"/>
      </xsl:call-template>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
