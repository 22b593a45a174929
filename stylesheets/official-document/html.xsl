<?xml version="1.0" encoding="UTF-8"?>
<!-- An official document as one HTML file for a website: nothing outside it is needed. It reads on a
     telephone, and printed it has the margins of the profile. Parts here, blocks in html-blocks.xsl, 署名 and seals in
     html-signature.xsl, looks in html-style.xsl. Its words are those of the pages (wording.xsl). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:yinfa:official-document"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="o str">

  <xsl:include href="wording.xsl"/>
  <xsl:include href="html-blocks.xsl"/>
  <xsl:include href="html-signature.xsl"/>
  <xsl:include href="html-style.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:template match="/data">
    <xsl:call-template name="check-profile"/>
    <xsl:apply-templates select="$document"/>
  </xsl:template>

  <!-- ============ The page ============ -->

  <xsl:template match="o:official-document">
    <html lang="zh-CN">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:call-template name="page-title"/></title>
        <xsl:call-template name="style"/>
      </head>
      <body>
        <main>
          <xsl:apply-templates select="o:head"/>
          <xsl:apply-templates select="o:body"/>
          <xsl:apply-templates select="o:body/o:annex"/>
          <xsl:apply-templates select="o:body/o:forwarded/o:official-document"/>
          <xsl:apply-templates select="o:colophon"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <!-- An order has no title; its mark and number name it. -->
  <xsl:template name="page-title">
    <xsl:choose>
      <xsl:when test="o:body/o:title">
        <xsl:apply-templates select="o:body/o:title" mode="words"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="o:head/o:issuer[1]" mode="words"/>
        <xsl:call-template name="mark-suffix"/>
        <xsl:text>　</xsl:text>
        <xsl:call-template name="document-number"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A document passed on has no red head and no 版记 of its own. -->
  <xsl:template match="o:forwarded/o:official-document">
    <article class="part">
      <xsl:call-template name="number-line"/>
      <xsl:apply-templates select="o:body"/>
      <xsl:apply-templates select="o:body/o:annex"/>
      <xsl:apply-templates select="o:body/o:forwarded/o:official-document"/>
    </article>
  </xsl:template>

  <!-- ============ 版头 ============ -->

  <xsl:template match="o:head">
    <xsl:variable name="format">
      <xsl:for-each select=".."><xsl:call-template name="format"/></xsl:for-each>
    </xsl:variable>
    <header class="{$format}">
      <xsl:for-each select="o:copy-number | o:secrecy | o:urgency | o:proposal">
        <p class="{local-name()}"><xsl:apply-templates select="." mode="words"/></p>
      </xsl:for-each>
      <xsl:for-each select=".."><xsl:call-template name="mark"/></xsl:for-each>
      <xsl:if test="$format = 'letter'"><hr/></xsl:if>
      <xsl:for-each select=".."><xsl:call-template name="number-line"/></xsl:for-each>
      <xsl:for-each select="o:signer">
        <p class="signer">
          <xsl:text>签发人：</xsl:text>
          <span><xsl:apply-templates select="." mode="words"/></span>
          <xsl:if test="@organ != ''"><xsl:value-of select="concat('（', @organ, '）')"/></xsl:if>
        </p>
      </xsl:for-each>
      <xsl:if test="$format = 'general' or $format = 'minutes'"><hr/></xsl:if>
    </header>
  </xsl:template>

  <!-- The longest line of the mark takes the width there is, up to the size of print. -->
  <xsl:template name="mark">
    <xsl:variable name="lines"><xsl:call-template name="mark-names"/></xsl:variable>
    <xsl:variable name="organs" select="str:tokenize($lines, '&#10;')"/>
    <xsl:variable name="suffix"><xsl:call-template name="mark-suffix"/></xsl:variable>
    <xsl:variable name="longest">
      <xsl:for-each select="$organs">
        <xsl:sort select="string-length()" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="string-length() + string-length($suffix)"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <p class="mark" style="--characters: {$longest}">
      <xsl:if test="$organs[2]"><xsl:attribute name="class">mark joint</xsl:attribute></xsl:if>
      <span class="organs">
        <xsl:for-each select="$organs"><span><xsl:value-of select="."/></span></xsl:for-each>
      </span>
      <xsl:if test="$suffix != ''"><span><xsl:value-of select="$suffix"/></span></xsl:if>
    </p>
  </xsl:template>

  <!-- Context node: o:official-document. -->
  <xsl:template name="number-line">
    <xsl:variable name="number"><xsl:call-template name="document-number"/></xsl:variable>
    <xsl:if test="$number != ''"><p class="number"><xsl:value-of select="$number"/></p></xsl:if>
  </xsl:template>

  <!-- ============ 主体 ============ -->

  <xsl:template match="o:body">
    <xsl:apply-templates select="o:title"/>
    <xsl:if test="../@draft = 'yes'"><p class="draft">（征求意见稿）</p></xsl:if>
    <xsl:for-each select="o:recipient[1]">
      <p class="recipients"><xsl:apply-templates select="." mode="words"/></p>
    </xsl:for-each>
    <xsl:apply-templates select="o:text"/>
    <xsl:call-template name="annex-notes"/>
    <xsl:apply-templates select="o:attendance/o:present[1] | o:attendance/o:absent[1]
                                 | o:attendance/o:observer[1]"/>
    <xsl:apply-templates select="o:signature"/>
    <xsl:for-each select="o:note">
      <p><xsl:apply-templates select="." mode="words"/></p>
    </xsl:for-each>
  </xsl:template>

  <!-- §7.3.4, from the annexes where the writer gave no 附件说明; each leads to its annex. Context
       node: o:body. -->
  <xsl:template name="annex-notes">
    <xsl:if test="o:annex-note | o:annex">
      <div class="labelled annex-notes">
        <p>附件：</p>
        <div>
          <xsl:for-each select="o:annex-note | o:annex[not(../o:annex-note)]">
            <xsl:variable name="place" select="position()"/>
            <xsl:variable name="words">
              <xsl:apply-templates select="." mode="number"/>
              <xsl:apply-templates select="self::o:annex-note | o:title" mode="words"/>
            </xsl:variable>
            <p>
              <xsl:for-each select="../o:annex[$place]">
                <a><xsl:attribute name="href">#<xsl:call-template name="annex-id"/></xsl:attribute>
                  <xsl:value-of select="$words"/></a>
              </xsl:for-each>
              <xsl:if test="not(../o:annex[$place])"><xsl:value-of select="$words"/></xsl:if>
            </p>
          </xsl:for-each>
        </div>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- §10.3: the first of each kind has the label. -->
  <xsl:template match="o:present | o:absent | o:observer">
    <div class="labelled attendance">
      <p class="label"><xsl:call-template name="attendance-label"/></p>
      <div>
        <xsl:for-each select="../*[name() = name(current())]">
          <p><xsl:apply-templates select="." mode="words"/></p>
        </xsl:for-each>
      </div>
    </div>
  </xsl:template>

  <xsl:template match="o:annex">
    <section class="part">
      <xsl:attribute name="id"><xsl:call-template name="annex-id"/></xsl:attribute>
      <p class="annex-label"><xsl:call-template name="annex-label"/></p>
      <xsl:apply-templates select="o:title | o:text | o:publication"/>
      <xsl:if test="not(o:text | o:publication)"><p>（另附）</p></xsl:if>
    </section>
  </xsl:template>

  <!-- What another publication of the program says is printed in the PDF, which lies beside this
       file. -->
  <xsl:template match="o:publication">
    <p>
      <a href="official-document-{ancestor::o:official-document[last()]/@id}-{$profile-name}.pdf">
        <xsl:apply-templates select="." mode="words"/>
      </a>
    </p>
  </xsl:template>

  <!-- Annexes of the document and of those it forwards, counted through. -->
  <xsl:template name="annex-id">
    <xsl:text>annex-</xsl:text>
    <xsl:for-each select="o:title"><xsl:call-template name="count"/></xsl:for-each>
  </xsl:template>

  <!-- ============ 版记 ============ -->

  <!-- §10.1: a letter's has no rules and says nothing about printing. -->
  <xsl:template match="o:colophon">
    <xsl:variable name="format">
      <xsl:for-each select=".."><xsl:call-template name="format"/></xsl:for-each>
    </xsl:variable>
    <footer class="{$format}">
      <xsl:for-each select="o:disclosure">
        <p><xsl:apply-templates select="." mode="words"/></p>
      </xsl:for-each>
      <xsl:if test="o:copy-to">
        <div class="labelled">
          <p>抄送：</p>
          <p><xsl:apply-templates select="o:copy-to[1]" mode="words"/></p>
        </div>
      </xsl:if>
      <xsl:if test="$format != 'letter' and (o:printing-organ or o:printing-date)">
        <div class="printing">
          <p><xsl:apply-templates select="o:printing-organ" mode="words"/></p>
          <p><xsl:apply-templates select="o:printing-date" mode="words"/></p>
        </div>
      </xsl:if>
    </footer>
  </xsl:template>

</xsl:stylesheet>
