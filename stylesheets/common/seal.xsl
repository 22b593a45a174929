<?xml version="1.0" encoding="UTF-8"?>
<!-- A round seal as SVG: ring, the organ's name along its inside from left to right, a star in the middle, 样章
     across it on samples. Drawn from the name alone: no seal of a real organ looks like it. Opaque red, no
     transparency, so that PDF/A-1b takes it too. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:svg="http://www.w3.org/2000/svg"
    xmlns:p="urn:yinfa:profile"
    exclude-result-prefixes="svg p">

  <!-- In a square of 100; the caller says how large it is drawn. The name takes at most ten twelfths of the
       circle: characters are as large as that allows, and narrow seals of long names stay readable.
         name     of the organ
         sample   yes: 样章 across the middle
         family   of the name's characters
         ring     id of the circle the name runs on, like no other in the result -->
  <xsl:template name="seal">
    <xsl:param name="name"/>
    <xsl:param name="sample"/>
    <xsl:param name="family">宋体</xsl:param>
    <xsl:param name="ring" select="concat('ring-', generate-id(), '-', string-length($name))"/>
    <xsl:variable name="length" select="string-length($name)"/>
    <!-- The name's baseline runs on a circle of radius 33, 207 long; a character takes its size and a fifth. -->
    <xsl:variable name="fitting" select="172 div $length div 1.2"/>
    <xsl:variable name="size" select="12 * ($fitting > 12) + $fitting * ($fitting &lt;= 12)"/>
    <xsl:variable name="radius" select="45.5 - $size"/>
    <svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100">
      <title><xsl:value-of select="concat('印章：', $name)"/></title>
      <circle cx="50" cy="50" r="48.8" fill="none" stroke="#ff0000" stroke-width="2.4"/>
      <!-- From the foot, clockwise, back to the foot. -->
      <path id="{$ring}" fill="none" stroke="none"
          d="M50 {50 + $radius} A{$radius} {$radius} 0 0 1 50 {50 - $radius} A{$radius} {$radius} 0 0 1 50 {50 + $radius}"/>
      <text font-family="{$family}" font-size="{$size}" letter-spacing="{$size * 0.2}" fill="#ff0000">
        <textPath href="#{$ring}" startOffset="50%" text-anchor="middle">
          <xsl:value-of select="$name"/>
        </textPath>
      </text>
      <!-- Five points on a circle of 14. -->
      <polygon fill="#ff0000" points="50,36 53.14,45.67 63.31,45.67 55.09,51.65 58.23,61.33 50,55.35 41.77,61.33 44.91,51.65 36.69,45.67 46.86,45.67"/>
      <!-- Half a space right of the middle: the last character brings one along. -->
      <xsl:if test="$sample = 'yes'">
        <text x="52" y="75" font-family="黑体" font-size="11" letter-spacing="4" fill="#ff0000" text-anchor="middle">样章</text>
      </xsl:if>
    </svg>
  </xsl:template>

  <!-- How large it is drawn, in points, by the profile ($millimetre: official-document/geometry.xsl). -->
  <xsl:template name="seal-diameter">
    <xsl:param name="name"/>
    <xsl:variable name="organ" select="$profile/p:seal/p:organ
        [substring($name, string-length($name) - string-length(@ending) + 1) = @ending]"/>
    <xsl:variable name="diameter" select="$profile/p:seal/@diameter[not($organ)] | $organ[1]/@diameter"/>
    <xsl:value-of select="substring-before($diameter, 'mm') * $millimetre"/>
  </xsl:template>

</xsl:stylesheet>
