import { hostileMarkup } from './attack-corpus.ts';

/** Titles that must stay words in every format: feeds, sitemaps, calendars, Markdown, structured data. */
export const hostileTexts: readonly string[] = [
  ...hostileMarkup,
  ']]>',
  '<![CDATA[ ]]>',
  '</script><script>alert(1)</script>',
  '<!--',
  '-->',
  '<?xml version="1.0"?>',
  '<!DOCTYPE a [<!ENTITY b "c">]>&b;',
  '&amp; &lt; &#0; &#x1F; &nbsp;',
  'kendali \u0000\u0001\u0008\u000B\u000C\u001F\u007F\u0085',
  'lepas \uD800 \uDC00',
  'bukan karakter \uFFFE\uFFFF',
  '👩🏽‍🌾🇮🇩 emoji',
  'مرحبا بالعالم \u200F(1)',
  'terbalik \u202Egnp.exe',
  'END:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:palsu',
  'titik; koma, garis\\miring "petik" \'tunggal\'',
  '# judul *tebal* _miring_ [tautan](javascript:alert(1)) `kode` | sel | ![x](y)',
  '\u2028\u2029',
  'a'.repeat(2_000),
  '👍'.repeat(100),
];
