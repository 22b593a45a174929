<?xml version="1.0" encoding="UTF-8"?>
<!-- What an official document says and its writer did not type: the numbers of headings and lists, the
     marks between names, labels, dates in Chinese. Pages, HTML and plain text all take their words
     from here, so that they cannot differ. Everything is a string; how it looks is for the caller.

       mode="number"           what goes before a heading, a paragraph, an item, a recommendation, an
                               annex, a line of 附件说明, a footnote; nothing where nothing does
       mode="words"            the value of one element of the head, the body's edges or the colophon,
                               with the label and the marks that belong to it
       mode="text"             running text, freed of the line feeds and indents of the file
       $document               the document (o:official-document) that a publication lays out
       document-number, format, mark-names, mark-suffix, organs, annex-label, attendance-label, circled-number,
       unfolded    named templates -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:yinfa:official-document"
    xmlns:exsl="http://exslt.org/common"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="o exsl str">

  <xsl:include href="../common/wording.xsl"/>
  <xsl:include href="numbering.xsl"/>

  <!-- What is laid out. A publication that makes its document itself imports official-document.xsl (html.xsl,
       text.xsl), and sets its own variable of this name. -->
  <xsl:variable name="document" select="/data/query[@name = 'document']/row/content/o:official-document"/>

  <!-- ============ Numbers (§7.3.3: 一、 （一） 1. （1）) ============ -->

  <xsl:template match="node()" mode="number"/>

  <!-- A number that the writer gave is printed as it is; it counts all the same. (No predicates in these
       patterns: libxslt looks back over all siblings to test one.) -->
  <xsl:template match="o:heading | o:paragraph | o:recommendation" mode="number">
    <xsl:choose>
      <xsl:when test="@number"><xsl:value-of select="@number"/></xsl:when>
      <xsl:when test="@level or self::o:recommendation">
        <xsl:variable name="count"><xsl:call-template name="count"/></xsl:variable>
        <xsl:choose>
          <xsl:when test="@level = 2">
            <xsl:text>（</xsl:text>
            <xsl:call-template name="chinese-number"><xsl:with-param name="number" select="$count"/></xsl:call-template>
            <xsl:text>）</xsl:text>
          </xsl:when>
          <xsl:when test="@level = 3">
            <xsl:value-of select="$count"/>
            <xsl:call-template name="point"/>
          </xsl:when>
          <xsl:when test="@level = 4"><xsl:value-of select="concat('（', $count, '）')"/></xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="chinese-number"><xsl:with-param name="number" select="$count"/></xsl:call-template>
            <xsl:text>、</xsl:text>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="o:item" mode="number">
    <xsl:variable name="count"><xsl:call-template name="count"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="../@marker = 'none'"/>
      <xsl:when test="../@marker = 'number'">
        <xsl:value-of select="$count"/>
        <xsl:call-template name="point"/>
      </xsl:when>
      <xsl:when test="../@marker = 'circle'">
        <xsl:call-template name="circled-number">
          <xsl:with-param name="number" select="$count"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('（', $count, '）')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="o:footnote" mode="number">
    <xsl:variable name="count"><xsl:call-template name="count"/></xsl:variable>
    <xsl:call-template name="circled-number">
      <xsl:with-param name="number" select="$count"/>
    </xsl:call-template>
  </xsl:template>

  <!-- §7.3.4: an only annex has no number. -->
  <xsl:template match="o:annex | o:annex-note" mode="number">
    <xsl:if test="self::o:annex[../o:annex[2]] or self::o:annex-note[../o:annex-note[2]]">
      <xsl:value-of select="@number"/>
      <xsl:if test="not(@number)"><xsl:call-template name="count"/></xsl:if>
      <xsl:text>. </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- After an Arabic number. "1. 2024年": without the space it would read as another number. -->
  <xsl:template name="point">
    <xsl:variable name="first" select="substring(normalize-space(), 1, 1)"/>
    <xsl:text>.</xsl:text>
    <xsl:if test="$first != '' and contains('0123456789', $first)"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <!-- Unicode has circles up to ㊿. -->
  <xsl:template name="circled-number">
    <xsl:param name="number"/>
    <xsl:variable name="circles">①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿</xsl:variable>
    <xsl:choose>
      <xsl:when test="$number &lt;= 50"><xsl:value-of select="substring($circles, $number, 1)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('（', $number, '）')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============ The document (context node: o:official-document) ============ -->

  <!-- Of the document itself SQL has settled the brackets; what it forwards is printed as it was. -->
  <xsl:template name="document-number">
    <xsl:choose>
      <xsl:when test="@draft = 'yes'"/>
      <xsl:when test="../../@number"><xsl:value-of select="../../@number"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="o:head/o:document-number" mode="words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- general, letter, order or minutes. -->
  <xsl:template name="format">
    <xsl:choose>
      <xsl:when test="@format"><xsl:value-of select="@format"/></xsl:when>
      <xsl:when test="@genre = '命令'">order</xsl:when>
      <xsl:when test="@genre = '纪要'">minutes</xsl:when>
      <xsl:when test="@genre = '函'">letter</xsl:when>
      <xsl:otherwise>general</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What stands in red, a line an organ: the writer's own mark, else the issuers. A letter, and who asks
       for it, has the lead organ alone (§7.2.4, §10.1). -->
  <xsl:template name="mark-names">
    <xsl:variable name="format"><xsl:call-template name="format"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="normalize-space(o:head/o:mark) != ''">
        <xsl:apply-templates select="o:head/o:mark" mode="line"/>
      </xsl:when>
      <xsl:when test="$format = 'letter' or o:head/o:mark/@organs = 'lead'">
        <xsl:apply-templates select="o:head/o:issuer[1]" mode="line"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="o:head/o:issuer">
          <xsl:if test="position() > 1"><xsl:text>&#10;</xsl:text></xsl:if>
          <xsl:apply-templates select="." mode="line"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- … and what follows it where the mark is made of the issuers (§7.2.4, §10.2, §10.3). -->
  <xsl:template name="mark-suffix">
    <xsl:variable name="format"><xsl:call-template name="format"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="normalize-space(o:head/o:mark) != ''"/>
      <xsl:when test="$format = 'order'">令</xsl:when>
      <xsl:when test="$format = 'minutes'">纪要</xsl:when>
      <xsl:when test="$format = 'general'">文件</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- 附件 on an annex page; 附件2 where there are several (§7.3.7). Context node: o:annex. -->
  <xsl:template name="annex-label">
    <xsl:text>附件</xsl:text>
    <xsl:variable name="number"><xsl:apply-templates select="." mode="number"/></xsl:variable>
    <xsl:value-of select="translate($number, '. ', '')"/>
  </xsl:template>

  <!-- Names of organs after each other: 、 between them, or ， where one of them is itself a list with 、. -->
  <xsl:template name="organs">
    <xsl:param name="of"/>
    <xsl:variable name="mark" select="concat(substring('，', 1, boolean($of[contains(., '、') or contains(., '，')])),
                                             substring('、', 1, not($of[contains(., '、') or contains(., '，')])))"/>
    <xsl:for-each select="$of">
      <xsl:if test="position() > 1"><xsl:value-of select="$mark"/></xsl:if>
      <xsl:apply-templates select="." mode="line"/>
    </xsl:for-each>
  </xsl:template>

  <!-- ============ Values with their labels ============ -->

  <xsl:template match="o:*" mode="words">
    <xsl:apply-templates select="." mode="line"/>
  </xsl:template>

  <!-- 机密★1年 (§7.2.2). -->
  <xsl:template match="o:secrecy" mode="words">
    <xsl:value-of select="@level"/>
    <xsl:if test="@period != ''"><xsl:value-of select="concat('★', @period)"/></xsl:if>
  </xsl:template>

  <!-- Printed at the upper right of page 1. -->
  <xsl:template match="o:proposal" mode="words">
    <xsl:value-of select="concat(@class, '类')"/>
  </xsl:template>

  <!-- The first recipient speaks for all (§7.3.2). -->
  <xsl:template match="o:recipient" mode="words">
    <xsl:call-template name="organs">
      <xsl:with-param name="of" select="../o:recipient"/>
    </xsl:call-template>
    <xsl:text>：</xsl:text>
  </xsl:template>

  <xsl:template match="o:status" mode="words">
    <xsl:value-of select="concat(normalize-space(), '。')"/>
  </xsl:template>

  <!-- 关于…的建议. -->
  <xsl:template match="o:subject" mode="words">
    <xsl:variable name="subject"><xsl:apply-templates select="." mode="line"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="starts-with($subject, '关于')"><xsl:value-of select="$subject"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('关于', $subject, '的建议')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- §7.3.5.4: 2024年1月10日. What is no ISO date is printed as it was written. -->
  <xsl:template match="o:date | o:printing-date" mode="words">
    <xsl:variable name="date" select="normalize-space()"/>
    <xsl:choose>
      <xsl:when test="translate($date, '0123456789', '0000000000') = '0000-00-00'">
        <xsl:call-template name="date"><xsl:with-param name="iso" select="$date"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$date"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="self::o:printing-date">印发</xsl:if>
  </xsl:template>

  <!-- §7.3.6: in parentheses. -->
  <xsl:template match="o:note" mode="words">
    <xsl:variable name="note"><xsl:apply-templates select="." mode="line"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="starts-with($note, '（')"><xsl:value-of select="$note"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('（', $note, '）')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="o:unit" mode="words">
    <xsl:variable name="unit"><xsl:apply-templates select="." mode="line"/></xsl:variable>
    <xsl:if test="not(starts-with($unit, '单位'))">单位：</xsl:if>
    <xsl:value-of select="$unit"/>
  </xsl:template>

  <!-- The first note below a table is labelled, unless its writer did that. -->
  <xsl:template match="o:table-note" mode="words">
    <xsl:variable name="note"><xsl:apply-templates select="." mode="line"/></xsl:variable>
    <xsl:if test="not(preceding-sibling::o:table-note or starts-with($note, '注'))">注：</xsl:if>
    <xsl:value-of select="$note"/>
  </xsl:template>

  <xsl:template match="o:disclosure" mode="words">
    <xsl:value-of select="concat('公开方式：', normalize-space())"/>
  </xsl:template>

  <!-- The first speaks for all, without the label, which stands apart (§7.4.2). -->
  <xsl:template match="o:copy-to" mode="words">
    <xsl:for-each select="../o:copy-to">
      <xsl:if test="position() > 1">，</xsl:if>
      <xsl:apply-templates select="." mode="line"/>
    </xsl:for-each>
    <xsl:if test="not(substring(../o:copy-to[last()], string-length(../o:copy-to[last()])) = '。')">。</xsl:if>
  </xsl:template>

  <!-- Where an included publication itself cannot stand. -->
  <xsl:template match="o:publication" mode="words">
    <xsl:value-of select="concat('（见印发件', @name)"/>
    <xsl:for-each select="o:parameter">
      <xsl:value-of select="concat('，', @name, '=', @value)"/>
    </xsl:for-each>
    <xsl:text>）</xsl:text>
  </xsl:template>

  <!-- Before the first of each kind: 出席：, 请假：, 列席： (§10.3). The lines after it begin under the names. -->
  <xsl:template name="attendance-label">
    <xsl:choose>
      <xsl:when test="name(preceding-sibling::*[1]) = name()">　　　</xsl:when>
      <xsl:when test="self::o:present">出席：</xsl:when>
      <xsl:when test="self::o:absent">请假：</xsl:when>
      <xsl:when test="self::o:observer">列席：</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- ============ Running text ============ -->

  <!-- A value of one line. -->
  <xsl:template match="o:*" mode="line">
    <xsl:call-template name="unfolded">
      <xsl:with-param name="text" select="string()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A piece of a paragraph. Inline elements hold nothing but text, so what stands before and after a
       piece is its sibling, or its parent's. -->
  <xsl:template match="text()" mode="text">
    <xsl:variable name="words" select="normalize-space()"/>
    <xsl:variable name="first" select="substring($words, 1, 1)"/>
    <xsl:variable name="last" select="substring($words, string-length($words))"/>
    <xsl:variable name="before" select="preceding-sibling::node()[1]"/>
    <xsl:variable name="after" select="following-sibling::node()[1]"/>
    <xsl:variable name="last-line" select="str:tokenize(concat(., '|'), '&#10;')[last()]"/>
    <xsl:choose>
      <xsl:when test="$words = ''">
        <xsl:if test="$before and $after">
          <xsl:call-template name="fold">
            <xsl:with-param name="space" select="."/>
            <xsl:with-param name="before" select="$before"/>
            <xsl:with-param name="after" select="$after"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="$before">
          <xsl:call-template name="fold">
            <xsl:with-param name="space" select="substring-before(., $first)"/>
            <xsl:with-param name="before" select="$before"/>
            <xsl:with-param name="after" select="$first"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:call-template name="unfolded">
          <xsl:with-param name="text" select="."/>
        </xsl:call-template>
        <xsl:if test="$after">
          <xsl:call-template name="fold">
            <xsl:with-param name="space"
                select="concat(substring('&#10;', 1, normalize-space($last-line) = '|'),
                               substring-after($last-line, concat($last, ' ')))"/>
            <xsl:with-param name="before" select="$last"/>
            <xsl:with-param name="after" select="$after"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Text on one line, without space at its ends. A line feed between Chinese characters is
       nothing, as on paper; between Latin ones it is a space. -->
  <xsl:template name="unfolded">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, '&#10;')">
        <xsl:variable name="lines">
          <xsl:for-each select="str:tokenize($text, '&#10;&#13;')[normalize-space() != '']">
            <line><xsl:value-of select="normalize-space()"/></line>
          </xsl:for-each>
        </xsl:variable>
        <xsl:for-each select="exsl:node-set($lines)/line">
          <xsl:if test="position() > 1">
            <xsl:call-template name="fold">
              <xsl:with-param name="space" select="'&#10;'"/>
              <xsl:with-param name="before" select="preceding-sibling::line[1]"/>
              <xsl:with-param name="after" select="."/>
            </xsl:call-template>
          </xsl:if>
          <xsl:value-of select="."/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space($text)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What white space of the file becomes between two texts. -->
  <xsl:template name="fold">
    <xsl:param name="space"/>
    <xsl:param name="before"/>
    <xsl:param name="after"/>
    <xsl:variable name="last" select="substring(normalize-space($before), string-length(normalize-space($before)))"/>
    <xsl:variable name="first" select="substring(normalize-space($after), 1, 1)"/>
    <xsl:if test="$space != '' and (not(contains($space, '&#10;'))
        or ($last != '' and contains($ascii, $last) and $first != '' and contains($ascii, $first)))">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
