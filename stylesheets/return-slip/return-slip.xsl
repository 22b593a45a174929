<?xml version="1.0" encoding="UTF-8"?>
<!-- The slip as a letter: which file, every finding, how to send again. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/wording.xsl"/>

  <xsl:variable name="submission" select="/data/query[@name = 'submission']/row"/>
  <xsl:variable name="findings" select="/data/query[@name = 'findings']/row"/>
  <xsl:variable name="errors" select="$findings[@level = 'error']"/>
  <xsl:variable name="kind-titles" select="document('kinds.xml')/kinds/kind"/>

  <xsl:template match="/data">
    <xsl:if test="not($submission)">
      <xsl:message terminate="yes">
        <xsl:text>没有收件号为</xsl:text>
        <xsl:value-of select="parameter[@name = 'submission']/@value"/>
        <xsl:text>的报送文件，无法开具退回通知单。</xsl:text>
      </xsl:message>
    </xsl:if>
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="page-masters"/>
      <fo:page-sequence master-reference="tables">
        <xsl:call-template name="page-numbers"/>
        <fo:flow flow-name="xsl-region-body">
          <fo:block space-after="{$row}" xsl:use-attribute-sets="opening-title">退回通知单</fo:block>
          <xsl:call-template name="opening"/>
          <xsl:call-template name="file-table"/>
          <xsl:if test="$findings">
            <xsl:call-template name="finding-table"/>
          </xsl:if>
          <xsl:call-template name="closing"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="opening">
    <fo:block>
      <xsl:choose>
        <xsl:when test="$submission/@sender_name">
          <xsl:value-of select="$submission/@sender_name"/>
        </xsl:when>
        <xsl:otherwise>报送单位</xsl:otherwise>
      </xsl:choose>
      <xsl:text>：</xsl:text>
    </fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:text>下列文件经核对有</xsl:text>
      <xsl:value-of select="count($errors)"/>
      <xsl:text>处错误</xsl:text>
      <xsl:if test="count($findings) > count($errors)">
        <xsl:text>、</xsl:text>
        <xsl:value-of select="count($findings) - count($errors)"/>
        <xsl:text>处提示</xsl:text>
      </xsl:if>
      <xsl:text>，没有接收，现予退回。请按表中的办法改正后重新报送。</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template name="file-table">
    <fo:table space-before="8pt" xsl:use-attribute-sets="table-5">
      <fo:table-column column-width="26mm"/>
      <fo:table-column column-width="130mm"/>
      <fo:table-body>
        <xsl:call-template name="fact">
          <xsl:with-param name="label">收件号</xsl:with-param>
          <xsl:with-param name="value" select="$submission/@id"/>
        </xsl:call-template>
        <xsl:call-template name="fact">
          <xsl:with-param name="label">文件名</xsl:with-param>
          <xsl:with-param name="value" select="$submission/@file"/>
        </xsl:call-template>
        <xsl:call-template name="fact">
          <xsl:with-param name="label">种类</xsl:with-param>
          <xsl:with-param name="value">
            <xsl:call-template name="kind-title"/>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="fact">
          <xsl:with-param name="label">报送方代码</xsl:with-param>
          <xsl:with-param name="value" select="$submission/@sender"/>
        </xsl:call-template>
        <xsl:call-template name="fact">
          <xsl:with-param name="label">年度</xsl:with-param>
          <xsl:with-param name="value" select="$submission/@period"/>
        </xsl:call-template>
        <xsl:call-template name="fact">
          <xsl:with-param name="label">文件摘要（SHA-256）</xsl:with-param>
          <xsl:with-param name="value" select="$submission/@sha256"/>
        </xsl:call-template>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="kind-title">
    <xsl:variable name="kind" select="$submission/@kind"/>
    <xsl:choose>
      <xsl:when test="not($kind)">无法辨认</xsl:when>
      <xsl:when test="$kind-titles[@name = $kind]">
        <xsl:value-of select="$kind-titles[@name = $kind]"/>
        <xsl:text>（</xsl:text>
        <xsl:value-of select="$kind"/>
        <xsl:text>）</xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$kind"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Digests and file names have no place to break of their own. -->
  <xsl:template name="fact">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <fo:table-row xsl:use-attribute-sets="row">
      <fo:table-cell xsl:use-attribute-sets="head-cell">
        <fo:block><xsl:value-of select="$label"/></fo:block>
      </fo:table-cell>
      <fo:table-cell y:line-break="anywhere" xsl:use-attribute-sets="text-cell">
        <fo:block>
          <xsl:call-template name="value-or-dash">
            <xsl:with-param name="value" select="$value"/>
          </xsl:call-template>
        </fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="finding-table">
    <fo:table space-before="12pt" xsl:use-attribute-sets="table-5">
      <fo:table-column column-width="10mm"/>
      <fo:table-column column-width="11mm"/>
      <fo:table-column column-width="17mm"/>
      <fo:table-column column-width="18mm"/>
      <fo:table-column column-width="35.5mm"/>
      <fo:table-column column-width="35.5mm"/>
      <fo:table-column column-width="29mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="head"><xsl:with-param name="text">序号</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="text">行号</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="text">记录</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="text">栏目</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="text">填写内容</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="text">问题</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head"><xsl:with-param name="text">改正办法</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:apply-templates select="$findings" mode="finding"/>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="head">
    <xsl:param name="text"/>
    <fo:table-cell xsl:use-attribute-sets="head-cell">
      <fo:block><xsl:value-of select="$text"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="row" mode="finding">
    <fo:table-row y:record="{@record}" xsl:use-attribute-sets="row">
      <fo:table-cell xsl:use-attribute-sets="cell">
        <fo:block><xsl:value-of select="@number"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <fo:block>
          <xsl:call-template name="value-or-dash">
            <xsl:with-param name="value" select="@line"/>
          </xsl:call-template>
        </fo:block>
      </fo:table-cell>
      <xsl:call-template name="sent"><xsl:with-param name="value" select="@record"/></xsl:call-template>
      <xsl:call-template name="text">
        <xsl:with-param name="value">
          <xsl:value-of select="@label"/>
          <xsl:if test="not(@label)"><xsl:value-of select="@path"/></xsl:if>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="sent"><xsl:with-param name="value" select="@value"/></xsl:call-template>
      <xsl:call-template name="text">
        <xsl:with-param name="value">
          <xsl:if test="@level != 'error'">（提示）</xsl:if>
          <xsl:value-of select="@rule"/>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="text"><xsl:with-param name="value" select="@mend"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <!-- What a sender wrote may be anything, also one word without an end: it breaks anywhere. -->
  <xsl:template name="sent">
    <xsl:param name="value"/>
    <fo:table-cell y:line-break="anywhere" xsl:use-attribute-sets="text-cell">
      <fo:block>
        <xsl:call-template name="value-or-dash">
          <xsl:with-param name="value" select="$value"/>
        </xsl:call-template>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- What the program says of it is Chinese, with a quotation here and there. -->
  <xsl:template name="text">
    <xsl:param name="value"/>
    <fo:table-cell xsl:use-attribute-sets="text-cell">
      <fo:block>
        <xsl:call-template name="breakable">
          <xsl:with-param name="text">
            <xsl:call-template name="value-or-dash">
              <xsl:with-param name="value" select="$value"/>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="closing">
    <fo:block space-before="8pt" font-size="{$size-4}" line-height="24pt"
        keep-together.within-page="always">
      <fo:block xsl:use-attribute-sets="paragraph">
        <xsl:text>改正后请把整个文件再报送一次，不要只报送改动的部分；文件名可以不变。</xsl:text>
        <xsl:text>同一单位同一年度以最后接收的一份为准，先前接收的留存备查。</xsl:text>
      </fo:block>
      <fo:block xsl:use-attribute-sets="paragraph">
        <xsl:text>退回的文件已按摘要原样留存，其中的内容没有进入数据库。</xsl:text>
        <xsl:text>与本单同时交付的slip.xml内容相同，供程序读取。</xsl:text>
      </fo:block>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
