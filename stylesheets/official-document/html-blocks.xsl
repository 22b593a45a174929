<?xml version="1.0" encoding="UTF-8"?>
<!-- The blocks of a text as HTML: headings, paragraphs, lists, tables, figures, footnotes. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:yinfa:official-document"
    exclude-result-prefixes="o">

  <xsl:include href="table-grid.xsl"/>
  <xsl:key name="column" match="o:column" use="generate-id(..)"/>

  <!-- The document's title is h1; a forwarded document and an annex stand one level below what they
       belong to. HTML has six levels. -->
  <xsl:template match="o:title | o:heading | o:recommendation/o:subject">
    <xsl:variable name="level" select="sum(@level) + boolean(self::o:subject) + 1
        + count(ancestor::o:forwarded) + count(ancestor::o:annex)"/>
    <xsl:element name="h{$level - ($level > 6) * ($level - 6)}">
      <xsl:attribute name="class">
        <xsl:choose>
          <xsl:when test="self::o:title">title</xsl:when>
          <xsl:otherwise>level-<xsl:value-of select="sum(@level) + boolean(self::o:subject)"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:apply-templates select="self::o:heading | self::o:subject/.." mode="number"/>
      <xsl:choose>
        <xsl:when test="self::o:heading"><xsl:apply-templates/></xsl:when>
        <xsl:otherwise>
          <xsl:variable name="words"><xsl:apply-templates select="." mode="words"/></xsl:variable>
          <xsl:call-template name="numbers-kept"><xsl:with-param name="text" select="string($words)"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <!-- A number in a title is not parted from what it counts: 2024年, 第3届. Browsers would. The template calls
       itself once a number. -->
  <xsl:template name="numbers-kept">
    <xsl:param name="text"/>
    <xsl:variable name="shape" select="translate($text, '123456789', '000000000')"/>
    <xsl:choose>
      <xsl:when test="contains($shape, '0')">
        <xsl:variable name="before" select="substring-before($shape, '0')"/>
        <xsl:variable name="from-number" select="substring($shape, string-length($before) + 1)"/>
        <xsl:variable name="next" select="substring(translate($from-number, '0', ''), 1, 1)"/>
        <xsl:variable name="length" select="string-length(substring-before($from-number, $next))
            + ($next = '') * string-length($from-number) + ($next != '')"/>
        <xsl:value-of select="substring($text, 1, string-length($before))"/>
        <span class="unbroken">
          <xsl:value-of select="substring($text, string-length($before) + 1, $length)"/>
        </span>
        <xsl:call-template name="numbers-kept">
          <xsl:with-param name="text" select="substring($text, string-length($before) + $length + 1)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="o:text">
    <xsl:apply-templates select="o:*"/>
    <xsl:if test=".//o:footnote">
      <section class="footnotes" aria-label="脚注">
        <xsl:apply-templates select=".//o:footnote" mode="note"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="o:recommendation">
    <xsl:apply-templates select="o:subject"/>
    <p><xsl:apply-templates select="o:status" mode="words"/></p>
    <xsl:apply-templates select="o:*[not(self::o:subject or self::o:status)]"/>
  </xsl:template>

  <!-- A lead begins its paragraph in the typeface of its level, its number with it. -->
  <xsl:template match="o:paragraph">
    <p>
      <xsl:choose>
        <xsl:when test="o:lead">
          <span class="level-{concat(@level, substring('2', 1, not(@level)))}">
            <xsl:apply-templates select="." mode="number"/>
            <xsl:apply-templates select="o:lead/text()"/>
          </span>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="." mode="number"/></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="node()[not(self::o:lead)]"/>
    </p>
  </xsl:template>

  <!-- The numbers are the document's own words, not the browser's. -->
  <xsl:template match="o:list">
    <ul>
      <xsl:for-each select="o:item">
        <li>
          <xsl:apply-templates select="." mode="number"/>
          <xsl:apply-templates/>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- ============ Tables ============ -->

  <!-- A table of many columns is not squeezed: it moves sideways within its frame, which the keyboard
       reaches too. -->
  <xsl:template match="o:table">
    <div class="wide" role="region" tabindex="0">
      <xsl:attribute name="aria-label">
        <xsl:apply-templates select="o:caption" mode="words"/>
        <xsl:if test="not(o:caption)">表格</xsl:if>
      </xsl:attribute>
      <table style="min-width: {count(o:column) * 3.5}em">
        <xsl:if test="o:caption | o:unit">
          <caption>
            <xsl:apply-templates select="o:caption" mode="words"/>
            <xsl:for-each select="o:unit">
              <span class="unit"><xsl:apply-templates select="." mode="words"/></span>
            </xsl:for-each>
          </caption>
        </xsl:if>
        <xsl:if test="o:header">
          <thead><xsl:apply-templates select="o:header" mode="grid"/></thead>
        </xsl:if>
        <tbody><xsl:apply-templates select="o:row" mode="grid"/></tbody>
      </table>
    </div>
    <xsl:for-each select="o:table-note">
      <p class="table-note"><xsl:apply-templates select="." mode="words"/></p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="o:header | o:row" mode="grid-row">
    <xsl:param name="covered"/>
    <tr>
      <xsl:call-template name="grid-cells">
        <xsl:with-param name="covered" select="$covered"/>
      </xsl:call-template>
    </tr>
  </xsl:template>

  <xsl:template match="o:header | o:row" mode="grid-covered"/>

  <xsl:template match="o:header/o:cell" mode="grid-cell">
    <th scope="col">
      <xsl:if test="@columns > 1"><xsl:attribute name="scope">colgroup</xsl:attribute></xsl:if>
      <xsl:call-template name="cell"/>
    </th>
  </xsl:template>

  <xsl:template match="o:row/o:cell" mode="grid-cell">
    <xsl:param name="column"/>
    <xsl:variable name="align" select="key('column', generate-id(../..))[position() = $column]/@align"/>
    <td>
      <xsl:if test="$align = 'start' or $align = 'end'">
        <xsl:attribute name="class"><xsl:value-of select="$align"/></xsl:attribute>
      </xsl:if>
      <xsl:call-template name="cell"/>
    </td>
  </xsl:template>

  <xsl:template name="cell">
    <xsl:if test="@columns > 1"><xsl:attribute name="colspan"><xsl:value-of select="@columns"/></xsl:attribute></xsl:if>
    <xsl:if test="@rows > 1"><xsl:attribute name="rowspan"><xsl:value-of select="@rows"/></xsl:attribute></xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- ============ Inline ============ -->

  <xsl:template match="text()">
    <xsl:apply-templates select="." mode="text"/>
  </xsl:template>

  <xsl:template match="o:emphasis"><em><xsl:apply-templates/></em></xsl:template>
  <xsl:template match="o:superscript"><sup><xsl:apply-templates/></sup></xsl:template>
  <xsl:template match="o:subscript"><sub><xsl:apply-templates/></sub></xsl:template>
  <xsl:template match="o:deadline">
    <time datetime="{@date}"><xsl:apply-templates/></time>
  </xsl:template>

  <!-- What is wider than a telephone has to break. -->
  <xsl:template match="o:unbroken">
    <span>
      <xsl:if test="string-length() &lt; 16"><xsl:attribute name="class">unbroken</xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- The mark leads to the note and the note back. -->
  <xsl:template match="o:footnote">
    <xsl:variable name="count"><xsl:call-template name="count"/></xsl:variable>
    <sup>
      <a id="mark-{$count}" href="#note-{$count}" role="doc-noteref">
        <xsl:apply-templates select="." mode="number"/>
      </a>
    </sup>
  </xsl:template>

  <xsl:template match="o:footnote" mode="note">
    <xsl:variable name="count"><xsl:call-template name="count"/></xsl:variable>
    <p id="note-{$count}">
      <a href="#mark-{$count}" role="doc-backlink">
        <xsl:attribute name="aria-label">回到正文<xsl:apply-templates select="." mode="number"/></xsl:attribute>
        <xsl:apply-templates select="." mode="number"/>
      </a>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <!-- ============ Figures ============ -->

  <!-- The program puts the archived picture in the place of its digest. -->
  <xsl:template match="o:figure">
    <figure>
      <img src="archive:{@sha256}">
        <xsl:attribute name="alt"><xsl:apply-templates select="o:description" mode="words"/></xsl:attribute>
        <xsl:if test="@width"><xsl:attribute name="style">width: <xsl:value-of select="@width"/>mm</xsl:attribute></xsl:if>
      </img>
      <xsl:for-each select="o:caption">
        <figcaption><xsl:apply-templates select="." mode="words"/></figcaption>
      </xsl:for-each>
    </figure>
  </xsl:template>

</xsl:stylesheet>
