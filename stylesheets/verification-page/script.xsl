<?xml version="1.0" encoding="UTF-8"?>
<!-- What the page does. The form of a payload is that of pipeline/store/certificate_payload.h, held as narrowly
     here; the signature is verified by the browser's WebCrypto. Nothing pasted is ever taken for markup. Written for
     browsers from Chromium 66 on; where one cannot verify, the page says so and accuses no certificate. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- Of the text between the tags, as tests/web/verification.sh computes it. -->
  <xsl:variable name="script-digest">sha256-qXDaZRH8ggowy0lkR66LKU5PW5wRoCCqCdjGMeyTYJI=</xsl:variable>

  <xsl:template name="script">
    <script><![CDATA[
'use strict';
(() => {
  const at = id => document.getElementById(id);
  const bytesOf = text => new TextEncoder().encode(text);

  /* --- What the page knows: its two tables --- */
  const keys = new Map(), ended = new Map();
  for (const row of document.querySelectorAll('#keys [data-id]')) keys.set(row.dataset.id, row.dataset);
  for (const row of document.querySelectorAll('#ended [data-number]')) ended.set(row.dataset.number, row.dataset);

  /* --- A payload: YF1|number|name|issued on|tail|key|signature --- */
  const isPlain = (text, limit) => text !== '' && bytesOf(text).length <= limit
    && !/[\x00-\x1F\x7F-\x9F|\u2028\u2029\uFFFD]/.test(text);
  const isDate = text => {
    const day = /^(?!0000)\d{4}-\d\d-\d\d$/.test(text) ? new Date(text + 'T00:00:00Z') : null;
    return day !== null && !isNaN(day) && day.toISOString().slice(0, 10) === text;
  };
  const read = text => {
    const fields = text.length > 512 ? [] : text.split('|');
    if (fields.length !== 7 || fields[0] !== 'YF1' || bytesOf(text).length > 512) return null;
    const [, number, name, issuedOn, tail, key, signature] = fields;
    /* the last character of 64 bytes in base64 holds two bits; the other four are zero */
    const good = isPlain(number, 40) && isPlain(name, 160) && isDate(issuedOn) && /^[0-9A-Z]{4}$/.test(tail)
      && /^[0-9a-f]{8}$/.test(key) && /^[\w-]{85}[\w-]$/.test(signature);
    return good ? {number, name, issuedOn, tail, key, signature,
      signed: text.slice(0, text.lastIndexOf('|')), canonical: /[AQgw]$/.test(signature)} : null;
  };

  /* --- The signature --- */
  const fromBase64 = text => Uint8Array.from(atob(text), character => character.charCodeAt(0));
  const algorithm = {name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256'};
  const holds = async payload => {
    if (!payload.canonical) return false;
    const key = await crypto.subtle.importKey('spki', fromBase64(keys.get(payload.key).key), algorithm, false,
      ['verify']);
    const signature = fromBase64(payload.signature.replace(/-/g, '+').replace(/_/g, '/') + '==');
    return crypto.subtle.verify(algorithm, key, signature, bytesOf(payload.signed));
  };

  /* --- The verdict: a state, its words, facts in pairs, what to do --- */
  const dayInWords = day => day.replace(/^0*(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
  const endInWords = row => `这份证书已于${dayInWords(row.day)}作废`
    + (row.successor ? `，由${row.successor}替代。` : '，没有替代它的证书。');
  const unreadable = {
    state: 'unreadable', verdict: '？ 无法识别', why: '这不是证书二维码的文字，或者没有贴全、被改动过。', facts: [],
    advice: '请重新扫码，把整段文字（以“YF1|”开头）贴进来；只有编号不能证明证书有效。'};

  const unable = {
    state: 'unable', verdict: '？ 无法核验', why: '这个浏览器不能核验签名；证书是否有效，还不知道。', facts: [],
    advice: '请换一个较新的浏览器，用 https 地址打开本页，或者把本页保存到电脑上打开，再试一次。'};

  /* As it comes: numbers typed small, wide or with blanks; codes behind what a scanner tells of itself (]Q1, \000026). */
  const judge = async given => {
    const number = given.normalize('NFKC').replace(/\s/g, '').toUpperCase(), begin = given.indexOf('YF1|');
    if (ended.has(number))
      return {state: 'voided', verdict: '✕ 已作废', why: endInWords(ended.get(number)), facts: [['证书编号', number]],
        advice: '请持有人出示替代的证书，或者向发证单位询问。'};
    const payload = begin < 0 ? null : read(given.slice(begin));
    if (!payload) return unreadable;
    const facts = [['证书编号', payload.number], ['姓名', payload.name], ['发证日期', dayInWords(payload.issuedOn)],
      ['证件号码末四位', payload.tail], ['签名密钥', payload.key]];
    if (!keys.has(payload.key))
      return {state: 'foreign', verdict: '✕ 无效：密钥不对', facts,
        why: `签名用的密钥 ${payload.key} 不是发证单位的，或者密钥号被改动过。文字里写的下面这些不能采信。`,
        advice: '如果证书是最近发的，请打开发证单位新印发的本页再试；仍然如此，就不是该单位发的证书。'};
    if (!window.crypto || !crypto.subtle) return unable;
    if (!await holds(payload))
      return {state: 'altered', verdict: '✕ 被改动', facts,
        why: '签名与内容不符：文字被改动过，或者没有扫全。文字里写的下面这些不能采信。',
        advice: '请重新扫一次；仍然如此，就不是原来的证书。'};
    if (ended.has(payload.number))
      return {state: 'voided', verdict: '✕ 已作废', facts, why: endInWords(ended.get(payload.number)),
        advice: '签名是真的，但证书不再有效。请持有人出示替代的证书，或者向发证单位询问。'};
    const retired = keys.get(payload.key).retired;
    return {state: 'valid', verdict: '✓ 有效', facts, why: '签名是发证单位的，编号不在作废名单上。'
        + (retired ? `签名密钥已于${dayInWords(retired)}停用，它签的证书仍然有效。` : ''),
      advice: '请与证书上印的编号、姓名、日期和持有人的身份证件逐项核对。'};
  };

  const show = found => {
    at('facts').textContent = '';
    for (const [name, value] of found.facts) {
      at('facts').appendChild(document.createElement('dt')).textContent = name;
      at('facts').appendChild(document.createElement('dd')).textContent = value;
    }
    at('result').className = found.state;
    at('verdict').textContent = found.verdict;
    at('why').textContent = found.why;
    at('advice').textContent = found.advice;
    at('result').hidden = false;
  };

  let asked = 0; /* only what was asked last is answered */
  const ask = async text => {
    const mine = ++asked;
    let found;
    try {
      found = await judge(text.trim());
    } catch (failure) {
      found = unable;
    }
    if (mine === asked) show(found);
  };

  /* --- The form; a scanner that types ends with Enter --- */
  at('form').addEventListener('submit', event => {
    event.preventDefault();
    ask(at('text').value);
  });
  at('form').addEventListener('reset', () => {
    asked++;
    at('result').hidden = true;
  });
  at('text').addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    ask(at('text').value);
  });
  at('text').addEventListener('paste', () => setTimeout(() => ask(at('text').value)));

  /* --- A photograph, where the browser can read codes --- */
  const readPicture = async file => {
    const codes = await new BarcodeDetector({formats: ['qr_code']}).detect(await createImageBitmap(file));
    return codes.length === 1 ? codes[0].rawValue : '';
  };
  if ('BarcodeDetector' in window) {
    BarcodeDetector.getSupportedFormats().then(formats => {
      at('picture-field').hidden = !formats.includes('qr_code');
    }, () => {});
    at('picture').addEventListener('change', async () => {
      const [file] = at('picture').files;
      if (!file) return;
      at('text').value = await readPicture(file).catch(() => '');
      at('picture').value = '';
      ask(at('text').value);
    });
  }

  /* --- A link may carry the text behind # --- */
  const askLink = () => {
    if (location.hash.length < 2) return;
    try {
      at('text').value = decodeURIComponent(location.hash.slice(1));
    } catch (failure) {
      at('text').value = location.hash.slice(1);
    }
    ask(at('text').value);
  };
  window.addEventListener('hashchange', askLink);
  askLink();
})();
]]></script>
  </xsl:template>

</xsl:stylesheet>
