<?xml version="1.0" encoding="UTF-8"?>
<!-- 主体 as text: title, recipients, paragraphs with their numbered levels, lists, pictures, notes at the foot of the
     page; GB/T 9704-2012 §7.3.1–3. Tables stand in tables.xsl. For every format, annexes and forwarded documents.

       title, recipients    named templates; context node o:official-document
       mode="block"         o:heading, o:paragraph, o:list, o:figure, o:table → blocks of a flow
       mode="inline"        text and inline elements → text of a block -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:o="urn:yinfa:official-document"
    xmlns:p="urn:yinfa:profile"
    xmlns:s="urn:yinfa:submission"
    exclude-result-prefixes="o p s">

  <!-- Where in the submission a block stands, for what is said about it when it is laid out. -->
  <xsl:attribute-set name="record">
    <xsl:attribute name="y:record">第<xsl:value-of select="@s:line"/>行</xsl:attribute>
  </xsl:attribute-set>

  <!-- §7.3.1: centred, in one or more lines that break where sense has it. -->
  <xsl:template name="title">
    <!-- space above it -->
    <xsl:param name="above" select="'0pt'"/>
    <xsl:if test="o:body/o:title">
      <fo:block space-before="{$above}" y:record="标题" y:text-wrap="title" keep-together.within-page="always"
          xsl:use-attribute-sets="title">
        <xsl:call-template name="typeface"><xsl:with-param name="of" select="'title'"/></xsl:call-template>
        <xsl:attribute name="line-height">
          <xsl:call-template name="title-pitch"/>
          <xsl:text>pt</xsl:text>
        </xsl:attribute>
        <xsl:variable name="title"><xsl:apply-templates select="o:body/o:title" mode="line"/></xsl:variable>
        <xsl:call-template name="title-text"><xsl:with-param name="text" select="$title"/></xsl:call-template>
      </fo:block>
    </xsl:if>
    <!-- A draft says so below its title; its number, date and seal are still to come. -->
    <xsl:if test="@draft = 'yes'">
      <fo:block text-align="center" font-family="{$kai}" keep-with-previous.within-page="always"
          keep-with-next.within-page="always" y:record="标题">（征求意见稿）</fo:block>
    </xsl:if>
  </xsl:template>

  <!-- The issuers' names at its beginning stay whole; after each is a good place to break. -->
  <xsl:template name="title-text">
    <xsl:param name="text"/>
    <xsl:variable name="first" select="substring($text, 1, 1)"/>
    <xsl:variable name="issuer" select="o:head/o:issuer[starts-with($text, normalize-space())][1]"/>
    <xsl:choose>
      <xsl:when test="$issuer">
        <fo:inline keep-together.within-line="always">
          <xsl:value-of select="normalize-space($issuer)"/>
        </fo:inline>
        <xsl:text>&#x200B;</xsl:text>
        <xsl:call-template name="title-text">
          <xsl:with-param name="text" select="substring($text, 1 + string-length(normalize-space($issuer)))"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$first != '' and contains('　 、', $first)">
        <xsl:value-of select="$first"/>
        <xsl:call-template name="title-text">
          <xsl:with-param name="text" select="substring($text, 2)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How many lines it is reckoned to take: about 18 characters each, for they break where sense has it. -->
  <xsl:template name="title-lines">
    <xsl:value-of select="boolean(o:body/o:title) * (1 + floor(string-length(normalize-space(o:body/o:title)) div 18))"/>
  </xsl:template>

  <!-- From line to line: a row, but lines of a very long title stand closer, to leave room below it. -->
  <xsl:template name="title-pitch">
    <xsl:variable name="lines"><xsl:call-template name="title-lines"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$lines > 4"><xsl:value-of select="number(substring-before($size-2, 'pt')) + 2"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$row-points"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- §7.3.2: one row below the title, further lines at the edge too. -->
  <xsl:template name="recipients">
    <xsl:param name="above" select="concat($profile/p:rows/@below-title, ' * ', $row)"/>
    <xsl:if test="o:body/o:recipient">
      <fo:block space-before="{$above}" text-align="justify" y:record="主送机关"
          keep-with-next.within-page="always" xsl:use-attribute-sets="grid">
        <xsl:apply-templates select="o:body/o:recipient[1]" mode="words"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- ============ Levels (§7.3.3) ============ -->

  <xsl:template match="o:heading" mode="block">
    <fo:block role="H{@level + 1}" keep-with-next.within-page="always" xsl:use-attribute-sets="record indented">
      <xsl:call-template name="typeface">
        <xsl:with-param name="of" select="concat('level-', @level)"/>
      </xsl:call-template>
      <xsl:call-template name="label"/>
      <xsl:apply-templates mode="inline"/>
    </fo:block>
  </xsl:template>

  <!-- A lead, with the number before it, has the typeface of its level, of the second where there is none. -->
  <xsl:template match="o:paragraph" mode="block">
    <fo:block xsl:use-attribute-sets="record indented">
      <xsl:choose>
        <xsl:when test="o:lead">
          <fo:inline>
            <xsl:call-template name="typeface">
              <xsl:with-param name="of"
                  select="concat('level-', @level, substring('2', 1, not(@level)))"/>
            </xsl:call-template>
            <xsl:call-template name="label"/>
            <xsl:apply-templates select="o:lead/node()" mode="inline"/>
          </fo:inline>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="label"/></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="node()[not(self::o:lead)]" mode="inline"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="o:list" mode="block">
    <xsl:apply-templates select="o:item" mode="block"/>
  </xsl:template>

  <!-- An item is a paragraph with its mark before it. -->
  <xsl:template match="o:item" mode="block">
    <fo:block xsl:use-attribute-sets="record indented">
      <xsl:call-template name="label"/>
      <xsl:apply-templates mode="inline"/>
    </fo:block>
  </xsl:template>

  <!-- The number of a heading, a paragraph, an item. A line that must give way does not take it from there, so
       that numbers below each other are alike. -->
  <xsl:template name="label">
    <xsl:variable name="number"><xsl:apply-templates select="." mode="number"/></xsl:variable>
    <xsl:if test="$number != ''">
      <fo:inline y:text-justify="none"><xsl:value-of select="$number"/></fo:inline>
    </xsl:if>
  </xsl:template>

  <!-- ============ Pictures ============ -->

  <!-- The file as it was archived, by its digest; not wider than the type area. Its title stands below it. The body
       region reaches out of the type area for rows of text, so a picture keeps off its edges. -->
  <xsl:template match="o:figure" mode="block">
    <fo:block text-align="center" line-height="1" padding-before="{$row-overhang}" padding-before.conditionality="retain"
        padding-after="{$row-overhang}" padding-after.conditionality="retain" keep-with-previous.within-page="1"
        xsl:use-attribute-sets="record">
      <xsl:if test="o:caption">
        <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
      </xsl:if>
      <fo:external-graphic src="url(archive:{@sha256})" y:alternate-text="{o:description}">
        <xsl:choose>
          <xsl:when test="@width > substring-before($area-width, 'mm')">
            <xsl:attribute name="content-width"><xsl:value-of select="$area-width"/></xsl:attribute>
          </xsl:when>
          <xsl:when test="@width">
            <xsl:attribute name="content-width"><xsl:value-of select="concat(@width, 'mm')"/></xsl:attribute>
          </xsl:when>
          <xsl:otherwise>
            <xsl:attribute name="width">100%</xsl:attribute>
            <xsl:attribute name="content-width">scale-down-to-fit</xsl:attribute>
            <xsl:attribute name="text-align">center</xsl:attribute>
          </xsl:otherwise>
        </xsl:choose>
      </fo:external-graphic>
    </fo:block>
    <xsl:if test="o:caption">
      <fo:block text-align="center" font-family="{$hei}" font-size="{$size-4}" role="Caption"
          space-after="4pt">
        <xsl:apply-templates select="o:caption" mode="line"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- ============ Inline text ============ -->

  <xsl:template match="text()" mode="inline"><xsl:apply-templates select="." mode="text"/></xsl:template>

  <xsl:template match="o:deadline" mode="inline"><xsl:apply-templates mode="inline"/></xsl:template>

  <!-- Dots below the characters, or 黑体, as the profile says. -->
  <xsl:template match="o:emphasis" mode="inline">
    <fo:inline role="Em">
      <xsl:choose>
        <xsl:when test="$profile/p:emphasis/@style = 'hei'">
          <xsl:attribute name="font-family"><xsl:value-of select="$hei"/></xsl:attribute>
        </xsl:when>
        <xsl:otherwise><xsl:attribute name="y:text-emphasis">dot</xsl:attribute></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates mode="inline"/>
    </fo:inline>
  </xsl:template>

  <xsl:template match="o:unbroken" mode="inline">
    <fo:inline keep-together.within-line="always"><xsl:apply-templates mode="inline"/></fo:inline>
  </xsl:template>

  <!-- Lowered by no more than stays in the row. -->
  <xsl:template match="o:subscript" mode="inline">
    <fo:inline baseline-shift="-2pt" font-size="60%"><xsl:apply-templates mode="inline"/></fo:inline>
  </xsl:template>

  <xsl:template match="o:superscript" mode="inline">
    <fo:inline baseline-shift="super" font-size="60%"><xsl:apply-templates mode="inline"/></fo:inline>
  </xsl:template>

  <!-- At the foot of the page, 小五, hanging by its mark; the glyphs of the last end at the type area's edge. -->
  <xsl:template match="o:footnote" mode="inline">
    <xsl:variable name="mark"><xsl:apply-templates select="." mode="number"/></xsl:variable>
    <fo:footnote>
      <fo:inline baseline-shift="super" font-size="60%"><xsl:value-of select="$mark"/></fo:inline>
      <fo:footnote-body>
        <fo:block font-family="{$fangsong}" font-size="{$size-small-5}" line-height="14pt" text-align="justify"
            padding-after="{$row-overhang} - 2.5pt" start-indent="1.5em" text-indent="-1.5em" letter-spacing="0pt" y:text-spacing-trim="normal">
          <xsl:value-of select="concat($mark, '&#x2002;')"/>
          <xsl:apply-templates mode="inline"/>
        </fo:block>
      </fo:footnote-body>
    </fo:footnote>
  </xsl:template>

  <!-- A rule of a quarter of the line above the notes. To be called before the flow of a sequence. -->
  <xsl:template name="footnote-separator">
    <fo:static-content flow-name="xsl-footnote-separator">
      <fo:block font-size="4pt" line-height="8pt">
        <fo:leader leader-pattern="rule" leader-length="25%" rule-thickness="0.5pt"/>
      </fo:block>
    </fo:static-content>
  </xsl:template>

</xsl:stylesheet>
