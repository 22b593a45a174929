<?xml version="1.0" encoding="UTF-8"?>
<!-- How the page looks: one column that fits a telephone of 360 pixels. A verdict is told by its words and a mark,
     not by its colour. Printed, the form goes and the verdict stays. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- Of the text between the tags, as tests/web/verification.sh computes it. -->
  <xsl:variable name="style-digest">sha256-MkbR98nMwRZ6Bm9eCETR/Kr2qnIpUsTne/jAq4ESI74=</xsl:variable>

  <xsl:template name="style">
    <style><![CDATA[
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #f2f2f0; color: #111;
  font: 1rem/1.7 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; background: #fff; overflow-wrap: anywhere; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; text-align: center; }
h2 { margin: 2rem 0 .5rem; font-size: 1.15rem; }
label { display: block; margin-bottom: .5rem; }
textarea { width: 100%; padding: .5rem; border: 1px solid #767676; border-radius: 4px;
  font: .9rem/1.5 monospace; overflow-wrap: anywhere; }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin: .75rem 0; }
button { margin: 0; padding: .5rem 1.25rem; border: 1px solid #767676; border-radius: 4px; background: #fff;
  color: inherit; font: inherit; cursor: pointer; }
button[type=submit] { border-color: #14508c; background: #14508c; color: #fff; }
:focus-visible { outline: 3px solid #06c; outline-offset: 2px; }
input[type=file] { max-width: 100%; font: inherit; }
.notice { color: #444; font-size: .875rem; }
#result { margin: 1rem 0; padding: .75rem 1rem; border: 2px solid #555; border-radius: 4px; }
#result h2 { margin: 0; font-size: 1.4rem; }
#result p { margin: .4rem 0 0; }
#result.valid { border-color: #17692f; }
#result.valid h2 { color: #17692f; }
#result.voided, #result.altered, #result.foreign { border-color: #a31515; }
#result.voided h2, #result.altered h2, #result.foreign h2 { color: #a31515; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .6rem 0 0; }
dt { color: #444; }
dd { margin: 0; font-weight: bold; }
table { width: 100%; border-collapse: collapse; font-size: .8rem; }
.wide { overflow-x: auto; }
#ended td, #keys td { white-space: nowrap; }
th, td { padding: .3rem .4rem; border: 1px solid #999; text-align: left; vertical-align: top; }
th { font-weight: bold; background: #f2f2f0; }
#keys td.key { font: .75rem/1.5 monospace; white-space: normal; word-break: break-all; }
@media print {
  @page { size: A4; margin: 20mm; }
  body { background: #fff; }
  main { max-width: none; padding: 0; }
  form { display: none; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  table { font: 9pt/1.3 sans-serif; }
  th, td { padding: 1pt 4pt; }
  tr, #result { break-inside: avoid; }
}
]]></style>
  </xsl:template>

</xsl:stylesheet>
