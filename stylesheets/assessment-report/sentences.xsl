<?xml version="1.0" encoding="UTF-8"?>
<!-- What the sentences of the report are made of: counts, names, values with their units, comparisons (GB/T 15835-2011:
     Arabic digits throughout, differences of percentages in 百分点, decimals as the tables have them). Every
     template here writes text without a mark at its end; sentences-….xsl make sentences of them, one for each
     case that figures can make. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- How many names a sentence gives before it says 等N个市州. -->
  <xsl:variable name="most-names">5</xsl:variable>

  <!-- 武汉市、黄石市; of many 武汉市等9个市州.
         of     rows with region_name
         all    name them all, however many -->
  <xsl:template name="regions-named">
    <xsl:param name="of"/>
    <xsl:param name="all" select="false()"/>
    <xsl:choose>
      <xsl:when test="$all or count($of) &lt;= $most-names">
        <xsl:call-template name="list"><xsl:with-param name="of" select="$of/@region_name"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat($of[1]/@region_name, '等', count($of), '个市州')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 武汉市（97.5%）、黄石市（95.0%）. -->
  <xsl:template name="regions-with-values">
    <xsl:param name="of"/>
    <xsl:for-each select="$of">
      <xsl:if test="position() > 1">、</xsl:if>
      <xsl:value-of select="concat(@region_name, '（', @value, @unit, '）')"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Those who share a value: 武汉市（97.5%）; 武汉市、黄石市（均为97.5%）. -->
  <xsl:template name="regions-with-one-value">
    <xsl:param name="of"/>
    <xsl:call-template name="regions-named"><xsl:with-param name="of" select="$of"/></xsl:call-template>
    <xsl:text>（</xsl:text>
    <xsl:if test="$of[2]">均为</xsl:if>
    <xsl:value-of select="concat($of[1]/@value, $of[1]/@unit, '）')"/>
  </xsl:template>

  <!-- 3.5个百分点, 2件: a difference, without its sign. -->
  <xsl:template name="difference-with-unit">
    <xsl:param name="difference"/>
    <xsl:param name="unit"/>
    <xsl:value-of select="translate($difference, '-', '')"/>
    <xsl:choose>
      <xsl:when test="$unit = '%'">个百分点</xsl:when>
      <xsl:otherwise><xsl:value-of select="$unit"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 提高3.5个百分点, 下降…; 增加2件, 减少…; 持平. Context node a row with change and unit. -->
  <xsl:template name="change">
    <xsl:choose>
      <xsl:when test="@unit = '%'">
        <xsl:call-template name="movement"><xsl:with-param name="value" select="@change"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="movement">
          <xsl:with-param name="value" select="@change"/>
          <xsl:with-param name="up">增加</xsl:with-param>
          <xsl:with-param name="down">减少</xsl:with-param>
          <xsl:with-param name="unit" select="@unit"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 比2023年度提高3.5个百分点; 与2023年度持平; 2023年度没有可比数据. In the first year: nothing. -->
  <xsl:template name="against-previous-year">
    <xsl:choose>
      <xsl:when test="$previous-year = ''"/>
      <xsl:when test="not(@change)"><xsl:value-of select="concat('，', $previous-year, '年度没有可比数据')"/></xsl:when>
      <xsl:otherwise>
        <xsl:text>，</xsl:text>
        <xsl:choose>
          <xsl:when test="@change = 0">与</xsl:when>
          <xsl:otherwise>比</xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="concat($previous-year, '年度')"/>
        <xsl:call-template name="change"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Those that changed most, one way: 提高最多的是甲（提高5.2个百分点）. Only shares are compared with each other.
         of    rows with change, all of one sign, unit %
         name  the attribute that names a row -->
  <xsl:template name="largest-change">
    <xsl:param name="of"/>
    <xsl:param name="name"/>
    <xsl:for-each select="$of">
      <xsl:sort select="translate(@change, '-', '')" data-type="number" order="descending"/>
      <xsl:if test="position() = 1">
        <xsl:variable name="most" select="@change"/>
        <xsl:choose>
          <xsl:when test="$most > 0">提高</xsl:when>
          <xsl:otherwise>下降</xsl:otherwise>
        </xsl:choose>
        <xsl:text>最多的是</xsl:text>
        <xsl:call-template name="list">
          <xsl:with-param name="of" select="$of[@change = $most]/@*[name() = $name]"/>
        </xsl:call-template>
        <xsl:text>（</xsl:text>
        <xsl:if test="$of[@change = $most][2]">均</xsl:if>
        <xsl:call-template name="change"/>
        <xsl:text>）</xsl:text>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- How many of the comparable rows rose, fell, stayed, and which most; a sentence that names what is compared:
       与2023年度可比的7项指标中，提高的有5项，下降的有2项；提高最多的是…，下降最多的是…。
         of    rows with change
         name  as above -->
  <xsl:template name="changes-counted">
    <xsl:param name="of"/>
    <xsl:param name="name"/>
    <xsl:param name="counter"/>
    <xsl:variable name="rises" select="$of[@change > 0]"/>
    <xsl:variable name="falls" select="$of[@change &lt; 0]"/>
    <xsl:variable name="same" select="$of[@change = 0]"/>
    <xsl:value-of select="concat('与', $previous-year, '年度可比的', count($of), $counter)"/>
    <xsl:choose>
      <xsl:when test="not($falls or $same)">
        <xsl:if test="$of[2]">全部</xsl:if>
        <xsl:text>提高</xsl:text>
      </xsl:when>
      <xsl:when test="not($rises or $same)">
        <xsl:if test="$of[2]">全部</xsl:if>
        <xsl:text>下降</xsl:text>
      </xsl:when>
      <xsl:when test="not($rises or $falls)">
        <xsl:if test="$of[2]">全部</xsl:if>
        <xsl:text>持平</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>中</xsl:text>
        <xsl:if test="$rises">
          <xsl:value-of select="concat('，提高的有', count($rises), substring($counter, 1, 1))"/>
        </xsl:if>
        <xsl:if test="$falls">
          <xsl:value-of select="concat('，下降的有', count($falls), substring($counter, 1, 1))"/>
        </xsl:if>
        <xsl:if test="$same"><xsl:value-of select="concat('，持平的有', count($same), substring($counter, 1, 1))"/></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$rises[@unit = '%']">
      <xsl:text>；</xsl:text>
      <xsl:call-template name="largest-change">
        <xsl:with-param name="of" select="$rises[@unit = '%']"/>
        <xsl:with-param name="name" select="$name"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$falls[@unit = '%']">
      <xsl:choose>
        <xsl:when test="$rises[@unit = '%']">，</xsl:when>
        <xsl:otherwise>；</xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="largest-change">
        <xsl:with-param name="of" select="$falls[@unit = '%']"/>
        <xsl:with-param name="name" select="$name"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:text>。</xsl:text>
  </xsl:template>

</xsl:stylesheet>
