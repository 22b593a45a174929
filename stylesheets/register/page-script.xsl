<?xml version="1.0" encoding="UTF-8"?>
<!-- The search. The rows are taken out of the table once and only some of those found put back, so that an answer does
     not wait for the layout of twenty thousand rows. Nothing typed is ever taken for markup. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- Of the text between the tags, as tests/web/register.sh computes it. -->
  <xsl:variable name="script-digest">sha256-4pvnaUDCemVWXWjqupp+5VJsQpztauz33DN3XxMsFig=</xsl:variable>

  <xsl:template name="script">
    <script><![CDATA[
'use strict';
(() => {
  const at = id => document.getElementById(id);
  const body = at('entries').tBodies[0], portion = 50;

  /* Wide and narrow forms, capitals and the many dots between parts of a name count as the same. */
  const plain = text => text.normalize('NFKC').toLowerCase().replace(/[\u00b7\u2022\u2027\u30fb]/g, '·');
  const entries = Array.from(body.rows, row => {
    const cells = Array.from(row.cells, cell => plain(cell.textContent)), sound = plain(row.dataset.pinyin);
    return {row, text: [...cells, sound, sound.replace(/[^a-z]/g, '')].join('\n')};
  });

  let found = entries, shown = 0;
  const showMore = () => {
    const next = found.slice(shown, shown + portion);
    shown += next.length;
    body.append(...next.map(entry => entry.row));
    at('more').hidden = shown === found.length;
    return next[0];
  };
  const search = () => {
    const words = plain(at('words').value).split(/\s+/).filter(word => word !== '');
    found = entries.filter(entry => words.every(word => entry.text.includes(word)));
    shown = 0;
    body.replaceChildren();
    showMore();
    at('found').textContent = words.length === 0 ? '' : found.length === 0
      ? '没有找到。请核对；只输入一部分，或者用拼音再试。' : `找到${found.length}份。`;
    at('entries').hidden = found.length === 0;
  };

  at('words').addEventListener('input', event => { if (!event.isComposing) search(); });
  at('words').addEventListener('compositionend', search);
  /* the keyboard goes on with the first of the new rows */
  at('more').addEventListener('click', () => {
    const {row} = showMore();
    row.tabIndex = -1;
    row.focus();
  });
  at('search').hidden = false;
  search();
})();
]]></script>
  </xsl:template>

</xsl:stylesheet>
