<?xml version="1.0" encoding="UTF-8"?>
<!-- Registers: long lists fed row by row (y:rows), in groups, each group under a row with its name. On every page
     but the first the head says 续表 and of which group the first row is. Beside table.xsl, wording.xsl and type.xsl. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:y="urn:yinfa:format">

  <!-- 小五: many columns and many rows. Its frame is drawn by head and body, so that the 续表 line stands outside. What
       cells inherit is said here once: a list has a hundred thousand of them. -->
  <xsl:attribute-set name="register" use-attribute-sets="table">
    <xsl:attribute name="border">none</xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="$size-small-5"/></xsl:attribute>
    <xsl:attribute name="line-height">11pt</xsl:attribute>
    <xsl:attribute name="display-align">center</xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="register-cell">
    <xsl:attribute name="border"><xsl:value-of select="$rule"/></xsl:attribute>
    <xsl:attribute name="padding">2pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="register-head-row" use-attribute-sets="row">
    <xsl:attribute name="border"><xsl:value-of select="$frame"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="register-body">
    <xsl:attribute name="border"><xsl:value-of select="$frame"/></xsl:attribute>
    <xsl:attribute name="border-before">none</xsl:attribute>
  </xsl:attribute-set>

  <!-- The first row of the fo:table-header: at the left what the whole table is about, at the right 续表.
         columns  of the table
         subject  e.g. the unit, or the day of the figures -->
  <xsl:template name="continued-line">
    <xsl:param name="columns"/>
    <xsl:param name="subject"/>
    <xsl:variable name="left" select="floor($columns div 2)"/>
    <fo:table-row>
      <fo:table-cell number-columns-spanned="{$left}" border="none" text-align="start">
        <fo:block line-height="16pt"><xsl:value-of select="$subject"/></fo:block>
      </fo:table-cell>
      <fo:table-cell number-columns-spanned="{$columns - $left}" border="none" text-align="end">
        <fo:block line-height="16pt">
          <fo:retrieve-table-marker retrieve-class-name="continued"
              retrieve-position-within-table="first-starting" retrieve-boundary-within-table="table-fragment"/>
        </fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- To be called in the first cell of every row. -->
  <xsl:template name="continued-mark">
    <xsl:param name="group"/>
    <fo:marker marker-class-name="continued">
      <xsl:text>续表</xsl:text>
      <xsl:if test="$group"><xsl:value-of select="concat('　', $group)"/></xsl:if>
    </fo:marker>
  </xsl:template>

  <!-- The row with a group's name, never the last of a page.
         opening  whether it opens the table, which is not 续表 there -->
  <xsl:template name="group-row">
    <xsl:param name="columns"/>
    <xsl:param name="name"/>
    <xsl:param name="remark"/>
    <xsl:param name="opening" select="false()"/>
    <fo:table-row keep-with-next.within-page="always" xsl:use-attribute-sets="row">
      <fo:table-cell number-columns-spanned="{$columns}" text-align="start" padding-start="3pt"
          xsl:use-attribute-sets="register-cell">
        <fo:marker marker-class-name="continued">
          <xsl:if test="not($opening)">续表</xsl:if>
        </fo:marker>
        <fo:block>
          <fo:inline font-family="{$hei}"><xsl:value-of select="$name"/></fo:inline>
          <xsl:if test="$remark"><xsl:value-of select="concat('　', $remark)"/></xsl:if>
        </fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- Notes below a register. -->
  <xsl:attribute-set name="register-note" use-attribute-sets="note">
    <xsl:attribute name="font-size"><xsl:value-of select="$size-small-5"/></xsl:attribute>
    <xsl:attribute name="line-height">13pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- A value in the middle of its cell, — if there is none. -->
  <xsl:template name="register-cell">
    <xsl:param name="value"/>
    <fo:table-cell xsl:use-attribute-sets="register-cell">
      <fo:block>
        <xsl:call-template name="value-or-dash">
          <xsl:with-param name="value" select="$value"/>
        </xsl:call-template>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- Text from the left edge on. -->
  <xsl:template name="register-text">
    <xsl:param name="value"/>
    <xsl:choose>
      <xsl:when test="string($value) = ''"><xsl:call-template name="register-cell"/></xsl:when>
      <xsl:otherwise>
        <fo:table-cell text-align="start" padding-start="3pt" xsl:use-attribute-sets="register-cell">
          <fo:block><xsl:value-of select="$value"/></fo:block>
        </fo:table-cell>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A figure; in a wide column `end` moves the figures off its right edge. -->
  <xsl:template name="register-number">
    <xsl:param name="value"/>
    <xsl:param name="end">4pt</xsl:param>
    <fo:table-cell text-align="end" padding-end="{$end}" xsl:use-attribute-sets="register-cell">
      <fo:block>
        <xsl:call-template name="value-or-dash">
          <xsl:with-param name="value" select="$value"/>
        </xsl:call-template>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- The name of the context node's officer, if it has one. -->
  <xsl:template name="register-name">
    <fo:table-cell xsl:use-attribute-sets="register-cell">
      <fo:block>
        <xsl:choose>
          <xsl:when test="@officer_name">
            <xsl:call-template name="name-in-column">
              <xsl:with-param name="name" select="@officer_name"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>—</xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- 统一社会信用代码 (GB 32100) of the context node: who registered it, then which organization it is, each on a
       line; letters all as wide as W break that. -->
  <xsl:template name="register-credit-code">
    <fo:table-cell linefeed-treatment="preserve" y:line-break="anywhere" xsl:use-attribute-sets="register-cell">
      <fo:block>
        <xsl:value-of select="concat(substring(@credit_code, 1, 8), '&#10;', substring(@credit_code, 9))"/>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

</xsl:stylesheet>
