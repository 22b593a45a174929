<?xml version="1.0" encoding="UTF-8"?>
<!-- The page. Keys and ended numbers stand in tables that people can read; the script (script.xsl) reads them
     from there. The policy in its head lets nothing run or load but what this file holds, by digest:
     tests/web/verification.sh tells the digests anew when script or style change. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:include href="../common/wording.xsl"/>
  <xsl:include href="script.xsl"/>
  <xsl:include href="style.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:variable name="keys" select="/data/query[@name = 'keys']/row"/>
  <xsl:variable name="ended" select="/data/query[@name = 'ended']/row"/>
  <xsl:variable name="last-day" select="/data/query[@name = 'standing']/row/@last_day"/>

  <xsl:template match="/data">
    <html lang="zh-CN">
      <head>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '{$script-digest}'; style-src '{$style-digest}'; base-uri 'none'; form-action 'none'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="referrer" content="no-referrer"/>
        <title>证书核验</title>
        <xsl:call-template name="style"/>
      </head>
      <body>
        <main>
          <h1>证书核验</h1>
          <xsl:call-template name="form"/>
          <xsl:call-template name="ended-numbers"/>
          <xsl:call-template name="keys"/>
        </main>
        <xsl:call-template name="script"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="form">
    <form id="form">
      <label for="text">用手机扫证书上的二维码，把得到的整段文字（以“YF1|”开头）贴在这里：</label>
      <textarea id="text" rows="4" autocomplete="off" autocapitalize="off" spellcheck="false"></textarea>
      <p class="buttons">
        <button type="submit">核验</button>
        <button type="reset">清空</button>
      </p>
      <p id="picture-field" hidden="hidden">
        <label for="picture">或者选一张二维码的照片：</label>
        <input id="picture" type="file" accept="image/*"/>
      </p>
    </form>
    <noscript><p class="notice">浏览器关闭了脚本，不能核验签名；作废的编号可以在下面的表里查找。</p></noscript>
    <section id="result" role="status" aria-live="polite" hidden="hidden">
      <h2 id="verdict"></h2>
      <p id="why"></p>
      <dl id="facts"></dl>
      <p id="advice"></p>
    </section>
    <p class="notice">
      <xsl:text>核验在这台设备的浏览器里进行，不联网，贴进来的文字不会发往任何地方。</xsl:text>
      <xsl:if test="$last-day">
        <xsl:text>作废名单和密钥截至</xsl:text>
        <xsl:call-template name="date">
          <xsl:with-param name="iso" select="$last-day"/>
        </xsl:call-template>
        <xsl:text>最后一次变动；以后的变动见发证单位新印发的本页。</xsl:text>
      </xsl:if>
    </p>
  </xsl:template>

  <xsl:template name="ended-numbers">
    <section>
      <h2>作废的证书</h2>
      <xsl:choose>
        <xsl:when test="$ended">
          <div class="wide"><table id="ended">
            <thead><tr><th scope="col">编号</th><th scope="col">作废日期</th><th scope="col">替代它的证书</th></tr></thead>
            <tbody>
              <xsl:for-each select="$ended">
                <tr data-number="{@number}" data-day="{@ended_on}">
                  <xsl:if test="@replaced_by">
                    <xsl:attribute name="data-successor"><xsl:value-of select="@replaced_by"/></xsl:attribute>
                  </xsl:if>
                  <td><xsl:value-of select="@number"/></td>
                  <td><xsl:value-of select="@ended_on"/></td>
                  <td>
                    <xsl:value-of select="@replaced_by"/>
                    <xsl:if test="not(@replaced_by)">—</xsl:if>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table></div>
        </xsl:when>
        <xsl:otherwise><p>没有作废的证书。</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template name="keys">
    <section>
      <h2>签名公钥</h2>
      <p>证书二维码的签名用 ECDSA（P-256，SHA-256）。密钥停用以后，它以前签的证书仍然有效。</p>
      <xsl:choose>
        <xsl:when test="$keys">
          <table id="keys">
            <thead><tr><th scope="col">密钥号</th><th scope="col">启用</th><th scope="col">停用</th></tr></thead>
            <xsl:for-each select="$keys">
              <tbody data-id="{@id}" data-key="{@public_key}">
                <xsl:if test="@retired_on">
                  <xsl:attribute name="data-retired"><xsl:value-of select="@retired_on"/></xsl:attribute>
                </xsl:if>
                <tr>
                  <td><xsl:value-of select="@id"/></td>
                  <td><xsl:value-of select="@made_on"/></td>
                  <td>
                    <xsl:value-of select="@retired_on"/>
                    <xsl:if test="not(@retired_on)">在用</xsl:if>
                  </td>
                </tr>
                <tr><td colspan="3" class="key"><xsl:value-of select="@public_key"/></td></tr>
              </tbody>
            </xsl:for-each>
          </table>
        </xsl:when>
        <xsl:otherwise><p>还没有签名密钥。</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

</xsl:stylesheet>
