<?xml version="1.0" encoding="UTF-8"?>
<!-- A dossier: four numbered tables, each with all that was handed in about it. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <xsl:include href="../common/page.xsl"/>
  <xsl:include href="../common/table.xsl"/>
  <xsl:include href="../common/wording.xsl"/>

  <!-- Values in 宋体, as in other forms, not in the 仿宋 of 公文: names of rare characters are drawn in that style too, and its
       outlines are a third as long. What is the same in all dossiers stands in 黑体, whose subset is then cut once for all of
       them; figures among it do not. -->
  <xsl:variable name="values">Times New Roman, 宋体</xsl:variable>
  <xsl:variable name="same" select="concat('Times New Roman, ', $hei)"/>

  <xsl:variable name="dossier" select="/data/each/row"/>
  <xsl:variable name="person" select="/data/query[@name = 'person']/row"/>
  <xsl:variable name="work" select="/data/query[@name = 'work']/row"/>
  <xsl:variable name="modules" select="/data/query[@name = 'modules']/row"/>
  <xsl:variable name="questions" select="/data/query[@name = 'questions']/row"/>
  <xsl:variable name="papers" select="/data/query[@name = 'papers']/row"/>

  <xsl:template match="/data">
    <fo:root xsl:use-attribute-sets="root" font-family="{$values}">
      <xsl:call-template name="page-masters"/>
      <fo:page-sequence master-reference="tables">
        <xsl:call-template name="page-numbers"/>
        <fo:flow flow-name="xsl-region-body">
          <fo:block font-family="{$hei}" font-size="{$size-4}">内部材料　注意保管</fo:block>
          <fo:block xsl:use-attribute-sets="title">质量经理职业资格认证档案</fo:block>
          <xsl:call-template name="personal"/>
          <xsl:call-template name="work"/>
          <xsl:call-template name="marks"/>
          <xsl:call-template name="certification"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="heading">
    <xsl:param name="text"/>
    <fo:block role="H2" font-family="{$hei}" font-size="{$size-4}" line-height="20pt" space-before="8pt" space-after="2pt" keep-with-next.within-page="always">
      <xsl:value-of select="$text"/>
    </fo:block>
  </xsl:template>

  <!-- Two pairs of label and value a row; a value over more columns takes the rest of it. -->
  <xsl:template name="label">
    <xsl:param name="text"/>
    <fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block><xsl:value-of select="$text"/></fo:block></fo:table-cell>
  </xsl:template>
  <xsl:template name="value">
    <xsl:param name="text"/>
    <xsl:param name="columns" select="1"/>
    <fo:table-cell xsl:use-attribute-sets="text-cell">
      <xsl:if test="$columns > 1"><xsl:attribute name="number-columns-spanned"><xsl:value-of select="$columns"/></xsl:attribute></xsl:if>
      <fo:block><xsl:call-template name="value-or-dash"><xsl:with-param name="value" select="$text"/></xsl:call-template></fo:block>
    </fo:table-cell>
  </xsl:template>
  <xsl:template name="value-date">
    <xsl:param name="iso"/>
    <fo:table-cell xsl:use-attribute-sets="text-cell">
      <fo:block>
        <xsl:choose>
          <xsl:when test="$iso"><xsl:call-template name="date"><xsl:with-param name="iso" select="$iso"/></xsl:call-template></xsl:when>
          <xsl:otherwise>—</xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="personal">
    <xsl:call-template name="heading"><xsl:with-param name="text">一、基本情况</xsl:with-param></xsl:call-template>
    <fo:table xsl:use-attribute-sets="table-5">
      <xsl:call-template name="columns"><xsl:with-param name="widths">24 36 22 38 36</xsl:with-param></xsl:call-template>
      <fo:table-body>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="label"><xsl:with-param name="text">姓名</xsl:with-param></xsl:call-template>
          <xsl:call-template name="value"><xsl:with-param name="text" select="$person/@name"/><xsl:with-param name="columns" select="3"/></xsl:call-template>
          <fo:table-cell number-rows-spanned="7" xsl:use-attribute-sets="cell">
            <fo:block line-height="0pt" font-size="1pt">
              <xsl:if test="$person/@photo_sha256">
                <fo:external-graphic src="archive:{$person/@photo_sha256}" content-width="30mm" y:alternate-text="{$person/@name}的照片"/>
              </xsl:if>
            </fo:block>
          </fo:table-cell>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="label"><xsl:with-param name="text">姓名拼音</xsl:with-param></xsl:call-template>
          <xsl:call-template name="value"><xsl:with-param name="text" select="$person/@pinyin"/><xsl:with-param name="columns" select="3"/></xsl:call-template>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="label"><xsl:with-param name="text">性别</xsl:with-param></xsl:call-template>
          <xsl:call-template name="value"><xsl:with-param name="text" select="$person/@gender"/></xsl:call-template>
          <xsl:call-template name="label"><xsl:with-param name="text">身份证号</xsl:with-param></xsl:call-template>
          <xsl:call-template name="value"><xsl:with-param name="text" select="$person/@identity_number"/></xsl:call-template>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="label"><xsl:with-param name="text">学历</xsl:with-param></xsl:call-template>
          <xsl:call-template name="value"><xsl:with-param name="text" select="$person/@education"/></xsl:call-template>
          <xsl:call-template name="label"><xsl:with-param name="text">电话</xsl:with-param></xsl:call-template>
          <xsl:call-template name="value"><xsl:with-param name="text" select="$person/@phone"/></xsl:call-template>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="label"><xsl:with-param name="text">毕业院校</xsl:with-param></xsl:call-template>
          <xsl:call-template name="value"><xsl:with-param name="text" select="$person/@school"/><xsl:with-param name="columns" select="3"/></xsl:call-template>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="label"><xsl:with-param name="text">工作单位</xsl:with-param></xsl:call-template>
          <xsl:call-template name="value"><xsl:with-param name="text" select="$person/@employer"/><xsl:with-param name="columns" select="3"/></xsl:call-template>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="label"><xsl:with-param name="text">职务</xsl:with-param></xsl:call-template>
          <xsl:call-template name="value"><xsl:with-param name="text" select="$person/@post"/></xsl:call-template>
          <xsl:call-template name="label"><xsl:with-param name="text">诚信承诺</xsl:with-param></xsl:call-template>
          <xsl:call-template name="value-date"><xsl:with-param name="iso" select="$person/@statement"/></xsl:call-template>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="work">
    <xsl:call-template name="heading"><xsl:with-param name="text">二、工作经历</xsl:with-param></xsl:call-template>
    <fo:table xsl:use-attribute-sets="table-5">
      <xsl:call-template name="columns"><xsl:with-param name="widths">40 56 38 11 11</xsl:with-param></xsl:call-template>
      <xsl:call-template name="heads"><xsl:with-param name="words">起止日期|单位|职务|质量|管理</xsl:with-param></xsl:call-template>
      <fo:table-body>
        <xsl:for-each select="$work">
          <fo:table-row xsl:use-attribute-sets="row">
            <fo:table-cell xsl:use-attribute-sets="cell">
              <fo:block>
                <xsl:value-of select="concat(translate(@work_from, '-', '.'), '—')"/>
                <xsl:value-of select="translate(@work_until, '-', '.')"/>
                <xsl:if test="not(@work_until)">至今</xsl:if>
              </fo:block>
            </fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="text-cell"><fo:block><xsl:value-of select="@employer"/></fo:block></fo:table-cell>
            <xsl:call-template name="value"><xsl:with-param name="text" select="@post"/></xsl:call-template>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:call-template name="yes"><xsl:with-param name="value" select="@quality"/></xsl:call-template></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:call-template name="yes"><xsl:with-param name="value" select="@management"/></xsl:call-template></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
        <fo:table-row xsl:use-attribute-sets="total-row">
          <fo:table-cell xsl:use-attribute-sets="text-cell" number-columns-spanned="5">
            <fo:block font-family="{$same}">
              <xsl:value-of select="concat('截至评审，从事质量相关工作', floor($dossier/@quality_months div 12), '年', $dossier/@quality_months mod 12, '个月，其中管理工作', floor($dossier/@management_months div 12), '年', $dossier/@management_months mod 12, '个月。')"/>
            </fo:block>
          </fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="yes">
    <xsl:param name="value"/>
    <xsl:choose>
      <xsl:when test="$value = 'yes'">是</xsl:when>
      <xsl:otherwise>否</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Left the modules, right the open questions and what all come to. -->
  <xsl:template name="marks">
    <xsl:call-template name="heading">
      <xsl:with-param name="text">三、考试成绩</xsl:with-param>
    </xsl:call-template>
    <fo:block font-family="{$same}" font-size="{$size-5}" line-height="16pt" keep-with-next.within-page="always">
      <xsl:value-of select="concat($person/@exam_title, '，')"/>
      <xsl:call-template name="date"><xsl:with-param name="iso" select="$person/@exam_date"/></xsl:call-template>
      <xsl:text>，合格。</xsl:text>
    </fo:block>
    <fo:table keep-together.within-page="always" xsl:use-attribute-sets="table-5">
      <xsl:call-template name="columns"><xsl:with-param name="widths">46 16 16 46 16 16</xsl:with-param></xsl:call-template>
      <xsl:call-template name="heads"><xsl:with-param name="words">项目|满分|得分|项目|满分|得分</xsl:with-param></xsl:call-template>
      <fo:table-body>
        <xsl:call-template name="mark-rows"/>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- As many rows as the longer side needs. -->
  <xsl:template name="mark-rows">
    <xsl:param name="row" select="1"/>
    <xsl:variable name="open" select="count($questions)"/>
    <xsl:if test="$row &lt;= count($modules) or $row &lt;= $open + 3">
      <fo:table-row xsl:use-attribute-sets="row">
        <xsl:call-template name="mark">
          <xsl:with-param name="name" select="$modules[$row]/@name"/>
          <xsl:with-param name="most" select="$modules[$row]/@most"/>
          <xsl:with-param name="points" select="$modules[$row]/@points"/>
        </xsl:call-template>
        <xsl:choose>
          <xsl:when test="$row &lt;= $open">
            <xsl:call-template name="mark">
              <xsl:with-param name="name" select="concat('论述题第', $questions[$row]/@number, '题')"/>
              <xsl:with-param name="most" select="$questions[$row]/@most"/>
              <xsl:with-param name="points" select="$questions[$row]/@points"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:when test="$row = $open + 1">
            <xsl:call-template name="mark">
              <xsl:with-param name="name">客观题合计</xsl:with-param>
              <xsl:with-param name="most" select="sum($modules/@most)"/>
              <xsl:with-param name="points" select="$dossier/@choice"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:when test="$row = $open + 2">
            <xsl:call-template name="mark">
              <xsl:with-param name="name">论述题合计</xsl:with-param>
              <xsl:with-param name="most" select="sum($questions/@most)"/>
              <xsl:with-param name="points" select="$dossier/@open"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:when test="$row = $open + 3">
            <xsl:call-template name="mark">
              <xsl:with-param name="name">总分</xsl:with-param>
              <xsl:with-param name="most" select="sum($modules/@most) + sum($questions/@most)"/>
              <xsl:with-param name="points" select="$dossier/@total"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="mark"/>
          </xsl:otherwise>
        </xsl:choose>
      </fo:table-row>
      <xsl:call-template name="mark-rows"><xsl:with-param name="row" select="$row + 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="mark">
    <xsl:param name="name"/>
    <xsl:param name="most"/>
    <xsl:param name="points"/>
    <fo:table-cell xsl:use-attribute-sets="text-cell" font-family="{$same}"><fo:block><xsl:value-of select="$name"/></fo:block></fo:table-cell>
    <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="$most"/></fo:block></fo:table-cell>
    <fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="$points"/></fo:block></fo:table-cell>
  </xsl:template>

  <xsl:template name="certification">
    <xsl:call-template name="heading"><xsl:with-param name="text">四、认证</xsl:with-param></xsl:call-template>
    <fo:table keep-together.within-page="always" xsl:use-attribute-sets="table-5">
      <xsl:call-template name="columns"><xsl:with-param name="widths">28 50 28 50</xsl:with-param></xsl:call-template>
      <fo:table-body>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="label"><xsl:with-param name="text">收到申请</xsl:with-param></xsl:call-template>
          <xsl:call-template name="value-date"><xsl:with-param name="iso" select="$dossier/@received"/></xsl:call-template>
          <xsl:call-template name="label"><xsl:with-param name="text">报送单位</xsl:with-param></xsl:call-template>
          <xsl:call-template name="value"><xsl:with-param name="text" select="$dossier/@region_name"/></xsl:call-template>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="label"><xsl:with-param name="text">提交材料</xsl:with-param></xsl:call-template>
          <fo:table-cell xsl:use-attribute-sets="text-cell" number-columns-spanned="3">
            <fo:block font-family="{$same}">
              <xsl:for-each select="$papers">
                <xsl:value-of select="concat(position(), '.', @paper)"/>
                <xsl:if test="@characters"><xsl:value-of select="concat('（', @characters, '字）')"/></xsl:if>
                <xsl:if test="position() != last()">；</xsl:if>
              </xsl:for-each>
            </fo:block>
          </fo:table-cell>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="label"><xsl:with-param name="text">评审结论</xsl:with-param></xsl:call-template>
          <xsl:call-template name="value"><xsl:with-param name="text">同意认证</xsl:with-param></xsl:call-template>
          <xsl:call-template name="label"><xsl:with-param name="text">评审日期</xsl:with-param></xsl:call-template>
          <xsl:call-template name="value-date"><xsl:with-param name="iso" select="$dossier/@decided"/></xsl:call-template>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="label"><xsl:with-param name="text">证书编号</xsl:with-param></xsl:call-template>
          <xsl:call-template name="value"><xsl:with-param name="text" select="$dossier/@number"/></xsl:call-template>
          <xsl:call-template name="label"><xsl:with-param name="text">发证日期</xsl:with-param></xsl:call-template>
          <xsl:call-template name="value-date"><xsl:with-param name="iso" select="$dossier/@issued_on"/></xsl:call-template>
        </fo:table-row>
        <xsl:if test="$dossier/@ended">
          <fo:table-row xsl:use-attribute-sets="row">
            <xsl:call-template name="label"><xsl:with-param name="text">证书状态</xsl:with-param></xsl:call-template>
            <xsl:call-template name="value">
              <xsl:with-param name="text">
                <xsl:text>已于</xsl:text>
                <xsl:call-template name="date"><xsl:with-param name="iso" select="$dossier/@ended"/></xsl:call-template>
                <xsl:choose>
                  <xsl:when test="$dossier/@replaced_by"><xsl:value-of select="concat('换发，新证书', $dossier/@replaced_by)"/></xsl:when>
                  <xsl:otherwise>作废</xsl:otherwise>
                </xsl:choose>
                <xsl:value-of select="concat('（', $dossier/@ended_reason, '）')"/>
              </xsl:with-param>
              <xsl:with-param name="columns" select="3"/>
            </xsl:call-template>
          </fo:table-row>
        </xsl:if>
        <xsl:if test="$dossier/@replaces">
          <fo:table-row xsl:use-attribute-sets="row">
            <xsl:call-template name="label"><xsl:with-param name="text">补发换发</xsl:with-param></xsl:call-template>
            <xsl:call-template name="value">
              <xsl:with-param name="text" select="concat('代替原证书', $dossier/@replaces)"/>
              <xsl:with-param name="columns" select="3"/>
            </xsl:call-template>
          </fo:table-row>
        </xsl:if>
      </fo:table-body>
    </fo:table>
  </xsl:template>

</xsl:stylesheet>
