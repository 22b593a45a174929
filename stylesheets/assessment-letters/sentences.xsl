<?xml version="1.0" encoding="UTF-8"?>
<!-- What the letter says but for the problems (problems.xsl). Each sentence is there only if the figures call for it;
     every figure is a row's own. Lists are made of nodes, so that no 、 is left over.

       opening-sentence   text of a paragraph
       overall, request   paragraphs -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:yinfa:official-document"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="o exsl">

  <!-- ============ Who speaks to whom ============ -->

  <!-- 我办, 你局 … -->
  <xsl:variable name="we"><xsl:call-template name="short-for">
    <xsl:with-param name="organ" select="$scheme/@issuer"/><xsl:with-param name="person">我</xsl:with-param>
  </xsl:call-template></xsl:variable>
  <xsl:variable name="you"><xsl:call-template name="short-for">
    <xsl:with-param name="organ" select="$city/@office"/><xsl:with-param name="person">你</xsl:with-param>
  </xsl:call-template></xsl:variable>
  <!-- 你市, 你州, 你林区 … -->
  <xsl:variable name="your-city"><xsl:call-template name="short-for">
    <xsl:with-param name="organ" select="$city/@name"/><xsl:with-param name="person">你</xsl:with-param>
    <xsl:with-param name="otherwise">地</xsl:with-param>
  </xsl:call-template></xsl:variable>

  <xsl:template name="short-for">
    <xsl:param name="organ"/>
    <xsl:param name="person"/>
    <xsl:param name="otherwise">单位</xsl:param>
    <xsl:variable name="last-three" select="substring($organ, string-length($organ) - 2)"/>
    <xsl:variable name="last" select="substring($last-three, 3)"/>
    <xsl:value-of select="$person"/>
    <xsl:choose>
      <xsl:when test="$last-three = '办公室'">办</xsl:when>
      <xsl:when test="$last-three = '委员会'">委</xsl:when>
      <xsl:when test="substring($last-three, 2) = '林区'">林区</xsl:when>
      <xsl:when test="$last != '' and contains('市州区局厅委', $last)"><xsl:value-of select="$last"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$otherwise"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============ Opening ============ -->

  <xsl:template name="opening-sentence">
    <xsl:text>根据《</xsl:text>
    <xsl:value-of select="translate($scheme/@title, '《》', '〈〉')"/>
    <xsl:text>》（</xsl:text>
    <xsl:value-of select="$scheme/@document_number"/>
    <xsl:text>），</xsl:text>
    <xsl:value-of select="$we"/>
    <xsl:text>对</xsl:text>
    <xsl:value-of select="$standing/@cities"/>
    <xsl:text>个市州</xsl:text>
    <xsl:value-of select="$year"/>
    <xsl:text>年度质量工作进行了督察考核。现将</xsl:text>
    <xsl:value-of select="$your-city"/>
    <xsl:text>考核结果函告如下：</xsl:text>
  </xsl:template>

  <!-- ============ 总体情况 ============ -->

  <xsl:template name="overall">
    <o:paragraph>
      <xsl:choose>
        <xsl:when test="$nothing">
          <xsl:call-template name="not-received"/>
          <xsl:text>考核的</xsl:text>
          <xsl:value-of select="count($indicators)"/>
          <xsl:text>项指标都没有数据，总分和名次不予计算。</xsl:text>
        </xsl:when>
        <xsl:when test="$standing/@score">
          <xsl:call-template name="score-and-place"/>
          <xsl:call-template name="against-last-year"/>
          <xsl:call-template name="reached"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="reached"/>
          <xsl:if test="$standing/@missing > 0">
            <xsl:text>没有数据的是</xsl:text>
            <xsl:call-template name="list">
              <xsl:with-param name="of" select="$indicators[@state = 'missing']/@name"/>
            </xsl:call-template>
            <xsl:text>。因数据不全，总分和名次不予计算。</xsl:text>
          </xsl:if>
          <xsl:if test="$standing/@missing = 0">没有可以计分的指标，总分和名次不予计算。</xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </o:paragraph>
  </xsl:template>

  <xsl:template name="score-and-place">
    <xsl:value-of select="$your-city"/>
    <xsl:text>得分</xsl:text>
    <xsl:value-of select="$standing/@score"/>
    <xsl:text>分（满分</xsl:text>
    <xsl:value-of select="$standing/@full_score"/>
    <xsl:text>分），在</xsl:text>
    <xsl:if test="$standing/@placed != $standing/@cities">参加排名的</xsl:if>
    <xsl:value-of select="$standing/@placed"/>
    <xsl:text>个市州中</xsl:text>
    <xsl:if test="$standing/@sharing"><xsl:value-of select="concat('与', $standing/@sharing, '并')"/></xsl:if>
    <xsl:text>列第</xsl:text>
    <xsl:value-of select="$standing/@place"/>
    <xsl:text>位。</xsl:text>
  </xsl:template>

  <xsl:template name="against-last-year">
    <xsl:choose>
      <xsl:when test="$before/@score">
        <xsl:text>上年得分</xsl:text>
        <xsl:value-of select="$before/@score"/>
        <xsl:text>分，列第</xsl:text>
        <xsl:value-of select="$before/@place"/>
        <xsl:text>位；得分</xsl:text>
        <xsl:call-template name="movement">
          <xsl:with-param name="value" select="$before/@gained"/>
          <xsl:with-param name="unit">分</xsl:with-param>
        </xsl:call-template>
        <xsl:text>，名次</xsl:text>
        <xsl:call-template name="movement">
          <xsl:with-param name="value" select="$before/@risen"/>
          <xsl:with-param name="up">上升</xsl:with-param>
          <xsl:with-param name="unit">位</xsl:with-param>
        </xsl:call-template>
        <xsl:text>。</xsl:text>
      </xsl:when>
      <xsl:when test="$before">上年没有得分和名次，不作比较。</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- How many of the indicators are reached; only the kinds there are. -->
  <xsl:template name="reached">
    <xsl:variable name="kinds">
      <xsl:call-template name="counted-kind">
        <xsl:with-param name="of" select="$indicators[@reached = 1]"/>
        <xsl:with-param name="words">达到目标的</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="counted-kind">
        <xsl:with-param name="of" select="$indicators[@reached = 0]"/>
        <xsl:with-param name="words">没有达到目标的</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="counted-kind">
        <xsl:with-param name="of" select="$indicators[@state = 'not-applicable']"/>
        <xsl:with-param name="words">不适用的</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="counted-kind">
        <xsl:with-param name="of" select="$indicators[@state = 'missing']"/>
        <xsl:with-param name="words">没有数据的</xsl:with-param>
      </xsl:call-template>
    </xsl:variable>
    <xsl:text>考核的</xsl:text>
    <xsl:value-of select="count($indicators)"/>
    <xsl:text>项指标</xsl:text>
    <xsl:choose>
      <xsl:when test="not($indicators[not(@reached = 1)])">全部达到目标。</xsl:when>
      <xsl:when test="not($indicators[not(@reached = 0)])">都没有达到目标。</xsl:when>
      <xsl:otherwise>
        <xsl:text>中，</xsl:text>
        <xsl:call-template name="list"><xsl:with-param name="of" select="exsl:node-set($kinds)/kind"/></xsl:call-template>
        <xsl:text>。</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="not-applicable"/>
  </xsl:template>

  <xsl:template name="counted-kind">
    <xsl:param name="of"/>
    <xsl:param name="words"/>
    <xsl:if test="$of"><kind><xsl:value-of select="concat($words, count($of), '项')"/></kind></xsl:if>
  </xsl:template>

  <xsl:template name="not-applicable">
    <xsl:variable name="inapplicable" select="$indicators[@state = 'not-applicable']"/>
    <xsl:if test="$inapplicable">
      <xsl:value-of select="$your-city"/>
      <xsl:text>没有</xsl:text>
      <xsl:call-template name="list"><xsl:with-param name="of" select="$inapplicable/@name"/></xsl:call-template>
      <xsl:text>的统计对象，</xsl:text>
      <xsl:choose>
        <xsl:when test="$standing/@score">其分值不计入，总分按其余指标的分值折算。</xsl:when>
        <xsl:otherwise>其分值不计入。</xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <!-- What is not in the house, by name. -->
  <xsl:template name="not-received">
    <xsl:variable name="missing" select="$returns[@state = 'missing']"/>
    <xsl:variable name="returned" select="$returns[@state = 'returned']"/>
    <xsl:if test="$missing or $returned">
      <xsl:value-of select="$your-city"/>
      <xsl:if test="$missing">
        <xsl:text>没有报送</xsl:text>
        <xsl:call-template name="titles"><xsl:with-param name="of" select="$missing"/></xsl:call-template>
        <xsl:if test="$returned">，</xsl:if>
      </xsl:if>
      <xsl:if test="$returned">
        <xsl:text>报送的</xsl:text>
        <xsl:call-template name="titles"><xsl:with-param name="of" select="$returned"/></xsl:call-template>
        <xsl:text>被退回后没有重新报送</xsl:text>
      </xsl:if>
      <xsl:text>。</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- 《甲》《乙》: no mark between titles (GB/T 15834 §4.5.3.5). -->
  <xsl:template name="titles">
    <xsl:param name="of"/>
    <xsl:for-each select="$of"><xsl:value-of select="concat('《', @title, '》')"/></xsl:for-each>
  </xsl:template>

  <!-- ============ 工作要求 ============ -->

  <xsl:template name="request">
    <xsl:variable name="wanted" select="$returns[@state != 'sent']"/>
    <o:paragraph>
      <xsl:text>请</xsl:text>
      <xsl:value-of select="$you"/>
      <xsl:choose>
        <xsl:when test="$nothing">
          <xsl:text>于</xsl:text>
          <xsl:call-template name="answer-by"/>
          <xsl:text>前报送上述材料，并书面说明没有按期报送的原因。</xsl:text>
        </xsl:when>
        <xsl:when test="exsl:node-set($problems)/*">
          <xsl:text>针对上述问题提出整改措施，明确责任和时限，抓好落实，并于</xsl:text>
          <xsl:call-template name="answer-by"/>
          <xsl:text>前将整改情况书面报送</xsl:text>
          <xsl:value-of select="$we"/>
          <xsl:if test="$wanted">
            <xsl:text>，同时补报</xsl:text>
            <xsl:call-template name="titles"><xsl:with-param name="of" select="$wanted"/></xsl:call-template>
          </xsl:if>
          <xsl:text>。</xsl:text>
        </xsl:when>
        <xsl:otherwise>总结推广好的做法，巩固考核成果，持续提升质量工作水平。</xsl:otherwise>
      </xsl:choose>
    </o:paragraph>
  </xsl:template>

  <xsl:template name="answer-by">
    <o:deadline date="{$scheme/@answer_by}">
      <xsl:call-template name="date"><xsl:with-param name="iso" select="$scheme/@answer_by"/></xsl:call-template>
    </o:deadline>
  </xsl:template>

</xsl:stylesheet>
