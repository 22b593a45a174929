<?xml version="1.0" encoding="UTF-8"?>
<!-- Type: the 号 sizes, the families by their role, and the attribute sets for running text. The
     families' names are those of fonts/font-set.xml; an office's own fonts come in there, and which family
     serves as which typeface is said in the profile. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:p="urn:yinfa:profile"
    exclude-result-prefixes="p">

  <xsl:include href="profile.xsl"/>

  <!-- 字号: 二号, 三号, 四号, 小四, 五号, 小五. -->
  <xsl:variable name="size-2">22pt</xsl:variable>
  <xsl:variable name="size-3">16pt</xsl:variable>
  <xsl:variable name="size-4">14pt</xsl:variable>
  <xsl:variable name="size-small-4">12pt</xsl:variable>
  <xsl:variable name="size-5">10.5pt</xsl:variable>
  <xsl:variable name="size-small-5">9pt</xsl:variable>

  <!-- Each is a list of families: digits and Latin may have faces of their own (profiles.xml). -->
  <xsl:variable name="fangsong" select="$profile/p:family[@name = 'fangsong']/@value"/>
  <xsl:variable name="title-song" select="$profile/p:family[@name = 'title-song']/@value"/>
  <xsl:variable name="hei" select="$profile/p:family[@name = 'hei']/@value"/>
  <xsl:variable name="kai" select="$profile/p:family[@name = 'kai']/@value"/>

  <!-- The size of running text. -->
  <xsl:variable name="text-size" select="$profile/p:element[@name = 'text']/@size"/>

  <!-- §5.2.2: 3号 仿宋 unless said otherwise. Chinese line breaking throughout, and no space between
       Han characters and digits: digits half an em wide keep to the grid by themselves. -->
  <xsl:attribute-set name="root">
    <xsl:attribute name="language">zh</xsl:attribute>
    <xsl:attribute name="font-family"><xsl:value-of select="$fangsong"/></xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="$text-size"/></xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="$row"/></xsl:attribute>
    <xsl:attribute name="y:line-break">strict</xsl:attribute>
    <xsl:attribute name="y:text-autospace">no-autospace</xsl:attribute>
  </xsl:attribute-set>

  <!-- §7.3.1: 2号 小标宋, centred. A line feed in the title begins a new line; which words stay
       together is for the writer of the publication to say. -->
  <xsl:attribute-set name="title">
    <xsl:attribute name="role">H1</xsl:attribute>
    <xsl:attribute name="font-family"><xsl:value-of select="$title-song"/></xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="$size-2"/></xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="linefeed-treatment">preserve</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <!-- A title in row 1. Its glyphs are higher than those of the text, for which the body reaches out of
       the type area (page.xsl), so they begin half the difference lower. -->
  <xsl:attribute-set name="opening-title" use-attribute-sets="title">
    <xsl:attribute name="padding-top">
      <xsl:value-of select="concat('(', $size-2, ' - ', $text-size, ') div 2')"/>
    </xsl:attribute>
  </xsl:attribute-set>

  <!-- §7.3.3: a paragraph begins two characters in; its further lines begin at the edge. -->
  <xsl:attribute-set name="paragraph">
    <xsl:attribute name="text-indent">2em</xsl:attribute>
    <xsl:attribute name="text-align">justify</xsl:attribute>
  </xsl:attribute-set>

  <!-- … and at that size as many characters as the grid has fill a line exactly (§5.2.3). -->
  <xsl:attribute-set name="paragraph-3" use-attribute-sets="paragraph">
    <xsl:attribute name="letter-spacing">
      <xsl:value-of select="concat($character-cell, ' - ', $text-size)"/>
    </xsl:attribute>
  </xsl:attribute-set>

</xsl:stylesheet>
