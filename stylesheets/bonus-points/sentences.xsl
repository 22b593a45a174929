<?xml version="1.0" encoding="UTF-8"?>
<!-- What the tables say in words, and what the bonus items ask for. Each sentence is there only if the figures call for
     it. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:template name="summary">
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:value-of select="$year"/>
      <xsl:text>年度</xsl:text>
      <xsl:choose>
        <xsl:when test="$sums/@claims = 0">没有收到企业的加分申报。</xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="concat('，', $sums/@enterprises, '家企业申报加分', $sums/@claims, '项、', $sums/@claimed, '分，')"/>
          <xsl:choose>
            <xsl:when test="$sums/@granted = 0">核定后没有一项予以加分。</xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="concat('核定', $sums/@enterprises_granted, '家企业加分', $sums/@granted, '项、',
                                           $sums/@points, '分（表1）。')"/>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:if test="$refused">
            <xsl:value-of select="concat('申报分值没有全部核定的', $sums/@refused, '项，理由见表')"/>
            <xsl:value-of select="1 + boolean($granted)"/>
            <xsl:text>。</xsl:text>
          </xsl:if>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$returned">
        <xsl:text>申报表被退回后没有重新报送的企业，统一社会信用代码是</xsl:text>
        <xsl:variable name="codes"><xsl:call-template name="list">
          <xsl:with-param name="of" select="$returned/@credit_code"/>
        </xsl:call-template></xsl:variable>
        <xsl:call-template name="breakable"><xsl:with-param name="text" select="$codes"/></xsl:call-template>
        <xsl:text>，没有计入。</xsl:text>
      </xsl:if>
    </fo:block>
    <xsl:if test="$doubts">
      <fo:block xsl:use-attribute-sets="paragraph">
        <xsl:text>与其他报送材料不一致、有待核实的申报：</xsl:text>
        <xsl:for-each select="$doubts">
          <xsl:if test="position() > 1">；</xsl:if>
          <xsl:call-template name="breakable">
            <xsl:with-param name="text" select="concat(@enterprise, '，', @doubt)"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:text>。</xsl:text>
      </fo:block>
    </xsl:if>
    <xsl:if test="$items">
      <fo:block xsl:use-attribute-sets="paragraph">
        <xsl:for-each select="$items"><xsl:call-template name="item-rule"/></xsl:for-each>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="item-rule">
    <xsl:value-of select="concat('加分项', @code, '：')"/>
    <xsl:choose>
      <xsl:when test="@code = 'B1'">
        <xsl:value-of select="concat('质量分管领导、首席质量官、质量部门负责人或者副职取得毕业证书，加', @points,
                                     '分；取得学位证书的，加倍。')"/>
      </xsl:when>
      <xsl:when test="@code = 'B2'">
        <xsl:value-of select="concat('质量部门职工全员报考，每人合格课程不少于', @courses, '门（免考课程不计），加', @points,
                                     '分；全员取得毕业证书的，加倍。')"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
