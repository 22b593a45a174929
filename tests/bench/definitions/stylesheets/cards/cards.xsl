<?xml version="1.0" encoding="UTF-8"?>
<!-- One page in the manner of a certificate, four faces, some sixty different glyphs. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format">
  <xsl:template match="/data">
    <fo:root font-family="Times New Roman, 仿宋" font-size="16pt">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="page" page-width="297mm" page-height="210mm" margin="25mm">
          <fo:region-body/>
        </fo:simple-page-master>
      </fo:layout-master-set>
      <fo:page-sequence master-reference="page">
        <fo:flow flow-name="xsl-region-body">
          <fo:block font-family="小标宋" font-size="36pt" text-align="center" space-after="20pt">质量经理职业资格证书</fo:block>
          <fo:block>姓名：<xsl:value-of select="each/row/@name"/></fo:block>
          <fo:block>证书编号：<xsl:value-of select="each/row/@number"/></fo:block>
          <fo:block text-indent="2em" text-align="justify">经审查、评定，<xsl:value-of select="each/row/@name"/>同志符合质量经理职业资格条件，特发此证。</fo:block>
          <fo:block font-family="楷体" text-align="end" space-before="30pt">样例质量协会</fo:block>
          <fo:block text-align="end">2024年11月30日</fo:block>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>
</xsl:stylesheet>
