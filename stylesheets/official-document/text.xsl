<?xml version="1.0" encoding="UTF-8"?>
<!-- An official document as plain text: what the pages say, in their order, one paragraph a line, for
     mail, search and the clipboard. Lines are not broken here; a table row is a line with tabs
     between its cells, and a footnote follows the text it belongs to. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:yinfa:official-document"
    xmlns:str="http://exslt.org/strings">

  <xsl:include href="wording.xsl"/>
  <xsl:include href="table-grid.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/data">
    <xsl:apply-templates select="$document"/>
  </xsl:template>

  <!-- ============ Parts ============ -->

  <!-- 版记 comes last: it stands at the foot of the last page, after annexes and forwarded documents. -->
  <xsl:template match="o:official-document">
    <xsl:apply-templates select="o:head"/>
    <xsl:apply-templates select="o:body"/>
    <xsl:apply-templates select="o:body/o:annex"/>
    <xsl:apply-templates select="o:body/o:forwarded/o:official-document"/>
    <xsl:apply-templates select="o:colophon"/>
  </xsl:template>

  <!-- A document passed on has no red head and no 版记 of its own here. -->
  <xsl:template match="o:forwarded/o:official-document">
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="number-line"/>
    <xsl:apply-templates select="o:body"/>
    <xsl:apply-templates select="o:body/o:annex"/>
    <xsl:apply-templates select="o:body/o:forwarded/o:official-document"/>
  </xsl:template>

  <xsl:template match="o:head">
    <xsl:apply-templates select="o:copy-number | o:secrecy | o:urgency | o:proposal" mode="part"/>
    <xsl:for-each select="..">
      <xsl:call-template name="mark-names"/>
      <xsl:call-template name="mark-suffix"/>
      <xsl:text>&#10;</xsl:text>
      <xsl:call-template name="number-line"/>
    </xsl:for-each>
    <xsl:for-each select="o:signer">
      <xsl:text>签发人：</xsl:text>
      <xsl:apply-templates select="." mode="words"/>
      <xsl:if test="@organ != ''"><xsl:value-of select="concat('（', @organ, '）')"/></xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="number-line">
    <xsl:variable name="number"><xsl:call-template name="document-number"/></xsl:variable>
    <xsl:if test="$number != ''"><xsl:value-of select="concat($number, '&#10;')"/></xsl:if>
  </xsl:template>

  <xsl:template match="o:body">
    <xsl:apply-templates select="o:title" mode="part"/>
    <xsl:if test="../@draft = 'yes'"><xsl:text>（征求意见稿）&#10;</xsl:text></xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates select="o:recipient[1]" mode="part"/>
    <xsl:apply-templates select="o:text"/>
    <xsl:call-template name="annex-notes"/>
    <xsl:apply-templates select="o:attendance"/>
    <xsl:apply-templates select="o:signature | o:note"/>
  </xsl:template>

  <xsl:template match="o:annex">
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="annex-label"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates select="o:title" mode="part"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates select="o:text | o:publication"/>
    <xsl:if test="not(o:text | o:publication)"><xsl:text>（另附）&#10;</xsl:text></xsl:if>
  </xsl:template>

  <xsl:template match="o:publication">
    <xsl:apply-templates select="." mode="part"/>
  </xsl:template>

  <!-- §7.3.4, from the annexes where the writer gave no 附件说明. Context node: o:body. -->
  <xsl:template name="annex-notes">
    <xsl:if test="o:annex-note | o:annex">
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="o:annex-note | o:annex[not(../o:annex-note)]/o:title">
        <xsl:choose>
          <xsl:when test="position() = 1">　　附件：</xsl:when>
          <xsl:otherwise>　　　　　</xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates select="self::o:annex-note | parent::o:annex" mode="number"/>
        <xsl:apply-templates select="." mode="line"/>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- The issuers sign where no other organ is named. A draft is not dated. -->
  <xsl:template match="o:signature">
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="o:signatory">
      <xsl:value-of select="concat(@title, '　')"/>
      <xsl:apply-templates select="." mode="part"/>
    </xsl:for-each>
    <xsl:apply-templates mode="part"
        select="o:organ | ../../o:head/o:issuer[not(current()/o:organ or current()/o:signatory)]"/>
    <xsl:apply-templates select="o:date[not(../../../@draft = 'yes')]" mode="part"/>
  </xsl:template>

  <xsl:template match="o:note">
    <xsl:text>　　</xsl:text>
    <xsl:apply-templates select="." mode="part"/>
  </xsl:template>

  <!-- §10.3. -->
  <xsl:template match="o:attendance">
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="o:*">
      <xsl:text>　　</xsl:text>
      <xsl:call-template name="attendance-label"/>
      <xsl:apply-templates select="." mode="part"/>
    </xsl:for-each>
  </xsl:template>

  <!-- §10.1: a letter's colophon says nothing about printing. -->
  <xsl:template match="o:colophon">
    <xsl:variable name="format">
      <xsl:for-each select=".."><xsl:call-template name="format"/></xsl:for-each>
    </xsl:variable>
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates select="o:disclosure" mode="part"/>
    <xsl:if test="o:copy-to">
      <xsl:text>抄送：</xsl:text>
      <xsl:apply-templates select="o:copy-to[1]" mode="part"/>
    </xsl:if>
    <xsl:if test="$format != 'letter' and (o:printing-organ or o:printing-date)">
      <xsl:apply-templates select="o:printing-organ" mode="words"/>
      <xsl:text>　</xsl:text>
      <xsl:apply-templates select="o:printing-date" mode="part"/>
    </xsl:if>
  </xsl:template>

  <!-- A value on a line of its own. -->
  <xsl:template match="o:*" mode="part">
    <xsl:apply-templates select="." mode="words"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- ============ Blocks ============ -->

  <xsl:template match="o:text">
    <xsl:apply-templates select="o:*"/>
    <xsl:if test=".//o:footnote">
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select=".//o:footnote">
        <xsl:apply-templates select="." mode="number"/>
        <xsl:apply-templates select="." mode="line"/>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="o:heading | o:paragraph | o:item">
    <xsl:text>　　</xsl:text>
    <xsl:apply-templates select="." mode="number"/>
    <xsl:apply-templates/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="o:list">
    <xsl:apply-templates select="o:item"/>
  </xsl:template>

  <xsl:template match="o:recommendation">
    <xsl:text>　　</xsl:text>
    <xsl:apply-templates select="." mode="number"/>
    <xsl:apply-templates select="o:subject" mode="part"/>
    <xsl:text>　　</xsl:text>
    <xsl:apply-templates select="o:status" mode="part"/>
    <xsl:apply-templates select="o:*[not(self::o:subject or self::o:status)]"/>
  </xsl:template>

  <!-- A row a line, a tab before every column but the first. A cell over several columns or rows
       stands in the first of them and leaves the others empty, so that figures keep to their columns
       when the lines are pasted into a spreadsheet. -->
  <xsl:template match="o:table">
    <xsl:apply-templates select="o:caption | o:unit" mode="part"/>
    <xsl:apply-templates select="o:header" mode="grid"/>
    <xsl:apply-templates select="o:row" mode="grid"/>
    <xsl:apply-templates select="o:table-note" mode="part"/>
  </xsl:template>

  <xsl:template match="o:header | o:row" mode="grid-row">
    <xsl:param name="covered"/>
    <xsl:call-template name="grid-cells">
      <xsl:with-param name="covered" select="$covered"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="o:cell" mode="grid-cell">
    <xsl:param name="column"/>
    <xsl:variable name="columns"><xsl:apply-templates select="." mode="columns"/></xsl:variable>
    <xsl:if test="$column > 1"><xsl:text>&#9;</xsl:text></xsl:if>
    <xsl:apply-templates/>
    <xsl:value-of select="str:padding($columns - 1, '&#9;')"/>
  </xsl:template>

  <xsl:template match="o:header | o:row" mode="grid-covered">
    <xsl:param name="column"/>
    <xsl:if test="$column > 1"><xsl:text>&#9;</xsl:text></xsl:if>
  </xsl:template>

  <xsl:template match="o:figure">
    <xsl:text>［图：</xsl:text>
    <xsl:apply-templates select="o:caption" mode="line"/>
    <xsl:if test="o:caption">。</xsl:if>
    <xsl:apply-templates select="o:description" mode="line"/>
    <xsl:text>］&#10;</xsl:text>
  </xsl:template>

  <!-- ============ Inline ============ -->

  <xsl:template match="o:footnote">
    <xsl:apply-templates select="." mode="number"/>
  </xsl:template>

  <!-- 10⁴ must not read as 104. What Unicode has no raised or lowered form of stands after a sign. -->
  <xsl:template match="o:superscript">
    <xsl:call-template name="shifted">
      <xsl:with-param name="forms">⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ</xsl:with-param>
      <xsl:with-param name="sign">^</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="o:subscript">
    <xsl:call-template name="shifted">
      <xsl:with-param name="forms">₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ</xsl:with-param>
      <xsl:with-param name="sign">_</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="shifted">
    <xsl:param name="forms"/>
    <xsl:param name="sign"/>
    <xsl:variable name="ordinary">0123456789+-−=()n</xsl:variable>
    <xsl:variable name="text" select="normalize-space()"/>
    <xsl:choose>
      <xsl:when test="translate($text, $ordinary, '') = ''">
        <xsl:value-of select="translate($text, $ordinary, $forms)"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($sign, '{', $text, '}')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="text()">
    <xsl:apply-templates select="." mode="text"/>
  </xsl:template>

</xsl:stylesheet>
