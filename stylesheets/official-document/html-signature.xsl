<?xml version="1.0" encoding="UTF-8"?>
<!-- 署名, 成文日期 and seals as HTML (GB/T 9704-2012 §7.3.5): each seal behind the name of its organ, the last
     behind name and date. The seals are drawn as on the pages (common/seal.xsl). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:yinfa:official-document"
    exclude-result-prefixes="o">

  <xsl:include href="../common/seal.xsl"/>
  <xsl:include href="geometry.xsl"/>

  <!-- Who signs an order. -->
  <xsl:template match="o:signature[o:signatory]" priority="2">
    <div class="signature">
      <xsl:for-each select="o:signatory">
        <p>
          <xsl:value-of select="concat(@title, '　')"/>
          <span class="signatory"><xsl:apply-templates select="." mode="words"/></span>
        </p>
      </xsl:for-each>
      <xsl:apply-templates select="o:date"/>
    </div>
  </xsl:template>

  <!-- The issuers sign where no other organ is named. A draft and what is passed on bear no seal. -->
  <xsl:template match="o:signature">
    <xsl:variable name="document" select="../.."/>
    <xsl:variable name="organs" select="o:organ | $document/o:head/o:issuer[not(current()/o:organ)]"/>
    <xsl:choose>
      <xsl:when test="@sealed = 'no' or $document/@draft = 'yes' or $document/parent::o:forwarded">
        <div class="signature">
          <xsl:for-each select="$organs"><p><xsl:apply-templates select="." mode="words"/></p></xsl:for-each>
          <xsl:apply-templates select="o:date"/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <div class="seals">
          <xsl:variable name="date" select="o:date"/>
          <xsl:for-each select="$organs">
            <xsl:variable name="is-last" select="position() = last()"/>
            <xsl:call-template name="sealed-name">
              <xsl:with-param name="date" select="$date[$is-last]"/>
              <xsl:with-param name="place" select="position()"/>
            </xsl:call-template>
          </xsl:for-each>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Context node: an organ. The seal is drawn first and lies behind.
         date    to be written below the name; none but for the last organ
         place   of the organ among those that sign -->
  <xsl:template name="sealed-name">
    <xsl:param name="date"/>
    <xsl:param name="place"/>
    <xsl:variable name="name"><xsl:apply-templates select="." mode="words"/></xsl:variable>
    <xsl:variable name="diameter">
      <xsl:call-template name="seal-diameter"><xsl:with-param name="name" select="$name"/></xsl:call-template>
    </xsl:variable>
    <div class="sealed" style="--diameter: {round($diameter)}pt">
      <xsl:call-template name="seal">
        <xsl:with-param name="name" select="$name"/>
        <xsl:with-param name="sample" select="ancestor::o:official-document[1]/@sample"/>
        <xsl:with-param name="ring" select="concat('seal-', $place)"/>
      </xsl:call-template>
      <p><xsl:value-of select="$name"/></p>
      <xsl:apply-templates select="$date"/>
    </div>
  </xsl:template>

  <!-- A draft is not dated. -->
  <xsl:template match="o:date">
    <xsl:if test="not(../../../@draft = 'yes')">
      <p>
        <time datetime="{normalize-space()}"><xsl:apply-templates select="." mode="words"/></time>
      </p>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
