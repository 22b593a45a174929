<?xml version="1.0" encoding="UTF-8"?>
<!-- Lengths of the profile as numbers, in points, to reckon with; how wide a text is; the attribute sets of
     text on the grid. A page is laid out once, without trying, so what depends on room (the size of the mark,
     the place of the recipients) is reckoned here from rows and characters. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:y="urn:yinfa:format"
    xmlns:p="urn:yinfa:profile"
    exclude-result-prefixes="p">

  <xsl:variable name="millimetre" select="72 div 25.4"/>
  <xsl:variable name="row-points" select="number(substring-before($row, 'pt'))"/>
  <xsl:variable name="cell-points" select="number(substring-before($character-cell, 'pt'))"/>
  <xsl:variable name="text-points" select="number(substring-before($text-size, 'pt'))"/>
  <xsl:variable name="overhang-points" select="number(substring-before($row-overhang, 'pt'))"/>
  <xsl:variable name="width-points" select="substring-before($area-width, 'mm') * $millimetre"/>
  <xsl:variable name="height-points" select="substring-before($area-height, 'mm') * $millimetre"/>
  <xsl:variable name="characters" select="number($profile/p:grid/@characters)"/>

  <!-- §5.2.3: a Han character and a mark a cell, two digits too, set that much closer; a line with an odd number of
       digits is spread. Marks keep their blank, so that a full line has as many characters as the grid. A row is a row, whatever
       stands in it: dots below and raised figures have room in it. -->
  <xsl:attribute-set name="grid">
    <xsl:attribute name="letter-spacing">
      <xsl:value-of select="concat($character-cell, ' - ', $text-size)"/>
    </xsl:attribute>
    <xsl:attribute name="y:text-spacing-trim">space-all</xsl:attribute>
    <xsl:attribute name="line-stacking-strategy">font-height</xsl:attribute>
  </xsl:attribute-set>

  <!-- §7.3.3: two characters in, further lines at the edge. A page is filled to its last row, be it the
       first or the last line of a paragraph (§5.2.3). -->
  <xsl:attribute-set name="indented" use-attribute-sets="grid">
    <xsl:attribute name="orphans">1</xsl:attribute>
    <xsl:attribute name="widows">1</xsl:attribute>
    <xsl:attribute name="text-indent">
      <xsl:value-of select="concat('2 * ', $character-cell)"/>
    </xsl:attribute>
    <xsl:attribute name="text-align">justify</xsl:attribute>
  </xsl:attribute-set>

  <!-- Typeface and size of an element of the profile: to be called inside a formatting object. -->
  <xsl:template name="typeface">
    <xsl:param name="of"/>
    <xsl:variable name="element" select="$profile/p:element[@name = $of]"/>
    <xsl:attribute name="font-family">
      <xsl:value-of select="$profile/p:family[@name = $element/@family]/@value"/>
    </xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="$element/@size"/></xsl:attribute>
  </xsl:template>

  <!-- How many Han characters wide a text is: those of ASCII are half as wide. -->
  <xsl:template name="text-width">
    <xsl:param name="text"/>
    <xsl:value-of select="string-length($text)
        - string-length(translate($text, translate($text, concat($ascii, ' '), ''), '')) div 2"/>
  </xsl:template>

  <!-- The width of the widest of some texts. -->
  <xsl:template name="widest">
    <xsl:param name="of"/>
    <xsl:for-each select="$of">
      <xsl:sort select="string-length()" data-type="number" order="descending"/>
      <xsl:if test="position() = 1">
        <xsl:call-template name="text-width">
          <xsl:with-param name="text" select="normalize-space()"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
