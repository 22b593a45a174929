<?xml version="1.0" encoding="UTF-8"?>
<!-- The register as one page for the office's website, with a search in the browser and without a server. All entries
     stand in a table that people can read without scripts; the script (page-script.xsl) takes them from there. The
     policy in its head lets nothing run or load but what this file holds, by digest: tests/web/register.sh tells the
     digests anew when script or style change. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:include href="../common/wording.xsl"/>
  <xsl:include href="page-script.xsl"/>
  <xsl:include href="page-style.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:variable name="employers" select="/data/parameter[@name = 'employer']/@value = 'yes'"/>
  <xsl:variable name="entries" select="/data/query[@name = 'entries']/row"/>
  <xsl:variable name="standing" select="/data/query[@name = 'standing']/row"/>

  <xsl:template match="/data">
    <html lang="zh-CN">
      <head>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '{$script-digest}'; style-src '{$style-digest}'; base-uri 'none'; form-action 'none'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="referrer" content="no-referrer"/>
        <title>质量经理名录</title>
        <xsl:call-template name="style"/>
      </head>
      <body>
        <main>
          <h1>质量经理名录</h1>
          <xsl:choose>
            <xsl:when test="$entries">
              <xsl:call-template name="search"/>
              <xsl:call-template name="entries"/>
              <xsl:call-template name="script"/>
            </xsl:when>
            <xsl:otherwise><p>还没有发出证书。</p></xsl:otherwise>
          </xsl:choose>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="search">
    <p class="notice">
      <xsl:text>截至</xsl:text>
      <xsl:call-template name="date"><xsl:with-param name="iso" select="$standing/@last_day"/></xsl:call-template>
      <xsl:value-of select="concat('，共', $standing/@entries, '份，其中有效', $standing/@valid, '份，已作废', $standing/@ended, '份。')"/>
      <xsl:if test="$employers">工作单位是申请认证时的。</xsl:if>
    </p>
    <search id="search" hidden="hidden">
      <label for="words">
        <xsl:text>输入姓名、拼音</xsl:text>
        <xsl:if test="$employers">、工作单位</xsl:if>
        <xsl:text>或者编号的一部分；几个词之间空一格：</xsl:text>
      </label>
      <input id="words" type="search" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="100"/>
      <p id="found" role="status" aria-live="polite"></p>
    </search>
    <noscript><p class="notice">浏览器关闭了脚本，请用浏览器的“在页面中查找”。</p></noscript>
  </xsl:template>

  <xsl:template name="entries">
    <table id="entries">
      <thead>
        <tr>
          <th scope="col">证书编号</th>
          <th scope="col">姓名</th>
          <th scope="col">通过认证日期</th>
          <th scope="col">发证日期</th>
          <xsl:if test="$employers"><th scope="col">工作单位</th></xsl:if>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="$entries" mode="entry"/></tbody>
    </table>
    <p><button id="more" type="button" hidden="hidden">再显示一些</button></p>
  </xsl:template>

  <!-- The pinyin is for the search alone: a character that is hard to type is found by its sound. -->
  <xsl:template match="row" mode="entry">
    <tr data-pinyin="{@pinyin}">
      <xsl:if test="@ended_on"><xsl:attribute name="class">ended</xsl:attribute></xsl:if>
      <th scope="row"><xsl:value-of select="@number"/></th>
      <td><xsl:value-of select="@name"/></td>
      <td data-label="认证"><xsl:value-of select="@decided"/></td>
      <td data-label="发证"><xsl:value-of select="@issued_on"/></td>
      <xsl:if test="$employers"><td><xsl:value-of select="@employer"/></td></xsl:if>
      <td>
        <xsl:value-of select="@standing"/>
        <xsl:if test="@ended_on"><xsl:value-of select="concat('（', @ended_on, '）')"/></xsl:if>
        <xsl:if test="@replaced_by"><xsl:value-of select="concat('，由', @replaced_by, '替代')"/></xsl:if>
      </td>
    </tr>
  </xsl:template>

</xsl:stylesheet>
