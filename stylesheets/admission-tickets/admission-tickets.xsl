<?xml version="1.0" encoding="UTF-8"?>
<!-- One candidate's sheet: above, what the candidate keeps (who, where, when, the rules); below the cut line, what the
     invigilator keeps (stub.xsl). Black on white, so that any printer will do. One sheet however long its names are:
     what does not fit goes smaller (`fitted`). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="str">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/wording.xsl"/>
  <xsl:include href="../common/examination.xsl"/>
  <xsl:include href="stub.xsl"/>

  <xsl:variable name="sitting" select="/data/query[@name = 'sitting']/row"/>
  <xsl:variable name="candidate" select="/data/each/row"/>
  <xsl:variable name="rules" select="document('rules.xml')/rules/rule"/>

  <!-- All is 黑体 but what is the candidate's alone: name and gender are 宋体, for which rare characters have faces of that
       style. So a font of the same characters is made ready once for all tickets of a site, and 黑体 has the shortest
       outlines: a ticket is sent by mail and kept in telephones. -->
  <xsl:variable name="own">宋体</xsl:variable>

  <!-- 二寸. -->
  <xsl:variable name="photo-width">35mm</xsl:variable>
  <xsl:variable name="photo-height">49mm</xsl:variable>

  <xsl:template match="/data">
    <xsl:call-template name="check-sitting">
      <xsl:with-param name="sitting" select="$sitting"/>
      <xsl:with-param name="exam" select="parameter[@name = 'exam']/@value"/>
    </xsl:call-template>
    <fo:root xsl:use-attribute-sets="root" font-family="{$hei}">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="ticket" page-width="{$page-width}" page-height="{$page-height}"
            margin="17mm 20mm 12mm">
          <fo:region-body margin-bottom="{$stub-height}"/>
          <fo:region-after region-name="stub" extent="{$stub-height}"/>
        </fo:simple-page-master>
        <!-- A second page (longer rules?) is told of by this name. -->
        <fo:page-sequence-master master-name="准考证一页">
          <fo:single-page-master-reference master-reference="ticket"/>
        </fo:page-sequence-master>
      </fo:layout-master-set>
      <fo:page-sequence master-reference="准考证一页">
        <fo:static-content flow-name="stub">
          <xsl:call-template name="stub"/>
        </fo:static-content>
        <fo:flow flow-name="xsl-region-body">
          <fo:block font-size="18pt" line-height="26pt" text-align="center">
            <xsl:call-template name="fitted">
              <xsl:with-param name="text" select="$sitting/@title"/>
              <xsl:with-param name="line" select="26"/>
              <xsl:with-param name="sizes">66:14 200:10</xsl:with-param>
            </xsl:call-template>
            <xsl:value-of select="$sitting/@title"/>
          </fo:block>
          <fo:block role="H1" font-size="26pt" line-height="40pt" letter-spacing="0.4em"
              text-indent="0.4em" text-align="center" space-after="4pt">准考证</fo:block>
          <xsl:call-template name="who-and-where"/>
          <xsl:call-template name="what-and-when"/>
          <xsl:call-template name="rules"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- ============ Who, and on which seat ============ -->

  <xsl:attribute-set name="ticket-table" use-attribute-sets="table">
    <xsl:attribute name="font-size"><xsl:value-of select="$size-small-4"/></xsl:attribute>
    <xsl:attribute name="line-height">17pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- Values stand at the left of their cells, where the eye finds them below one another. -->
  <xsl:attribute-set name="value-cell" use-attribute-sets="cell">
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="padding-start">6pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- What is looked for in a hurry, at the door and in the room. -->
  <xsl:attribute-set name="large">
    <xsl:attribute name="font-size"><xsl:value-of select="$size-3"/></xsl:attribute>
    <xsl:attribute name="line-height">20pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:template name="who-and-where">
    <fo:table xsl:use-attribute-sets="ticket-table">
      <xsl:call-template name="columns"><xsl:with-param name="widths">25 22 31 52 40</xsl:with-param></xsl:call-template>
      <fo:table-body>
        <fo:table-row height="10.6mm">
          <xsl:call-template name="label"><xsl:with-param name="text">准考证号</xsl:with-param></xsl:call-template>
          <fo:table-cell number-columns-spanned="3" xsl:use-attribute-sets="value-cell">
            <fo:block letter-spacing="0.06em" xsl:use-attribute-sets="large">
              <xsl:value-of select="$candidate/@admission_number"/>
            </fo:block>
          </fo:table-cell>
          <fo:table-cell number-rows-spanned="5" xsl:use-attribute-sets="cell">
            <xsl:call-template name="photo"/>
          </fo:table-cell>
        </fo:table-row>
        <fo:table-row height="10.6mm">
          <xsl:call-template name="label"><xsl:with-param name="text">姓　　名</xsl:with-param></xsl:call-template>
          <fo:table-cell number-columns-spanned="3" xsl:use-attribute-sets="value-cell">
            <xsl:call-template name="name"/>
          </fo:table-cell>
        </fo:table-row>
        <fo:table-row height="10.6mm">
          <xsl:call-template name="label"><xsl:with-param name="text">性　　别</xsl:with-param></xsl:call-template>
          <fo:table-cell font-family="{$own}" xsl:use-attribute-sets="value-cell">
            <fo:block><xsl:value-of select="$candidate/@gender"/></fo:block>
          </fo:table-cell>
          <xsl:call-template name="pair">
            <xsl:with-param name="label">身份证件号码</xsl:with-param>
            <xsl:with-param name="value" select="$candidate/@identity_number"/>
          </xsl:call-template>
        </fo:table-row>
        <fo:table-row height="10.6mm">
          <xsl:call-template name="pair">
            <xsl:with-param name="label">考　　点</xsl:with-param>
            <xsl:with-param name="value" select="$candidate/@site_name"/>
            <xsl:with-param name="columns" select="3"/>
            <xsl:with-param name="line" select="24"/>
            <xsl:with-param name="sizes" select="$place-sizes"/>
          </xsl:call-template>
        </fo:table-row>
        <fo:table-row height="10.6mm">
          <xsl:call-template name="pair">
            <xsl:with-param name="label">考点地址</xsl:with-param>
            <xsl:with-param name="value" select="$candidate/@address"/>
            <xsl:with-param name="columns" select="3"/>
            <xsl:with-param name="line" select="24"/>
            <xsl:with-param name="sizes" select="$place-sizes"/>
          </xsl:call-template>
        </fo:table-row>
        <fo:table-row height="11mm">
          <xsl:call-template name="label"><xsl:with-param name="text">考　　场</xsl:with-param></xsl:call-template>
          <fo:table-cell number-columns-spanned="2" xsl:use-attribute-sets="value-cell">
            <fo:block xsl:use-attribute-sets="large">
              <xsl:value-of select="concat('第', $candidate/@room, '考场')"/>
            </fo:block>
          </fo:table-cell>
          <fo:table-cell number-columns-spanned="2" xsl:use-attribute-sets="value-cell">
            <fo:block xsl:use-attribute-sets="large">
              <fo:inline font-size="{$size-small-4}">座位号　</fo:inline>
              <xsl:value-of select="$candidate/@seat"/>
            </fo:block>
          </fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="label">
    <xsl:param name="text"/>
    <fo:table-cell xsl:use-attribute-sets="cell">
      <fo:block><xsl:value-of select="$text"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- A label and its value, which takes so many columns; line and sizes: of `fitted`. -->
  <xsl:template name="pair">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:param name="columns" select="1"/>
    <xsl:param name="line"/>
    <xsl:param name="sizes"/>
    <xsl:call-template name="label"><xsl:with-param name="text" select="$label"/></xsl:call-template>
    <fo:table-cell number-columns-spanned="{$columns}" xsl:use-attribute-sets="value-cell">
      <fo:block>
        <xsl:if test="$line">
          <xsl:call-template name="fitted">
            <xsl:with-param name="text" select="$value"/>
            <xsl:with-param name="line" select="$line"/>
            <xsl:with-param name="sizes" select="$sizes"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:value-of select="$value"/>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="name">
    <fo:block font-family="{$own}" font-size="{$size-4}"><xsl:value-of select="$candidate/@name"/></fo:block>
  </xsl:template>

  <!-- The size of a block's text that is longer than a line, its lines close.
         line   how many characters a line holds
         sizes  up to how many characters which size, pt; the session's names have 200 at most -->
  <xsl:template name="fitted">
    <xsl:param name="text"/>
    <xsl:param name="line"/>
    <xsl:param name="sizes"/>
    <xsl:variable name="length" select="string-length($text)"/>
    <xsl:if test="$length > $line">
      <xsl:variable name="step" select="str:tokenize($sizes, ' ')[substring-before(., ':') >= $length][1]"/>
      <xsl:attribute name="font-size"><xsl:value-of select="concat(substring-after($step, ':'), 'pt')"/></xsl:attribute>
      <xsl:attribute name="line-height">1.2</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- Of site and address: two lines in a row of usual height, then three, then six. -->
  <xsl:variable name="place-sizes">52:10.5 92:9 200:7.5</xsl:variable>

  <!-- The candidate's photograph, whole: one of 35 × 53 stands a little narrower in the frame of 35 × 49. -->
  <xsl:template name="photo">
    <xsl:param name="width" select="$photo-width"/>
    <xsl:param name="height" select="$photo-height"/>
    <fo:block font-size="1pt" line-height="1pt">
      <fo:external-graphic src="url(archive:{$candidate/@photo_sha256})" width="{$width}" height="{$height}"
          content-width="scale-to-fit" content-height="scale-to-fit" text-align="center"
          y:alternate-text="{$candidate/@name}的照片"/>
    </fo:block>
  </xsl:template>

  <!-- ============ When, and what ============ -->

  <xsl:template name="what-and-when">
    <fo:table space-before="4mm" xsl:use-attribute-sets="ticket-table">
      <xsl:call-template name="columns"><xsl:with-param name="widths">25 145</xsl:with-param></xsl:call-template>
      <fo:table-body>
        <fo:table-row height="9mm">
          <xsl:call-template name="label"><xsl:with-param name="text">考试时间</xsl:with-param></xsl:call-template>
          <fo:table-cell xsl:use-attribute-sets="value-cell"><fo:block><xsl:call-template name="time"/></fo:block></fo:table-cell>
        </fo:table-row>
        <fo:table-row height="9mm">
          <xsl:call-template name="label"><xsl:with-param name="text">试　　卷</xsl:with-param></xsl:call-template>
          <fo:table-cell xsl:use-attribute-sets="value-cell"><fo:block><xsl:call-template name="papers"/></fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="time">
    <xsl:call-template name="day-and-hours"><xsl:with-param name="sitting" select="$sitting"/></xsl:call-template>
    <xsl:value-of select="concat('，共', $sitting/@minutes, '分钟')"/>
  </xsl:template>

  <xsl:template name="papers">
    <xsl:value-of select="concat('客观题', $sitting/@choice_items, '题，', $sitting/@choice_points, '分；论述题',
        $sitting/@open_offered, '题，选答', $sitting/@open_chosen, '题，每题', $sitting/@open_points, '分；满分',
        $sitting/@choice_points + $sitting/@open_total, '分')"/>
  </xsl:template>

  <!-- ============ The rules ============ -->

  <!-- With several very long names above, the rules step back. -->
  <xsl:variable name="crowded" select="string-length(concat($sitting/@title, $sitting/@organiser, $candidate/@site_name,
      $candidate/@address)) > 380"/>

  <xsl:template name="rules">
    <fo:block font-size="{$size-small-4}" line-height="18pt" text-align="center" space-before="4mm">
      <xsl:if test="$crowded"><xsl:attribute name="space-before">1mm</xsl:attribute></xsl:if>
      <xsl:text>考生须知</xsl:text>
    </fo:block>
    <fo:list-block font-size="{$size-5}" line-height="16.5pt" provisional-distance-between-starts="1.5em"
        provisional-label-separation="0pt">
      <xsl:if test="$crowded">
        <xsl:attribute name="font-size">8pt</xsl:attribute>
        <xsl:attribute name="line-height">10pt</xsl:attribute>
      </xsl:if>
      <xsl:for-each select="$rules">
        <fo:list-item>
          <fo:list-item-label end-indent="label-end()">
            <fo:block><xsl:value-of select="position()"/>.</fo:block>
          </fo:list-item-label>
          <fo:list-item-body start-indent="body-start()">
            <fo:block text-align="justify"><xsl:value-of select="."/></fo:block>
          </fo:list-item-body>
        </fo:list-item>
      </xsl:for-each>
    </fo:list-block>
    <fo:block font-size="{$size-small-4}" line-height="18pt" text-align="end" space-before="2mm">
      <xsl:call-template name="fitted">
        <xsl:with-param name="text" select="$sitting/@organiser"/>
        <xsl:with-param name="line" select="40"/>
        <xsl:with-param name="sizes">200:9</xsl:with-param>
      </xsl:call-template>
      <xsl:value-of select="$sitting/@organiser"/>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
