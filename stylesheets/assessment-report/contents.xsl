<?xml version="1.0" encoding="UTF-8"?>
<!-- The report's headings, numbered by the levels of GB/T 9704-2012 §7.3.3 (一、 （一）), in one tree, from which come the
     table of contents, the bookmarks and the headings themselves, so that they cannot differ.

       contents    blocks: 目录
       bookmarks   fo:bookmark-tree
       heading     a block; `of` is the id of the section -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:exsl="http://exslt.org/common"
    xmlns:y="urn:yinfa:format"
    exclude-result-prefixes="exsl">

  <xsl:variable name="section-tree">
    <section id="overview" title="总体情况">
      <section id="overview-basis" title="考核依据和范围"/>
      <section id="overview-result" title="指标完成情况"/>
      <section id="overview-change" title="与上年度比较"/>
    </section>
    <section id="ranking" title="综合排名"/>
    <section id="indicators" title="分项指标">
      <xsl:for-each select="$indicators"><section id="indicator-{@number}" title="{@name}"/></xsl:for-each>
    </section>
    <section id="cities" title="各市州情况">
      <xsl:for-each select="$ranking">
        <xsl:sort select="@region_ordinal" data-type="number"/>
        <section id="city-{@region_code}" title="{@region_name}"/>
      </xsl:for-each>
    </section>
    <section id="returns" title="报送情况"/>
    <appendix id="appendix-scores" title="各市州各项指标完成值和得分"/>
    <appendix id="appendix-scheme" title="考核指标和任职条件"/>
  </xsl:variable>
  <xsl:variable name="sections" select="exsl:node-set($section-tree)"/>

  <xsl:key name="section" match="section | appendix" use="@id"/>

  <!-- 一、 （一） 附录1 with the title. -->
  <xsl:template match="section | appendix" mode="words">
    <xsl:variable name="number">
      <xsl:call-template name="chinese-number">
        <xsl:with-param name="number" select="count(preceding-sibling::section) + 1"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="self::appendix">
        <xsl:value-of select="concat('附录', count(preceding-sibling::appendix) + 1, '　')"/>
      </xsl:when>
      <xsl:when test="parent::section"><xsl:value-of select="concat('（', $number, '）')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($number, '、')"/></xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="@title"/>
  </xsl:template>

  <!-- ============ Bookmarks ============ -->

  <xsl:template name="bookmarks">
    <fo:bookmark-tree>
      <fo:bookmark internal-destination="contents"><fo:bookmark-title>目录</fo:bookmark-title></fo:bookmark>
      <xsl:apply-templates select="$sections/*" mode="bookmark"/>
    </fo:bookmark-tree>
  </xsl:template>

  <!-- Folded away, so that the parts are seen at a glance. -->
  <xsl:template match="section | appendix" mode="bookmark">
    <fo:bookmark internal-destination="{@id}" starting-state="hide">
      <fo:bookmark-title><xsl:apply-templates select="." mode="words"/></fo:bookmark-title>
      <xsl:apply-templates select="*" mode="bookmark"/>
    </fo:bookmark>
  </xsl:template>

  <!-- ============ 目录 ============ -->

  <xsl:template name="contents">
    <fo:block id="contents" space-after="0.5 * {$row}" xsl:use-attribute-sets="opening-title">目　录</fo:block>
    <fo:block role="TOC"><xsl:apply-templates select="$sections//*" mode="contents"/></fo:block>
  </xsl:template>

  <!-- A part does not stand at the foot of a page without its first section. -->
  <xsl:template match="section | appendix" mode="contents">
    <fo:block role="TOCI" text-align-last="justify" xsl:use-attribute-sets="contents-line">
      <xsl:if test="parent::section">
        <xsl:attribute name="start-indent"><xsl:value-of select="concat('2 * ', $character-cell)"/></xsl:attribute>
        <xsl:attribute name="font-family"><xsl:value-of select="$fangsong"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="section"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
      <fo:basic-link internal-destination="{@id}">
        <xsl:apply-templates select="." mode="words"/>
        <fo:leader leader-pattern="dots" leader-length.minimum="2em"/>
        <fo:page-number-citation ref-id="{@id}"/>
      </fo:basic-link>
    </fo:block>
  </xsl:template>

  <xsl:attribute-set name="contents-line">
    <xsl:attribute name="font-family"><xsl:value-of select="$hei"/></xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="$size-small-4"/></xsl:attribute>
    <xsl:attribute name="line-height">16.5pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- ============ Headings ============ -->

  <!-- new-page: it begins a page -->
  <xsl:template name="heading">
    <xsl:param name="of"/>
    <xsl:param name="new-page" select="false()"/>
    <xsl:for-each select="$sections">
      <xsl:apply-templates select="key('section', $of)" mode="heading">
        <xsl:with-param name="new-page" select="$new-page"/>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="section" mode="heading">
    <xsl:param name="new-page"/>
    <xsl:variable name="level" select="1 + boolean(parent::section)"/>
    <fo:block id="{@id}" role="H{$level + 1}" y:record="{@title}" keep-with-next.within-page="always"
        xsl:use-attribute-sets="indented">
      <xsl:if test="$new-page"><xsl:attribute name="break-before">page</xsl:attribute></xsl:if>
      <xsl:call-template name="typeface">
        <xsl:with-param name="of" select="concat('level-', $level)"/>
      </xsl:call-template>
      <xsl:apply-templates select="." mode="words"/>
    </fo:block>
  </xsl:template>

  <!-- As an annex: its label in row 1, its title below. -->
  <xsl:template match="appendix" mode="heading">
    <fo:block id="{@id}" role="H2" keep-with-next.within-page="always">
      <xsl:call-template name="typeface"><xsl:with-param name="of" select="'annex-label'"/></xsl:call-template>
      <xsl:apply-templates select="." mode="words"/>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
