<?xml version="1.0" encoding="UTF-8"?>
<!-- Counting, once for the whole document and in time that grows with its length: a document of a thousand
     headings that each looked back for those before it would take minutes. wording.xsl makes numbers of the
     counts.

       count   template; context node a heading, a numbered paragraph, a recommendation, an item, a footnote, an
               annex, its title or a line of 附件说明: which it is, from 1

     The counts stand in a tree, a <number> each, found by the node they are of. Headings are walked from
     sibling to sibling with the counts of the four levels in hand. A walk is a recursion, which XSLT
     processors bound, so after some hundred steps it ends with <more>, and begins anew from there. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:yinfa:official-document"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="o exsl">

  <xsl:key name="number" match="number" use="@of"/>
  <xsl:key name="block" match="o:text/* | o:recommendation/*" use="generate-id()"/>

  <xsl:variable name="numbers">
    <xsl:for-each select="$document//o:text/*[1]"><xsl:call-template name="walk-from"/></xsl:for-each>
    <xsl:for-each select="$document//o:list">
      <xsl:for-each select="o:item"><xsl:call-template name="counted"/></xsl:for-each>
    </xsl:for-each>
    <!-- Footnotes throughout the file, so that no two of a document and what it forwards are alike. -->
    <xsl:for-each select="$document//o:footnote"><xsl:call-template name="counted"/></xsl:for-each>
    <!-- Annexes by document, and throughout the file under their titles. -->
    <xsl:for-each select="$document//o:annex/o:title"><xsl:call-template name="counted"/></xsl:for-each>
    <xsl:for-each select="$document//o:body">
      <xsl:for-each select="o:annex"><xsl:call-template name="counted"/></xsl:for-each>
      <xsl:for-each select="o:annex-note"><xsl:call-template name="counted"/></xsl:for-each>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="number-tree" select="exsl:node-set($numbers)"/>

  <xsl:template name="count">
    <xsl:variable name="of" select="generate-id()"/>
    <xsl:for-each select="$number-tree"><xsl:value-of select="key('number', $of)"/></xsl:for-each>
  </xsl:template>

  <xsl:template name="counted">
    <number of="{generate-id()}"><xsl:value-of select="position()"/></number>
  </xsl:template>

  <!-- Context node: the first block to be counted; the parameters are how many of each level stand before it. -->
  <xsl:template name="walk-from">
    <xsl:param name="one" select="0"/>
    <xsl:param name="two" select="0"/>
    <xsl:param name="three" select="0"/>
    <xsl:param name="four" select="0"/>
    <xsl:variable name="steps">
      <xsl:apply-templates select="." mode="walk">
        <xsl:with-param name="one" select="$one"/>
        <xsl:with-param name="two" select="$two"/>
        <xsl:with-param name="three" select="$three"/>
        <xsl:with-param name="four" select="$four"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:copy-of select="exsl:node-set($steps)/number"/>
    <xsl:variable name="more" select="exsl:node-set($steps)/more"/>
    <xsl:if test="$more">
      <xsl:for-each select="key('block', $more/@from)">
        <xsl:call-template name="walk-from">
          <xsl:with-param name="one" select="$more/@one"/>
          <xsl:with-param name="two" select="$more/@two"/>
          <xsl:with-param name="three" select="$more/@three"/>
          <xsl:with-param name="four" select="$more/@four"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- A count begins anew after a higher level. A recommendation stands under a heading of the first level. -->
  <xsl:template match="o:*" mode="walk">
    <xsl:param name="one"/>
    <xsl:param name="two"/>
    <xsl:param name="three"/>
    <xsl:param name="four"/>
    <xsl:param name="steps" select="1"/>
    <xsl:variable name="level" select="sum(@level) + boolean(self::o:recommendation)"/>
    <xsl:variable name="ones" select="$one + ($level = 1)"/>
    <xsl:variable name="twos" select="($two + ($level = 2)) * not($level = 1)"/>
    <xsl:variable name="threes" select="($three + ($level = 3)) * not($level = 1 or $level = 2)"/>
    <xsl:variable name="fours" select="($four + ($level = 4)) * ($level = 0 or $level = 4)"/>
    <xsl:if test="$level > 0">
      <number of="{generate-id()}">
        <xsl:value-of select="$ones * ($level = 1) + $twos * ($level = 2) + $threes * ($level = 3)
                              + $fours * ($level = 4)"/>
      </number>
    </xsl:if>
    <xsl:for-each select="self::o:recommendation/*[1]">
      <xsl:call-template name="walk-from"><xsl:with-param name="one" select="$ones"/></xsl:call-template>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="not(following-sibling::*[1])"/>
      <xsl:when test="$steps > 400">
        <more from="{generate-id(following-sibling::*[1])}" one="{$ones}" two="{$twos}" three="{$threes}"
            four="{$fours}"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="following-sibling::*[1]" mode="walk">
          <xsl:with-param name="one" select="$ones"/>
          <xsl:with-param name="two" select="$twos"/>
          <xsl:with-param name="three" select="$threes"/>
          <xsl:with-param name="four" select="$fours"/>
          <xsl:with-param name="steps" select="$steps + 1"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
