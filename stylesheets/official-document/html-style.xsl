<?xml version="1.0" encoding="UTF-8"?>
<!-- How the HTML of an official document looks. On a screen the standard's proportions (two characters
     of indent, the typefaces of the levels, the red head); on paper its sheet and margins too.
     Families, colours and margins are the profile's. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:yinfa:profile"
    exclude-result-prefixes="p">

  <xsl:include href="../common/page.xsl"/>

  <!-- Behind the profile's families the names under which browsers' systems have such faces. -->
  <xsl:template name="style">
    <style>
:root {
  --red: <xsl:value-of select="$profile/p:colour[@name = 'mark']/@value"/>;
  --fangsong: <xsl:value-of select="$fangsong"/>, FangSong, STFangsong, "Noto Serif CJK SC", serif;
  --title: <xsl:value-of select="$title-song"/>, FZXiaoBiaoSong-B05S, STZhongsong, "Noto Serif CJK SC", serif;
  --hei: <xsl:value-of select="$hei"/>, SimHei, "PingFang SC", "Noto Sans CJK SC", sans-serif;
  --kai: <xsl:value-of select="$kai"/>, KaiTi, STKaiti, "LXGW WenKai", "Noto Serif CJK SC", serif;
}
* { box-sizing: border-box; margin: 0; padding: 0; }
html { -webkit-text-size-adjust: 100%; }
body { background: #f2f2f0; color: #000; font: 1.125rem/1.85 var(--fangsong); }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem; background: #fff; overflow-wrap: anywhere; }
p, li { text-indent: 2em; text-align: justify; }
li { list-style: none; }
a { color: inherit; text-underline-offset: .25em; }
:focus-visible { outline: 2px solid #06c; outline-offset: 2px; }

header { position: relative; margin-bottom: 2.5rem; }
header p, .number, .draft, .recipients, .labelled p, .signature p, .annex-label, footer p
  { text-indent: 0; }
.secrecy, .urgency, .proposal, .label, .annex-label { font-family: var(--hei); }
.proposal { position: absolute; top: 0; right: 0; }
.mark { display: flex; justify-content: center; align-items: center; margin: 1.5rem 0; white-space: nowrap;
  color: var(--red); font: bold min(2.6rem, calc((min(100vw, 44rem) - 2.5rem) / (var(--characters) + 1)))/1.4
    var(--title); }
.mark .organs { text-align-last: justify; }
.mark .organs span { display: block; }
.mark.joint { gap: .5em; }
.number { text-align: center; }
.signer span { font-family: var(--kai); }
.signer { text-align: right; }
hr { border: 0; border-top: 2px solid var(--red); margin-top: .6rem; }
header.letter hr { height: 6px; border-top: 3px solid var(--red); border-bottom: 1px solid var(--red);
  margin: 0 0 .6rem; }
header.letter .number { text-align: right; }

h1, h2, h3, h4, h5, h6 { font-size: 1em; font-weight: normal; text-indent: 2em; }
.title { margin: 0 0 1.2rem; font: bold 1.35rem/1.5 var(--title); text-align: center; text-indent: 0;
  text-wrap: balance; }
h1.title { font-size: clamp(1.35rem, 5vw, 1.75rem); }
.draft { margin: -1rem 0 1.2rem; font-family: var(--kai); text-align: center; }
.level-1 { font-family: var(--hei); }
.level-2 { font-family: var(--kai); }
em { font-style: normal; <xsl:choose>
      <xsl:when test="$profile/p:emphasis/@style = 'dots'">text-emphasis: filled dot; text-emphasis-position: under right;</xsl:when>
      <xsl:otherwise>font-family: var(--hei);</xsl:otherwise>
    </xsl:choose> }
sup, sub { line-height: 0; font-size: .7em; }
.unbroken { white-space: nowrap; }
.labelled { display: flex; }
.labelled > :first-child { flex: none; }
.annex-notes { margin: 1.2rem 0 0 2em; }
.attendance { margin-left: 2em; }
.signature { margin: 2.5rem 0 1rem; padding-right: 2em; }
.signature p { text-align: right; }
.seals { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 1rem; margin: 1rem 0; }
.sealed { position: relative; display: grid; place-content: center; min-width: var(--diameter);
  min-height: var(--diameter); }
.sealed svg { position: absolute; left: calc(50% - var(--diameter) / 2); top: calc(50% - var(--diameter) / 2);
  width: var(--diameter); height: var(--diameter); }
.sealed p { position: relative; text-align: center; text-indent: 0; }
.sealed:not(:only-child) p { max-width: 10rem; justify-self: center; }
.signatory { color: var(--red); font: 1.4em var(--kai); }
.part { margin-top: 3rem; padding-top: 2rem; border-top: 1px solid #bbb; }
.footnotes { margin-top: 1.2rem; padding-top: .4rem; border-top: 1px solid #000; font-size: .85em; }
.footnotes a, sup a { text-decoration: none; }

.wide { margin: .8rem 0; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9em; line-height: 1.5; overflow-wrap: normal; }
caption { font-family: var(--hei); }
.unit { display: block; font-family: var(--fangsong); text-align: right; }
th, td { border: 1px solid #000; padding: .2em .4em; text-align: center; }
th { font-weight: normal; font-family: var(--hei); }
td.start { text-align: left; }
td.end { text-align: right; font-variant-numeric: tabular-nums; }
.table-note { text-indent: 0; font-size: .85em; }
figure { margin: .8rem 0; text-align: center; }
figure img { max-width: 100%; height: auto; }
figcaption { font-family: var(--hei); }

footer { margin-top: 3rem; border: solid #000; border-width: 1.5px 0; font-size: .9em; }
footer > * { padding: .3rem 1em; }
footer > * + * { border-top: 1px solid #000; }
footer.letter, footer.letter > * { border: 0; }
.printing { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1em; }

@page { size: <xsl:value-of select="concat($page-width, ' ', $page-height)"/>;
  margin: <xsl:value-of select="concat($head-margin, ' ', $fore-edge, ' ', $foot-margin, ' ', $binding-margin)"/>; }
@media print {
  body { background: none; font-size: <xsl:value-of select="$size-3"/>; line-height: <xsl:value-of select="$row"/>; }
  main { max-width: none; padding: 0; }
  .mark { font-size: min(<xsl:value-of select="$profile/p:mark/@largest"/>, calc(<xsl:value-of
      select="$area-width"/> / (var(--characters) + 1))); }
  h1.title, .title { font-size: <xsl:value-of select="$size-2"/>; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  tr, figure, footer, .signature, .sealed { break-inside: avoid; }
  .part { break-before: page; margin: 0; padding: 0; border: 0; }
  .wide { overflow: visible; }
  table { min-width: 0 !important; }
  a { text-decoration: none; }
}
</style>
  </xsl:template>

</xsl:stylesheet>
