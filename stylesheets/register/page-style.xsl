<?xml version="1.0" encoding="UTF-8"?>
<!-- How the page looks: a table, and on a telephone of 360 pixels a block an entry. That a certificate counts no more
     is told by words, not by colour. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- Of the text between the tags, as tests/web/register.sh computes it. -->
  <xsl:variable name="style-digest">sha256-Eg6CwJ7mo5B572mgTh4DPeJR56CtD9Yf8wUJpVCzjmQ=</xsl:variable>

  <xsl:template name="style">
    <style><![CDATA[
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #f2f2f0; color: #111;
  font: 1rem/1.6 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; background: #fff; overflow-wrap: anywhere; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; text-align: center; }
label { display: block; margin-bottom: .5rem; }
input { width: 100%; padding: .5rem; border: 1px solid #767676; border-radius: 4px; font: inherit; }
button { padding: .5rem 1.25rem; border: 1px solid #767676; border-radius: 4px; background: #fff; color: inherit;
  font: inherit; cursor: pointer; }
:focus-visible { outline: 3px solid #06c; outline-offset: 2px; }
.notice { color: #444; font-size: .875rem; }
#found { min-height: 1.6em; margin: .5rem 0; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th, td { padding: .3rem .4rem; border: 1px solid #999; text-align: left; vertical-align: top; }
thead th { background: #f2f2f0; white-space: nowrap; }
tbody th, td[data-label] { white-space: nowrap; }
tbody th { font-weight: normal; font-variant-numeric: tabular-nums; }
.ended td:last-child { font-weight: bold; }
.ended th { text-decoration: line-through; }
@media screen and (max-width: 40rem) {
  table, tbody, tr, tbody th, td { display: block; }
  thead { display: none; }
  tr { padding: .5rem 0; border-bottom: 1px solid #999; }
  tbody th, td { padding: 0; border: 0; }
  td[data-label]::before { content: attr(data-label) "："; color: #444; }
  tbody th + td { font-weight: bold; }
}
@media print {
  @page { size: A4; margin: 20mm; }
  body { background: #fff; }
  main { max-width: none; padding: 0; }
  #search, #more { display: none; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
]]></style>
  </xsl:template>

</xsl:stylesheet>
