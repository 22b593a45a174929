<?xml version="1.0" encoding="UTF-8"?>
<!-- The profile that holds for this document: the one the parameter `profile` names, else the national
     standard. What the values mean stands in profiles.xml. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:yinfa:profile"
    exclude-result-prefixes="p">

  <xsl:variable name="profile-asked" select="/data/parameter[@name = 'profile']/@value"/>
  <xsl:variable name="profile-name">
    <xsl:value-of select="$profile-asked"/>
    <xsl:if test="not(string($profile-asked))">national</xsl:if>
  </xsl:variable>
  <xsl:variable name="profile"
      select="document('profiles.xml')/p:profiles/p:profile[@name = $profile-name]"/>

  <!-- To be called once, before anything is written: an unknown profile is no page at all. -->
  <xsl:template name="check-profile">
    <xsl:if test="not($profile)">
      <xsl:message terminate="yes">
        <xsl:text>没有名为“</xsl:text>
        <xsl:value-of select="$profile-name"/>
        <xsl:text>”的版式，stylesheets/common/profiles.xml 中有：</xsl:text>
        <xsl:for-each select="document('profiles.xml')/p:profiles/p:profile">
          <xsl:if test="position() > 1">、</xsl:if>
          <xsl:value-of select="@name"/>
        </xsl:for-each>
      </xsl:message>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
