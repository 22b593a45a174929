<?xml version="1.0" encoding="UTF-8"?>
<!-- 版记, GB/T 9704-2012 §7.4, and 附注 §7.3.6: the last things of a document. The colophon fills down to the foot of
     the last page, its last rule on the bottom edge of the type area. The context node is o:official-document.

       colophon      of the general format, with rules
       note          附注 -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:o="urn:yinfa:official-document"
    xmlns:p="urn:yinfa:profile"
    exclude-result-prefixes="o p">

  <!-- The row after the date, two characters in. -->
  <xsl:template name="note">
    <xsl:if test="o:body/o:note">
      <fo:block keep-with-previous.within-page="always" y:record="附注" xsl:use-attribute-sets="indented">
        <xsl:apply-templates select="o:body/o:note" mode="words"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="colophon-size" select="$profile/p:element[@name = 'colophon']/@size"/>
  <!-- §3.2: a row is a character and 7/8 of a 3号 character high. -->
  <xsl:variable name="colophon-row"
      select="concat(substring-before($colophon-size, 'pt') + 0.875 * $text-points, 'pt')"/>
  <xsl:variable name="outer-rule" select="concat($profile/p:colophon/@outer-rule, ' solid black')"/>
  <xsl:variable name="inner-rule" select="concat($profile/p:colophon/@inner-rule, ' solid black')"/>

  <!-- The body region reaches below the type area by the overhang.
         recipients  "yes": 主送 stands here, for it had no room above the text -->
  <xsl:template name="colophon">
    <xsl:param name="recipients"/>
    <xsl:if test="o:colophon/* or $recipients = 'yes'">
      <fo:block y:block-fill="before" keep-together.within-page="always" y:record="版记"
          padding-after="{$row-overhang}" padding-after.conditionality="retain"
          line-height="{$colophon-row}">
        <xsl:if test="$profile/p:colophon/@on-even-page = 'yes'">
          <xsl:attribute name="y:block-fill">before-even</xsl:attribute>
        </xsl:if>
        <xsl:call-template name="typeface"><xsl:with-param name="of" select="'colophon'"/></xsl:call-template>
        <fo:block border-before="{$outer-rule}" border-after="{$outer-rule}">
          <xsl:variable name="copied" select="o:colophon/o:copy-to[1] or $recipients = 'yes'"/>
          <xsl:variable name="printed" select="o:colophon/o:printing-organ or o:colophon/o:printing-date"/>
          <xsl:if test="o:colophon/o:disclosure">
            <fo:block start-indent="1em" end-indent="1em">
              <xsl:if test="$copied or $printed">
                <xsl:attribute name="border-after"><xsl:value-of select="$inner-rule"/></xsl:attribute>
                <xsl:attribute name="start-indent">0pt</xsl:attribute>
                <xsl:attribute name="text-indent">1em</xsl:attribute>
                <xsl:attribute name="end-indent">0pt</xsl:attribute>
              </xsl:if>
              <xsl:apply-templates select="o:colophon/o:disclosure" mode="words"/>
            </fo:block>
          </xsl:if>
          <!-- 主送 above 抄送, without a rule between (§7.4.2). -->
          <xsl:if test="$copied">
            <fo:block>
              <xsl:if test="$printed">
                <xsl:attribute name="border-after"><xsl:value-of select="$inner-rule"/></xsl:attribute>
              </xsl:if>
              <xsl:if test="$recipients = 'yes'">
                <xsl:variable name="words">
                  <xsl:apply-templates select="o:body/o:recipient[1]" mode="words"/>
                </xsl:variable>
                <xsl:call-template name="addressees">
                  <xsl:with-param name="label">主送：</xsl:with-param>
                  <xsl:with-param name="words"
                      select="concat(substring($words, 1, string-length($words) - 1), '。')"/>
                </xsl:call-template>
              </xsl:if>
              <xsl:if test="o:colophon/o:copy-to">
                <xsl:call-template name="addressees">
                  <xsl:with-param name="label">抄送：</xsl:with-param>
                  <xsl:with-param name="words">
                    <xsl:apply-templates select="o:colophon/o:copy-to[1]" mode="words"/>
                  </xsl:with-param>
                </xsl:call-template>
              </xsl:if>
            </fo:block>
          </xsl:if>
          <xsl:if test="$printed"><xsl:call-template name="printing"/></xsl:if>
        </fo:block>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- One character in from either edge; further lines begin after the colon. -->
  <xsl:template name="addressees">
    <xsl:param name="label"/>
    <xsl:param name="words"/>
    <fo:block start-indent="4em" end-indent="1em" text-indent="-3em" text-align="justify">
      <xsl:value-of select="concat($label, $words)"/>
    </fo:block>
  </xsl:template>

  <!-- §7.4.3: the organ at the left, the date at the right. -->
  <xsl:template name="printing">
    <fo:block start-indent="1em" end-indent="1em" text-align-last="justify">
      <xsl:apply-templates select="o:colophon/o:printing-organ" mode="words"/>
      <fo:leader leader-pattern="space" leader-length.minimum="1em" leader-length.optimum="1em"
          leader-length.maximum="100%"/>
      <fo:inline keep-together.within-line="always">
        <xsl:apply-templates select="o:colophon/o:printing-date" mode="words"/>
      </fo:inline>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
