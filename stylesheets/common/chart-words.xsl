<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of charts: text in a drawing, its width, what stands for a value that is not there, and all numbers
     of a chart in a sentence for those who hear it read. -->
<xsl:stylesheet version="1.0"
    xmlns="http://www.w3.org/2000/svg"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:set="http://exslt.org/sets"
    exclude-result-prefixes="exsl set">

  <!-- 小五, as in notes of tables; a line of it, and how far below the middle of a line its baseline is. -->
  <xsl:variable name="chart-text" select="$size-small-5"/>
  <xsl:variable name="chart-size" select="number(substring-before($chart-text, 'pt'))"/>
  <xsl:variable name="chart-line" select="$chart-size + 2"/>
  <xsl:variable name="chart-baseline" select="round(0.36 * $chart-size * 100) div 100"/>

  <!-- How wide a text is at most: a Han character one em, digits and the point half of one. -->
  <xsl:template name="chart-text-width">
    <xsl:param name="text"/>
    <xsl:variable name="wide" select="string-length(translate($text, '0123456789.', ''))"/>
    <xsl:value-of select="$chart-size * ($wide + string-length($text)) div 2"/>
  </xsl:template>

  <!-- The width of the widest of these texts. -->
  <xsl:template name="chart-widest">
    <xsl:param name="of"/>
    <xsl:variable name="widths">
      <xsl:for-each select="$of">
        <xsl:sort data-type="number" order="descending"
            select="string-length(translate(., '0123456789.', '')) + string-length()"/>
        <xsl:if test="position() = 1">
          <xsl:call-template name="chart-text-width"><xsl:with-param name="text" select="."/></xsl:call-template>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:value-of select="number(concat('0', $widths))"/>
  </xsl:template>

  <!-- One line, its middle at y. With `plate` it stands on white, so that no line runs through it. -->
  <xsl:template name="chart-line-of-text">
    <xsl:param name="text"/>
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="anchor" select="'start'"/>
    <xsl:param name="plate" select="false()"/>
    <xsl:if test="$plate">
      <xsl:variable name="width">
        <xsl:call-template name="chart-text-width"><xsl:with-param name="text" select="$text"/></xsl:call-template>
      </xsl:variable>
      <rect x="{$x - 1 - $width * (($anchor = 'middle') * 0.5 + ($anchor = 'end'))}" y="{$y - $chart-size div 2}"
          width="{$width + 2}" height="{$chart-size}" fill="#ffffff"/>
    </xsl:if>
    <text x="{$x}" y="{$y + $chart-baseline}" text-anchor="{$anchor}"><xsl:value-of select="$text"/></text>
  </xsl:template>

  <!-- Text of as many lines as it takes at that width, about equally long; their middle at y. -->
  <xsl:template name="chart-lines-of-text">
    <xsl:param name="text"/>
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="anchor"/>
    <xsl:param name="width"/>
    <xsl:variable name="lines-found">
      <xsl:call-template name="chart-break">
        <xsl:with-param name="text" select="$text"/>
        <xsl:with-param name="width" select="$width"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:for-each select="exsl:node-set($lines-found)/*">
      <xsl:call-template name="chart-line-of-text">
        <xsl:with-param name="text" select="."/>
        <xsl:with-param name="x" select="$x"/>
        <xsl:with-param name="y" select="$y + $chart-line * (position() - (last() + 1) div 2)"/>
        <xsl:with-param name="anchor" select="$anchor"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- How high such a text is. -->
  <xsl:template name="chart-text-height">
    <xsl:param name="text"/>
    <xsl:param name="width"/>
    <xsl:variable name="lines">
      <xsl:call-template name="chart-break">
        <xsl:with-param name="text" select="$text"/>
        <xsl:with-param name="width" select="$width"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:value-of select="$chart-line * count(exsl:node-set($lines)/*)"/>
  </xsl:template>

  <!-- The lines of a text: the fewest that `width` allows, and hardly wider than those need. -->
  <xsl:template name="chart-break">
    <xsl:param name="text"/>
    <xsl:param name="width"/>
    <xsl:variable name="whole">
      <xsl:call-template name="chart-text-width"><xsl:with-param name="text" select="$text"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="lines" select="ceiling($whole div $width)"/>
    <xsl:variable name="balanced" select="ceiling($whole div $lines div $chart-size) * $chart-size"/>
    <xsl:call-template name="chart-fill-lines">
      <xsl:with-param name="text" select="$text"/>
      <xsl:with-param name="width" select="$balanced * ($balanced &lt;= $width) + $width * ($balanced > $width)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A line ends between Han characters, not within a number, not before a closing mark. -->
  <xsl:template name="chart-fill-lines">
    <xsl:param name="text"/>
    <xsl:param name="width"/>
    <xsl:param name="line"/>
    <xsl:variable name="shut" select="concat($text, '|')"/>
    <xsl:variable name="number" select="substring-before($shut, substring(translate($shut, '0123456789.', ''), 1, 1))"/>
    <xsl:variable name="end" select="string-length($number) + ($number = '')"/>
    <xsl:variable name="closed" select="contains('）》”、，%', substring($shut, $end + 1, 1))"/>
    <xsl:variable name="piece" select="substring($text, 1, $end + $closed)"/>
    <xsl:variable name="reach">
      <xsl:call-template name="chart-text-width">
        <xsl:with-param name="text" select="concat($line, $piece)"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$text = ''">
        <xsl:if test="$line != ''"><line><xsl:value-of select="$line"/></line></xsl:if>
      </xsl:when>
      <xsl:when test="$reach > $width and $line != ''">
        <line><xsl:value-of select="$line"/></line>
        <xsl:call-template name="chart-fill-lines">
          <xsl:with-param name="text" select="$text"/>
          <xsl:with-param name="width" select="$width"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="chart-fill-lines">
          <xsl:with-param name="text" select="substring($text, string-length($piece) + 1)"/>
          <xsl:with-param name="width" select="$width"/>
          <xsl:with-param name="line" select="concat($line, $piece)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The value, or why there is none. -->
  <xsl:template name="chart-value">
    <xsl:param name="value" select="@value"/>
    <xsl:param name="state" select="@state"/>
    <xsl:choose>
      <xsl:when test="string($value) != ''"><xsl:value-of select="$value"/></xsl:when>
      <xsl:when test="$state = 'missing'">未报送</xsl:when>
      <xsl:when test="$state = 'returned'">退回未重报</xsl:when>
      <xsl:when test="$state = 'not-applicable'">不适用</xsl:when>
      <xsl:when test="$state = 'unranked'">不排名</xsl:when>
      <xsl:otherwise>无数据</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 图1 …。单位：%。目标值100%。武汉市：97.5；黄石市：未报送。 With two values or several series, each has its name
       before it: 武汉市：2024年为97.5，2023年为95.0. -->
  <xsl:template name="chart-alternate">
    <xsl:param name="data"/>
    <xsl:param name="title"/>
    <xsl:param name="unit"/>
    <xsl:param name="target"/>
    <xsl:param name="target-name"/>
    <xsl:param name="division-name"/>
    <xsl:param name="value-name"/>
    <xsl:param name="previous-name"/>
    <xsl:value-of select="concat($title, '。')"/>
    <xsl:if test="string($unit)"><xsl:value-of select="concat('单位：', $unit, '。')"/></xsl:if>
    <xsl:if test="string($target)"><xsl:value-of select="concat($target-name, $target, $unit, '。')"/></xsl:if>
    <xsl:if test="string($division-name)"><xsl:value-of select="concat($division-name, '。')"/></xsl:if>
    <xsl:for-each select="set:distinct($data/@label)">
      <xsl:if test="position() > 1">；</xsl:if>
      <xsl:value-of select="concat(., '：')"/>
      <xsl:variable name="of-label" select="$data[@label = current()]"/>
      <xsl:for-each select="$of-label">
        <xsl:if test="position() > 1">，</xsl:if>
        <xsl:call-template name="chart-named-value">
          <xsl:with-param name="name">
            <xsl:value-of select="@series"/>
            <xsl:if test="string($previous-name)"><xsl:value-of select="$value-name"/></xsl:if>
          </xsl:with-param>
          <xsl:with-param name="value" select="@value"/>
          <xsl:with-param name="state" select="@state"/>
        </xsl:call-template>
        <xsl:if test="string($previous-name)">
          <xsl:text>，</xsl:text>
          <xsl:call-template name="chart-named-value">
            <xsl:with-param name="name" select="$previous-name"/>
            <xsl:with-param name="value" select="@previous"/>
            <xsl:with-param name="state" select="@previous_state"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:for-each>
      <xsl:if test="$of-label/@total != ''"><xsl:value-of select="concat('，合计为', $of-label/@total[. != ''])"/></xsl:if>
    </xsl:for-each>
    <xsl:text>。</xsl:text>
  </xsl:template>

  <!-- 2024年为97.5, 2024年未报送: a digit at the end of a name does not run into the number. -->
  <xsl:template name="chart-named-value">
    <xsl:param name="name"/>
    <xsl:param name="value"/>
    <xsl:param name="state"/>
    <xsl:value-of select="$name"/>
    <xsl:if test="$name != '' and $value != ''">为</xsl:if>
    <xsl:call-template name="chart-value">
      <xsl:with-param name="value" select="$value"/>
      <xsl:with-param name="state" select="$state"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
