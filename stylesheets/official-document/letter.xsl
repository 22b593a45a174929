<?xml version="1.0" encoding="UTF-8"?>
<!-- 信函格式, GB/T 9704-2012 §10.1: page 1 between two red double rules that are wider than the type area, the
     mark above the first; the pages after it as in the general format.

       mode="letter"     o:official-document → its page sequences
       letter-masters    page masters, for page-masters
       letter-colophon   版记 without rules and without 印发; context node o:official-document

     Places on page 1 are reckoned in points from the sheet's top edge. The rules are centred on the type area,
     as the mark is. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:o="urn:yinfa:official-document"
    xmlns:p="urn:yinfa:profile"
    exclude-result-prefixes="o p">

  <xsl:variable name="letter" select="$profile/p:letter"/>
  <xsl:variable name="letter-mark-top" select="substring-before($letter/@mark-drop, 'mm') * $millimetre"/>
  <xsl:variable name="letter-rule" select="substring-before($letter/@thick, 'pt') + substring-before($letter/@gap, 'pt')
                                           + substring-before($letter/@thin, 'pt')"/>
  <xsl:variable name="letter-text-gap" select="number(substring-before($letter/@text-gap, 'pt'))"/>
  <xsl:variable name="letter-foot" select="substring-before($page-height, 'mm') * $millimetre
      - substring-before($letter/@rule-above-foot, 'mm') * $millimetre - $letter-rule"/>
  <!-- How far the rules reach out of the type area on either side. -->
  <xsl:variable name="letter-outdent" select="concat('-', (substring-before($letter/@rule-length, 'mm')
      - substring-before($area-width, 'mm')) div 2, 'mm')"/>
  <!-- The body begins a row higher than the ink of the mark: the line of large type is higher than its ink. -->
  <xsl:variable name="letter-top" select="$letter-mark-top - $row-points"/>

  <!-- ============ Pages ============ -->

  <!-- The last row of page 1 ends `text-gap` above the second rule. -->
  <xsl:template name="letter-masters">
    <fo:simple-page-master master-name="letter-first" page-width="{$page-width}" page-height="{$page-height}"
        margin-left="{$binding-margin}" margin-right="{$fore-edge}">
      <fo:region-body margin-top="{$letter-top}pt"
          margin-bottom="{$page-height} - {$letter-foot - $letter-text-gap + $overhang-points}pt"/>
      <fo:region-after region-name="letter-foot" extent="{$page-height} - {$letter-foot}pt"/>
    </fo:simple-page-master>
    <fo:page-sequence-master master-name="letter">
      <fo:single-page-master-reference master-reference="letter-first"/>
      <fo:repeatable-page-master-alternatives>
        <fo:conditional-page-master-reference master-reference="text-odd" odd-or-even="odd"/>
        <fo:conditional-page-master-reference master-reference="text-even" odd-or-even="even"/>
      </fo:repeatable-page-master-alternatives>
    </fo:page-sequence-master>
  </xsl:template>

  <xsl:template match="o:official-document" mode="letter">
    <fo:page-sequence master-reference="letter">
      <xsl:call-template name="page-numbers"/>
      <fo:static-content flow-name="letter-foot">
        <xsl:call-template name="letter-rule">
          <xsl:with-param name="above" select="$letter/@thin"/>
          <xsl:with-param name="below" select="$letter/@thick"/>
        </xsl:call-template>
      </fo:static-content>
      <xsl:call-template name="footnote-separator"/>
      <fo:flow flow-name="xsl-region-body">
        <xsl:call-template name="letter-head"/>
        <xsl:variable name="left-over"><xsl:call-template name="letter-left-over"/></xsl:variable>
        <xsl:call-template name="opening">
          <xsl:with-param name="above"
              select="concat($profile/p:rows/@below-red-rule, ' * ', $row, ' + ', $left-over div 2, 'pt')"/>
          <xsl:with-param name="below"
              select="concat($profile/p:rows/@below-title, ' * ', $row, ' + ', $left-over div 2, 'pt')"/>
        </xsl:call-template>
        <xsl:call-template name="end-of-part"/>
      </fo:flow>
    </fo:page-sequence>
    <xsl:call-template name="further-parts"/>
  </xsl:template>

  <!-- ============ Head ============ -->

  <xsl:template name="letter-head">
    <xsl:call-template name="mark-lines">
      <xsl:with-param name="drop" select="$letter/@mark-drop"/>
      <xsl:with-param name="above" select="concat('-', $letter-top, 'pt')"/>
    </xsl:call-template>
    <!-- Below the em box of the mark: some of its glyphs are inked down to its edge. -->
    <xsl:call-template name="letter-rule">
      <xsl:with-param name="above" select="$letter/@thick"/>
      <xsl:with-param name="below" select="$letter/@thin"/>
      <xsl:with-param name="space" select="$letter/@rule-below-mark"/>
    </xsl:call-template>
    <xsl:call-template name="letter-items"/>
  </xsl:template>

  <!-- What the rows of page 1, from the number to the last, leave over between the rules, or want: half of it
       goes above the title and half below, so that the last row of a full page has its gap exactly. -->
  <xsl:template name="letter-left-over">
    <xsl:variable name="mark"><xsl:call-template name="mark-text"/></xsl:variable>
    <xsl:variable name="size">
      <xsl:call-template name="mark-size"><xsl:with-param name="text" select="$mark"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="number-top" select="$letter-mark-top + (1 - $mark-profile/@ink) * $size
        + substring-before($letter/@rule-below-mark, 'mm') * $millimetre + $letter-rule + $letter-text-gap"/>
    <xsl:variable name="left-over" select="round(1000 * (($letter-foot - $letter-text-gap - $number-top
        + $row-points - $text-points) mod $row-points)) div 1000"/>
    <!-- The title's glyphs stand lower in their rows than half the blank above them: there is more to take
         away than to add. -->
    <xsl:value-of select="$left-over - $row-points * ($left-over > $row-points div 4)"/>
  </xsl:template>

  <xsl:template name="letter-rule">
    <xsl:param name="above"/>
    <xsl:param name="below"/>
    <xsl:param name="space" select="'0pt'"/>
    <fo:block start-indent="{$letter-outdent}" end-indent="{$letter-outdent}"
        space-before="{$space}" space-before.precedence="force"
        border-before="{$above} solid {$red}" border-after="{$below} solid {$red}"
        padding-before="{$letter/@gap}" line-height="0pt" keep-with-next.within-page="always"/>
  </xsl:template>

  <!-- 份号, 密级, 紧急程度 on the left, one below the other; 发文字号 on the right of the first row, the class of a
       reply (A类) below it. -->
  <xsl:template name="letter-items">
    <xsl:variable name="left" select="o:head/o:copy-number | o:head/o:secrecy | o:head/o:urgency"/>
    <fo:block-container space-before="{$letter-text-gap - $overhang-points}pt" space-before.precedence="force"
        keep-with-next.within-page="always">
      <xsl:call-template name="letter-row">
        <xsl:with-param name="left" select="$left[1]"/>
        <xsl:with-param name="right" select="o:head"/>
      </xsl:call-template>
      <xsl:if test="$left[2] or o:head/o:proposal">
        <xsl:call-template name="letter-row">
          <xsl:with-param name="left" select="$left[2]"/>
          <xsl:with-param name="right" select="o:head/o:proposal"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$left[3]">
        <xsl:call-template name="letter-row"><xsl:with-param name="left" select="$left[3]"/></xsl:call-template>
      </xsl:if>
    </fo:block-container>
  </xsl:template>

  <xsl:template name="letter-row">
    <xsl:param name="left" select="/.."/>
    <xsl:param name="right" select="/.."/>
    <fo:block text-align-last="justify" y:record="发文字号">
      <xsl:apply-templates select="$left" mode="letter-item"/>
      <xsl:text>&#x200B;</xsl:text>
      <fo:leader leader-pattern="space" leader-length.minimum="1em" leader-length.optimum="1em"
          leader-length.maximum="100%"/>
      <xsl:apply-templates select="$right" mode="letter-item"/>
      <xsl:text>&#x200B;</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template match="o:head" mode="letter-item">
    <fo:inline>
      <xsl:call-template name="typeface"><xsl:with-param name="of" select="'document-number'"/></xsl:call-template>
      <xsl:for-each select=".."><xsl:call-template name="document-number"/></xsl:for-each>
    </fo:inline>
  </xsl:template>

  <xsl:template match="o:proposal" mode="letter-item">
    <fo:inline font-family="{$hei}"><xsl:apply-templates select="." mode="words"/></fo:inline>
  </xsl:template>

  <xsl:template match="o:copy-number | o:secrecy | o:urgency" mode="letter-item">
    <fo:inline>
      <xsl:call-template name="typeface"><xsl:with-param name="of" select="local-name()"/></xsl:call-template>
      <xsl:apply-templates select="." mode="words"/>
    </fo:inline>
  </xsl:template>

  <!-- ============ 版记 ============ -->

  <!-- Half the leading of its last row is what the body region reaches below the type area. -->
  <xsl:template name="letter-colophon">
    <xsl:if test="o:colophon/o:disclosure or o:colophon/o:copy-to">
      <fo:block y:block-fill="before" keep-together.within-page="always" y:record="版记"
          line-height="{$colophon-row}">
        <xsl:call-template name="typeface"><xsl:with-param name="of" select="'colophon'"/></xsl:call-template>
        <xsl:for-each select="o:colophon/o:disclosure">
          <fo:block start-indent="1em" end-indent="1em"><xsl:apply-templates select="." mode="words"/></fo:block>
        </xsl:for-each>
        <xsl:for-each select="o:colophon/o:copy-to[1]">
          <xsl:call-template name="addressees">
            <xsl:with-param name="label">抄送：</xsl:with-param>
            <xsl:with-param name="words"><xsl:apply-templates select="." mode="words"/></xsl:with-param>
          </xsl:call-template>
        </xsl:for-each>
      </fo:block>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
