<?xml version="1.0" encoding="UTF-8"?>
<!-- What goes with a volume: the cover, which says how many sheets must be there, and the list to check them by. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:template name="packing-masters">
    <fo:simple-page-master master-name="packing" page-width="297mm" page-height="210mm" margin="18mm 25mm 12mm 25mm">
      <fo:region-body margin-bottom="10mm"/>
      <fo:region-after extent="8mm" region-name="foot"/>
    </fo:simple-page-master>
  </xsl:template>

  <xsl:template name="cover">
    <fo:page-sequence master-reference="packing" force-page-count="no-force">
      <fo:flow flow-name="xsl-region-body">
        <fo:block role="H1" font-family="{$title-song}" font-size="30pt" line-height="44pt" space-before="40pt" space-before.conditionality="retain" text-align="center">
          <xsl:value-of select="concat($exam, '年', $volume/@title)"/>
        </fo:block>
        <fo:block font-family="{$title-song}" font-size="24pt" line-height="40pt" space-after="36pt" text-align="center">
          <xsl:value-of select="concat('印制分册　第', $volume/@volume, '册　共', $volume/@volumes, '册')"/>
        </fo:block>
        <fo:table table-layout="fixed" width="200mm" start-indent="24mm" font-size="{$size-3}" line-height="30pt">
          <fo:table-column column-width="60mm"/>
          <fo:table-column column-width="140mm"/>
          <fo:table-body start-indent="0pt">
            <xsl:call-template name="cover-row">
              <xsl:with-param name="label">证书编号</xsl:with-param>
              <xsl:with-param name="value" select="concat($volume/@first, ' 至 ', $volume/@last)"/>
            </xsl:call-template>
            <xsl:call-template name="cover-row">
              <xsl:with-param name="label">本册证书</xsl:with-param>
              <xsl:with-param name="value" select="concat($volume/@certificates, '张（全部', $volume/@all_certificates, '张）')"/>
            </xsl:call-template>
            <xsl:call-template name="cover-row">
              <xsl:with-param name="label">已作废、不印的编号</xsl:with-param>
              <xsl:with-param name="value">
                <xsl:value-of select="$volume/@not_printed"/>
                <xsl:if test="not($volume/@not_printed)">无</xsl:if>
              </xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="cover-row">
              <xsl:with-param name="label">发证日期</xsl:with-param>
              <xsl:with-param name="value">
                <xsl:call-template name="date"><xsl:with-param name="iso" select="$volume/@issued_on"/></xsl:call-template>
              </xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="cover-row"><xsl:with-param name="label">印制人、日期</xsl:with-param></xsl:call-template>
            <xsl:call-template name="cover-row"><xsl:with-param name="label">清点人、日期</xsl:with-param></xsl:call-template>
            <xsl:call-template name="cover-row"><xsl:with-param name="label">签收人、日期</xsl:with-param></xsl:call-template>
          </fo:table-body>
        </fo:table>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <!-- Without a value: a line to write on. -->
  <xsl:template name="cover-row">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <fo:table-row>
      <fo:table-cell>
        <fo:block font-family="{$hei}"><xsl:value-of select="$label"/></fo:block>
      </fo:table-cell>
      <fo:table-cell border-bottom="0.5pt solid black">
        <fo:block><xsl:value-of select="$value"/></fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="packing-list">
    <fo:page-sequence master-reference="packing" initial-page-number="1" id="packing-list">
      <fo:static-content flow-name="foot">
        <fo:block text-align="center" font-size="{$size-5}">
          <xsl:text>清单第</xsl:text>
          <fo:page-number/>
          <xsl:text>页　共</xsl:text>
          <fo:page-number-citation-last ref-id="packing-list"/>
          <xsl:text>页</xsl:text>
        </fo:block>
      </fo:static-content>
      <fo:flow flow-name="xsl-region-body">
        <fo:block role="H2" font-family="{$title-song}" font-size="{$size-2}" line-height="34pt" space-after="6pt" text-align="center">
          <xsl:value-of select="concat('装箱清单（第', $volume/@volume, '册，', $volume/@certificates, '张）')"/>
        </fo:block>
        <fo:table xsl:use-attribute-sets="table-5">
          <xsl:call-template name="columns"><xsl:with-param name="widths">17 52 90 60 28</xsl:with-param></xsl:call-template>
          <xsl:call-template name="heads"><xsl:with-param name="words">序号|证书编号|姓名|市州|清点</xsl:with-param></xsl:call-template>
          <fo:table-body>
            <xsl:apply-templates select="$certificates" mode="packing"/>
          </fo:table-body>
        </fo:table>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <xsl:template match="row" mode="packing">
    <fo:table-row xsl:use-attribute-sets="row">
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="@place"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="@number"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="text-cell"><fo:block><xsl:value-of select="@name"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="text-cell"><fo:block><xsl:value-of select="@region_name"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block>□</fo:block></fo:table-cell>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
