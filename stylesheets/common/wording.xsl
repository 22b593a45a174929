<?xml version="1.0" encoding="UTF-8"?>
<!-- How dates, figures, names and lists are written: GB/T 15835-2011 (figures), GB/T 15834-2011
     (marks), CLREQ (names in columns). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="str">

  <!-- 2024-01-05 → 2024年1月5日 (GB/T 9704 §7.3.5.4: no leading zeros). -->
  <xsl:template name="date">
    <xsl:param name="iso"/>
    <xsl:value-of select="substring($iso, 1, 4)"/>
    <xsl:text>年</xsl:text>
    <xsl:call-template name="month-and-day">
      <xsl:with-param name="iso" select="$iso"/>
    </xsl:call-template>
  </xsl:template>

  <!-- 2024-01-05 → 1月5日. -->
  <xsl:template name="month-and-day">
    <xsl:param name="iso"/>
    <xsl:value-of select="number(substring($iso, 6, 2))"/>
    <xsl:text>月</xsl:text>
    <xsl:value-of select="number(substring($iso, 9, 2))"/>
    <xsl:text>日</xsl:text>
  </xsl:template>

  <!-- 1 → 一, 12 → 十二, 120 → 一百二十. -->
  <xsl:template name="chinese-number">
    <xsl:param name="number"/>
    <xsl:variable name="hundreds" select="floor($number div 100)"/>
    <xsl:variable name="tens" select="floor($number div 10) mod 10"/>
    <xsl:variable name="units" select="$number mod 10"/>
    <xsl:if test="$hundreds > 0">
      <xsl:call-template name="chinese-number">
        <xsl:with-param name="number" select="$hundreds"/>
      </xsl:call-template>
      <xsl:text>百</xsl:text>
      <xsl:if test="$tens = 0 and $units > 0">零</xsl:if>
    </xsl:if>
    <xsl:if test="$tens > 1 or ($tens = 1 and $hundreds > 0)">
      <xsl:value-of select="substring('一二三四五六七八九', $tens, 1)"/>
    </xsl:if>
    <xsl:if test="$tens > 0">十</xsl:if>
    <xsl:value-of select="substring('一二三四五六七八九', $units, 1)"/>
  </xsl:template>

  <!-- A difference: the minus sign of print, not the hyphen. -->
  <xsl:template name="difference">
    <xsl:param name="value"/>
    <xsl:choose>
      <xsl:when test="string($value) = ''">—</xsl:when>
      <xsl:otherwise><xsl:value-of select="translate($value, '-', '−')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How a figure moved: 提高2.5个百分点, 减少3人, 持平. -->
  <xsl:template name="movement">
    <xsl:param name="value"/>
    <xsl:param name="up">提高</xsl:param>
    <xsl:param name="down">下降</xsl:param>
    <xsl:param name="unit">个百分点</xsl:param>
    <xsl:choose>
      <xsl:when test="$value > 0"><xsl:value-of select="concat($up, $value, $unit)"/></xsl:when>
      <xsl:when test="$value &lt; 0"><xsl:value-of select="concat($down, substring-after($value, '-'), $unit)"/></xsl:when>
      <xsl:otherwise>持平</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A name in a column of names: two characters are spread to the width of three. -->
  <xsl:template name="name-in-column">
    <xsl:param name="name"/>
    <xsl:choose>
      <xsl:when test="string-length($name) = 2">
        <xsl:value-of select="concat(substring($name, 1, 1), '　', substring($name, 2, 1))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 甲、乙、丙. -->
  <xsl:template name="list">
    <xsl:param name="of"/>
    <xsl:for-each select="$of">
      <xsl:if test="position() > 1">、</xsl:if>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- A sentence that names some, if there are any: before甲、乙、丙。 -->
  <xsl:template name="named">
    <xsl:param name="of"/>
    <xsl:param name="before"/>
    <xsl:if test="$of">
      <xsl:value-of select="$before"/>
      <xsl:call-template name="list">
        <xsl:with-param name="of" select="$of"/>
      </xsl:call-template>
      <xsl:text>。</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Text for a narrow cell that may quote anything. A run of fifteen and more characters of ASCII
       without a space has no place to break; it gets one (U+200B) between any two of them. Chinese text
       and short words around it keep their own rules. `shape` is the text with x for each character of
       ASCII; the template calls itself once a run. -->
  <xsl:template name="breakable">
    <xsl:param name="text"/>
    <xsl:param name="shape" select="translate($text, $ascii, $ascii-as-x)"/>
    <xsl:choose>
      <xsl:when test="contains($shape, $long-run)">
        <xsl:variable name="before" select="string-length(substring-before($shape, $long-run))"/>
        <xsl:variable name="from-run" select="substring($shape, $before + 1)"/>
        <xsl:variable name="end" select="substring(translate($from-run, 'x', ''), 1, 1)"/>
        <xsl:variable name="after"
            select="$before + string-length(substring-before(concat($from-run, $end), $end))
                    + string-length($from-run) * ($end = '')"/>
        <xsl:value-of select="substring($text, 1, $before)"/>
        <xsl:for-each select="str:tokenize(substring($text, $before + 1, $after - $before), '')">
          <xsl:if test="position() > 1">&#x200B;</xsl:if>
          <xsl:value-of select="."/>
        </xsl:for-each>
        <xsl:call-template name="breakable">
          <xsl:with-param name="text" select="substring($text, $after + 1)"/>
          <xsl:with-param name="shape" select="substring($shape, $after + 1)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="long-run" select="str:padding(15, 'x')"/>
  <xsl:variable name="ascii">abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!"#$%&amp;'()*+,-./:;&lt;=>?@[\]^_`{|}~</xsl:variable>
  <xsl:variable name="ascii-as-x" select="str:padding(string-length($ascii), 'x')"/>

</xsl:stylesheet>
