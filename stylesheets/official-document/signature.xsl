<?xml version="1.0" encoding="UTF-8"?>
<!-- 署名, 成文日期 and seals, GB/T 9704-2012 §7.3.5. Called after the text and 附件说明; never alone on a page: it keeps with
     the last lines before it. The context node is o:official-document.

       sealed, one organ       the date four characters from the right, the organ centred above it, the seal
                               over both, its top within a row of the text
       sealed, several         rows of seals, each over its organ's name, the last over name and date
       no seal                 organs two characters from the right, the date two characters further in
       signatory               签名章: title, name, date

     Places are reckoned in points from the left edge of the type area. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:o="urn:yinfa:official-document"
    xmlns:p="urn:yinfa:profile"
    exclude-result-prefixes="o p">

  <!-- What stays free at the right (§7.3.5.1–3). -->
  <xsl:variable name="sealed-blank" select="$profile/p:signature/@sealed-blank * $cell-points"/>
  <xsl:variable name="unsealed-blank" select="$profile/p:signature/@unsealed-blank * $cell-points"/>

  <!-- From the row above to the seal's top: within one row of the glyphs there (§7.3.5.1). -->
  <xsl:variable name="seal-gap" select="$row-points div 4"/>

  <xsl:template name="signature">
    <xsl:variable name="organs" select="o:body/o:signature/o:organ
        | o:head/o:issuer[not(../../o:body/o:signature/o:organ) and ../../o:body/o:signature]"/>
    <xsl:choose>
      <xsl:when test="o:body/o:signature/o:signatory"><xsl:call-template name="signatories"/></xsl:when>
      <xsl:when test="not($organs)"/>
      <!-- A draft and what is passed on bear no seal. -->
      <xsl:when test="@draft = 'yes' or o:body/o:signature/@sealed = 'no' or parent::o:forwarded">
        <xsl:call-template name="unsealed"><xsl:with-param name="organs" select="$organs"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$organs[2]">
        <xsl:call-template name="sealed-by-several"><xsl:with-param name="organs" select="$organs"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="sealed-by-one"><xsl:with-param name="organs" select="$organs"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The date's width in points, on the grid's letter spacing. -->
  <xsl:template name="date-width">
    <xsl:variable name="date"><xsl:apply-templates select="o:body/o:signature/o:date" mode="words"/></xsl:variable>
    <xsl:variable name="characters-wide">
      <xsl:call-template name="text-width"><xsl:with-param name="text" select="$date"/></xsl:call-template>
    </xsl:variable>
    <xsl:value-of select="$characters-wide * $text-points"/>
  </xsl:template>

  <!-- ============ Sealed, one organ (§7.3.5.1) ============ -->

  <!-- Two rows stay empty, so that name and date lie a little below the middle of the seal, whose top is
       less than half a row below the text. A name too long to be centred on the date ends at the edge. -->
  <xsl:template name="sealed-by-one">
    <xsl:param name="organs"/>
    <xsl:variable name="date-width"><xsl:call-template name="date-width"/></xsl:variable>
    <xsl:variable name="name"><xsl:apply-templates select="$organs" mode="line"/></xsl:variable>
    <xsl:variable name="name-width"><xsl:call-template name="text-width">
      <xsl:with-param name="text" select="$name"/>
    </xsl:call-template></xsl:variable>
    <xsl:variable name="centre" select="$width-points - $sealed-blank - $date-width div 2"/>
    <xsl:variable name="start" select="2 * $centre - $width-points"/>
    <xsl:variable name="diameter"><xsl:call-template name="seal-diameter">
      <xsl:with-param name="name" select="$name"/>
    </xsl:call-template></xsl:variable>
    <!-- Two empty rows, the name, which may take more than one, and the date. -->
    <xsl:variable name="rows" select="3 + ceiling($name-width * $text-points div $width-points)"/>
    <xsl:variable name="below" select="$seal-gap + $diameter + $overhang-points - $rows * $row-points"/>
    <fo:block-container keep-with-previous.within-page="always" keep-together.within-page="always"
        height="{$rows} * {$row}" y:record="署名">
      <!-- The seal may reach below the date: that much stays free there, unless a short 附注 has its place at
           the left of it. -->
      <xsl:variable name="note"><xsl:apply-templates select="o:body/o:note" mode="words"/></xsl:variable>
      <xsl:variable name="note-width"><xsl:call-template name="text-width">
        <xsl:with-param name="text" select="$note"/>
      </xsl:call-template></xsl:variable>
      <xsl:if test="$note = '' or ($note-width + 2) * $cell-points > $centre - $diameter div 2">
        <xsl:attribute name="padding-after">
          <xsl:value-of select="concat($below * ($below > 0), 'pt')"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:call-template name="placed-seal">
        <xsl:with-param name="name" select="$name"/>
        <xsl:with-param name="diameter" select="$diameter"/>
        <xsl:with-param name="centre" select="$centre"/>
        <xsl:with-param name="top" select="$seal-gap"/>
      </xsl:call-template>
      <fo:block space-before="2 * {$row}" space-before.conditionality="retain">
        <xsl:choose>
          <xsl:when test="$name-width * $text-points > $width-points - $start">
            <xsl:attribute name="text-align">end</xsl:attribute>
          </xsl:when>
          <xsl:otherwise>
            <xsl:attribute name="start-indent"><xsl:value-of select="concat($start, 'pt')"/></xsl:attribute>
            <xsl:attribute name="text-align">center</xsl:attribute>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="$name"/>
      </fo:block>
      <fo:block text-align="end" end-indent="{$sealed-blank}pt">
        <xsl:apply-templates select="o:body/o:signature/o:date" mode="words"/>
      </fo:block>
    </fo:block-container>
  </xsl:template>

  <!-- ============ Sealed, several organs (§7.3.5.1) ============ -->

  <!-- Rows of seals, `per-row` to a row in columns of one width; a last row that is not full keeps to the
       right. Names wider than a column take more lines. -->
  <xsl:template name="sealed-by-several">
    <xsl:param name="organs"/>
    <xsl:variable name="per-row" select="$profile/p:seal/@per-row"/>
    <xsl:variable name="gap" select="substring-before($profile/p:seal/@gap, 'mm') * $millimetre"/>
    <xsl:variable name="diameter"><xsl:call-template name="widest-seal">
      <xsl:with-param name="organs" select="$organs"/>
    </xsl:call-template></xsl:variable>
    <xsl:variable name="date-width"><xsl:call-template name="date-width"/></xsl:variable>
    <xsl:variable name="count" select="count($organs)"/>
    <xsl:variable name="rows" select="ceiling($count div $per-row)"/>
    <xsl:variable name="in-last-row" select="$count - ($rows - 1) * $per-row"/>
    <!-- The last column is where the date ends four characters from the edge, the others at the left of it. Where
         that leaves less than 2 mm between seals, the columns are shared out evenly. -->
    <xsl:variable name="last-centre" select="$width-points - $sealed-blank - $date-width div 2"/>
    <xsl:variable name="to-the-left" select="($last-centre - $diameter div 2) div ($per-row - 1)"/>
    <xsl:variable name="fits" select="$to-the-left >= $diameter + 2 * $millimetre"/>
    <xsl:variable name="even" select="$width-points div $per-row"/>
    <xsl:variable name="column" select="$to-the-left * ($fits and $to-the-left &lt; $even)
        + $even * not($fits and $to-the-left &lt; $even)"/>
    <fo:block-container keep-with-previous.within-page="always" y:record="署名"
        keep-together.within-page="always"
        height="{$seal-gap + $rows * ($diameter + $gap)}pt">
      <xsl:for-each select="$organs">
        <xsl:variable name="row-number" select="ceiling(position() div $per-row)"/>
        <xsl:variable name="place" select="position() - ($row-number - 1) * $per-row"/>
        <xsl:variable name="full" select="$row-number &lt; $rows or $in-last-row = $per-row"/>
        <!-- Two organs alone have wider columns. -->
        <xsl:variable name="width" select="$column * (1 + 0.3 * ($count = 2))"/>
        <xsl:variable name="from-last" select="$per-row * $full + $in-last-row * not($full) - $place"/>
        <xsl:variable name="centre" select="($fits or not($full)) * ($last-centre - $from-last * $width)
            + ($full and not($fits)) * ($place - 0.5) * $column"/>
        <xsl:variable name="top" select="$seal-gap + ($row-number - 1) * ($diameter + $gap)"/>
        <xsl:variable name="name"><xsl:apply-templates select="." mode="line"/></xsl:variable>
        <xsl:variable name="own-diameter"><xsl:call-template name="seal-diameter">
          <xsl:with-param name="name" select="$name"/>
        </xsl:call-template></xsl:variable>
        <xsl:call-template name="placed-seal">
          <xsl:with-param name="name" select="$name"/>
          <xsl:with-param name="diameter" select="$own-diameter"/>
          <xsl:with-param name="centre" select="$centre"/>
          <xsl:with-param name="top" select="$top"/>
        </xsl:call-template>
        <!-- The names of a row stand in one line, a quarter of a row below the middle of the seals, the date
             below the last; a name of two lines stands in the middle. -->
        <xsl:variable name="name-width"><xsl:call-template name="text-width">
          <xsl:with-param name="text" select="$name"/>
        </xsl:call-template></xsl:variable>
        <xsl:variable name="lines" select="ceiling($name-width * $text-points div $width)"/>
        <fo:block-container absolute-position="absolute" left="{$centre - $width div 2}pt" width="{$width}pt"
            top="{$top + $own-diameter div 2 - $row-points div 4 * (3 * $lines - 2)}pt"
            height="{($lines + 1) * $row-points}pt">
          <fo:block text-align="center" y:text-wrap="balance"><xsl:value-of select="$name"/></fo:block>
          <xsl:if test="position() = last()">
            <fo:block text-align="center">
              <xsl:apply-templates select="ancestor::o:official-document[1]/o:body/o:signature/o:date" mode="words"/>
            </fo:block>
          </xsl:if>
        </fo:block-container>
      </xsl:for-each>
      <fo:block/>
    </fo:block-container>
  </xsl:template>

  <!-- ============ No seal (§7.3.5.2) ============ -->

  <!-- One row stays empty. Organs end two characters from the right, several spread to one width; the date
       begins two characters right of them. A date longer than the organ's name ends two characters from the
       right itself, and the name moves to the left for it. -->
  <xsl:template name="unsealed">
    <xsl:param name="organs"/>
    <xsl:variable name="longest"><xsl:call-template name="widest">
      <xsl:with-param name="of" select="$organs"/>
    </xsl:call-template></xsl:variable>
    <xsl:variable name="date-width"><xsl:call-template name="date-width"/></xsl:variable>
    <xsl:variable name="name-width" select="$longest * $text-points"/>
    <xsl:variable name="right" select="$width-points - $unsealed-blank"/>
    <xsl:variable name="longer-date" select="$date-width > $name-width"/>
    <xsl:variable name="name-start" select="not($longer-date) * ($right - $name-width)
        + $longer-date * ($right - $date-width - 2 * $cell-points)"/>
    <xsl:variable name="start" select="$name-start * ($name-start > 0)"/>
    <fo:block keep-with-previous.within-page="always" keep-together.within-page="always"
        space-before="{$row}" y:record="署名">
      <xsl:for-each select="$organs">
        <fo:block start-indent="{$start}pt" end-indent="{$width-points - $start - $name-width - 0.1}pt">
          <xsl:if test="$organs[2]">
            <xsl:attribute name="text-align-last">justify</xsl:attribute>
          </xsl:if>
          <xsl:apply-templates select="." mode="line"/>
        </fo:block>
      </xsl:for-each>
      <xsl:if test="not(@draft = 'yes')">
        <fo:block start-indent="{$start + 2 * $cell-points}pt">
          <xsl:apply-templates select="o:body/o:signature/o:date" mode="words"/>
        </fo:block>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <!-- ============ 签名章 (§7.3.5.3) ============ -->

  <!-- Two rows stay empty; the name, in red, four characters from the right, the title two characters left of
       it; one empty row; the date four characters from the right. Several stand below each other. -->
  <xsl:template name="signatories">
    <xsl:variable name="size" select="number(substring-before($size-2, 'pt'))"/>
    <xsl:variable name="longest"><xsl:call-template name="widest">
      <xsl:with-param name="of" select="o:body/o:signature/o:signatory"/>
    </xsl:call-template></xsl:variable>
    <xsl:variable name="name-width" select="($longest * ($longest > 3) + 3 * ($longest &lt;= 3)) * $size"/>
    <fo:block keep-with-previous.within-page="always" keep-together.within-page="always"
        space-before="2 * {$row}" y:record="签署人">
      <fo:table table-layout="fixed" width="100%">
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-column column-width="2 * {$character-cell}"/>
        <fo:table-column column-width="{$name-width}pt"/>
        <fo:table-column column-width="{$sealed-blank}pt"/>
        <fo:table-body>
          <xsl:for-each select="o:body/o:signature/o:signatory">
            <fo:table-row>
              <fo:table-cell display-align="center">
                <fo:block text-align="end"><xsl:value-of select="normalize-space(@title)"/></fo:block>
              </fo:table-cell>
              <fo:table-cell><fo:block/></fo:table-cell>
              <fo:table-cell display-align="center">
                <fo:block font-family="{$kai}" font-size="{$size}pt" color="{$red}">
                  <xsl:call-template name="name-in-column">
                    <xsl:with-param name="name" select="normalize-space()"/>
                  </xsl:call-template>
                </fo:block>
              </fo:table-cell>
              <fo:table-cell><fo:block/></fo:table-cell>
            </fo:table-row>
          </xsl:for-each>
        </fo:table-body>
      </fo:table>
      <fo:block text-align="end" end-indent="{$sealed-blank}pt" space-before="{$row}"
          keep-with-previous.within-page="always">
        <xsl:apply-templates select="o:body/o:signature/o:date" mode="words"/>
      </fo:block>
    </fo:block>
  </xsl:template>

  <!-- ============ Seals ============ -->

  <!-- Drawn before the text that stands over it: an opaque seal below, black type above, as printed.
         centre, top   points from the left edge and from the top of the container around it -->
  <xsl:template name="placed-seal">
    <xsl:param name="name"/>
    <xsl:param name="diameter"/>
    <xsl:param name="centre"/>
    <xsl:param name="top"/>
    <fo:block-container absolute-position="absolute" top="{$top}pt" left="{$centre - $diameter div 2}pt"
        width="{$diameter}pt" height="{$diameter}pt">
      <fo:block line-height="0pt" font-size="0.1pt">
        <fo:instream-foreign-object y:alternate-text="{concat('印章：', $name)}"
            width="{$diameter}pt" height="{$diameter}pt" content-width="scale-to-fit" content-height="scale-to-fit">
          <xsl:call-template name="seal">
            <xsl:with-param name="name" select="$name"/>
            <xsl:with-param name="sample" select="ancestor-or-self::o:official-document[1]/@sample"/>
          </xsl:call-template>
        </fo:instream-foreign-object>
      </fo:block>
    </fo:block-container>
  </xsl:template>

  <xsl:template name="widest-seal">
    <xsl:param name="organs"/>
    <xsl:variable name="diameters">
      <xsl:for-each select="$organs">
        <xsl:call-template name="seal-diameter">
          <xsl:with-param name="name" select="normalize-space()"/>
        </xsl:call-template>
        <xsl:text> </xsl:text>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each select="str:tokenize($diameters, ' ')" xmlns:str="http://exslt.org/strings">
      <xsl:sort data-type="number" order="descending"/>
      <xsl:if test="position() = 1"><xsl:value-of select="."/></xsl:if>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
