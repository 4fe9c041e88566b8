import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileLinks, hostileMarkup } from '../testing/attack-corpus.ts';
import { elementsOf, foreignMarkup } from '../testing/markup-oracle.ts';
import { parseDocument } from './document.ts';
import { pastedBlocks } from './pasted-blocks.ts';
import { pastedHtml, pictureMark } from './pasted-html.ts';

const fixture = (name: string) => readFileSync(new URL(`./fixtures/paste/${name}`, import.meta.url), 'utf8');

/** One block a line, so that a difference shows where it is. */
const lines = (html: string) =>
  html.split(/(?<=<\/(?:p|h2|h3|ul|ol|table|blockquote)>)(?=<(?:p|h2|h3|ul|ol|table|blockquote)>)/);

const allowed = {
  ...Object.fromEntries(
    ['p', 'h2', 'h3', 'ul', 'li', 'strong', 'br', 'blockquote', 'tbody', 'tr', 'th', 'td'].map((name) => [name, []]),
  ),
  ol: ['start'],
  em: ['lang'],
  a: ['href'],
  table: ['data-caption'],
};

describe('what other programs put on the clipboard', () => {
  test('Word on Windows', () => {
    const { html, pictures } = pastedHtml(fixture('word-windows.html'));
    expect(lines(html)).toEqual([
      '<h2>Layanan KTP Keliling Sampai di Mahakam Ulu</h2>',
      '<p><strong>Samarinda</strong> – Warga tiga desa di hulu Mahakam kini dapat merekam KTP elektronik tanpa turun ke kota. Layanan itu gratis.</p>',
      "<p>“Petugas datang setiap Jum'at pekan pertama,” kata Kepala Dinas.</p>",
      '<h2>Yang perlu dibawa</h2>',
      '<ul><li><p>kartu keluarga asli</p>',
      '<ul><li><p>atau salinannya yang dilegalisasi</p></li></ul></li><li><p>surat pengantar <em>RT</em></p></li></ul>',
      '<ol><li><p>ambil nomor</p></li><li><p>tunggu panggilan</p></li></ol>',
      '<table><tbody><tr><th>Desa</th><th>Tanggal</th></tr><tr><td>Long Bagun</td><td>6 Februari 2026</td></tr></tbody></table>',
      `<p>${pictureMark(0)}</p>`,
      '<p>Keterangan: <a href="https://disdukcapil.example.go.id/jadwal?tahun=2026">jadwal lengkap</a>.</p>',
    ]);
    expect(pictures).toMatchObject([{ source: expect.stringMatching(/^file:/), alt: '', width: 300, height: 200 }]);
  });

  test('Word on a Mac', () => {
    expect(lines(pastedHtml(fixture('word-mac.html')).html)).toEqual([
      '<p>Bupati meresmikan <em>command center</em> kemarin.</p>',
      '<ul><li><p>pengaduan warga</p></li><li><p>peringatan banjir</p></li></ul>',
      '<p>Alat itu dibeli dengan APBD.</p>',
    ]);
  });

  test('Google Docs', () => {
    const { html, pictures } = pastedHtml(fixture('google-docs.html'));
    expect(lines(html)).toEqual([
      '<h2>Pasar murah di Bontang</h2>',
      '<p><strong>Bontang</strong> – Harga beras <em>medium</em> turun.</p>',
      '<ul><li><p>beras</p>',
      '<ul><li><p>medium</p></li><li><p>premium</p></li></ul></li><li><p>minyak goreng</p></li></ul>',
      `<p>${pictureMark(0)}</p>`,
      '<p><a href="https://bontangkota.example.go.id/pasar">Jadwal pasar murah</a></p>',
      '<table><tbody><tr><th>Barang</th><th>Harga</th></tr><tr><td>Beras</td><td>Rp12.500</td></tr></tbody></table>',
    ]);
    expect(pictures.map(({ source }) => source.slice(0, 8))).toEqual(['https://']);
  });

  test('LibreOffice Writer', () => {
    const { html, pictures } = pastedHtml(fixture('libreoffice-writer.html'));
    expect(lines(html)).toEqual([
      '<h2>Posyandu bergerak sampai hulu</h2>',
      '<p><strong>Buntok</strong> – Kader posyandu mendatangi rumah <em>lansia</em> di tiga desa, Rabu (14/1/2026), karena jalan terputus banjir dan angkutan berhenti.</p>',
      '<h2>Yang diperiksa</h2>',
      '<ol><li><p>timbang badan</p></li><li><p>ukur tekanan darah</p>',
      '<ul><li><p>dua kali</p></li></ul></li></ol>',
      '<ul><li><p>satu</p></li><li><p>dua</p></li></ul>',
      '<p>Lihat <a href="https://dinkes.example.go.id/jadwal?a=1">jadwal</a> “resmi”.</p>',
      '<table><tbody><tr><th>Desa</th><th>Warga</th></tr><tr><td>Muara</td><td>742</td></tr></tbody></table>',
      `<p>${pictureMark(0)}</p>`,
      '<p>Foto: Humas/Adpim</p>',
      '<p>Selesai. (csv)</p>',
    ]);
    expect(pictures).toMatchObject([
      { alt: 'Kader menimbang lansia', source: expect.stringMatching(/^data:image\/png/) },
    ]);
  });

  test('spreadsheets', () => {
    expect(pastedHtml(fixture('excel.html')).html).toBe(
      '<table><tbody><tr><th>Kabupaten</th><th>2024</th><th>2025</th></tr><tr><td>Berau</td><td>1.250,5</td><td>1.300</td></tr><tr><td>Paser</td><td>belum ada data</td><td></td></tr></tbody></table>',
    );
    expect(pastedHtml(fixture('libreoffice-calc.html')).html).toBe(
      '<table><tbody><tr><th>Desa</th><th>Warga</th></tr><tr><td>Muara Enggelam</td><td>742</td></tr></tbody></table>',
    );
    expect(pastedHtml(fixture('google-sheets.html')).html).toBe(
      '<table><tbody><tr><th>Bulan</th><th>Hujan (mm)</th></tr><tr><td>Januari</td><td>312</td></tr></tbody></table>',
    );
  });

  test('a web page', () => {
    const { html, pictures } = pastedHtml(fixture('web-page.html'));
    expect(lines(html)).toEqual([
      '<h2>Jembatan Mahakam ditutup dua malam</h2>',
      '<p><strong>Samarinda</strong> — Penutupan berlaku pukul 22.00–04.00 WITA.</p>',
      '<p>Rambu dipasang.</p>',
      '<p>Warga diminta memutar.</p>',
      `<p>${pictureMark(0)}</p>`,
      '<p>Petugas memasang rambu.</p>',
      '<p><a href="https://dishub.example.go.id/pengumuman">Pengumuman Dishub</a> dan peta</p>',
    ]);
    expect(pictures).toHaveLength(1);
  });
});

test('a copy from our own editor keeps its nodes', () => {
  const own = '<blockquote data-speaker="Siti" data-pm-slice="1 1 []">kata</blockquote>';
  expect(pastedHtml(`<meta charset='utf-8'>${own}`).html).toBe(own);
});

test('a table larger than an article may hold stays out, and says how large it is', () => {
  const row = `<tr>${'<td>1</td>'.repeat(13)}</tr>`;
  const { html, losses } = pastedHtml(`<p>sebelum</p><table>${row.repeat(3)}</table><p>sesudah</p>`);
  expect(html).toBe('<p>sebelum</p><p>sesudah</p>');
  expect(losses.tables).toEqual([{ rows: 3, columns: 13 }]);
});

test('a table that is a mere frame gives its text', () => {
  const { html } = pastedHtml(
    '<table><tr><td><h2>Kop</h2><p>satu</p></td></tr><tr><td><ul><li>dua</li></ul></td></tr></table>',
  );
  expect(html).toBe('<h2>Kop</h2><p>satu</p><ul><li><p>dua</p></li></ul>');
});

test('every fixture becomes a document that our rules take', () => {
  for (const name of ['word-windows', 'word-mac', 'google-docs', 'libreoffice-writer', 'excel', 'web-page']) {
    const content = pastedBlocks(fixture(`${name}.html`)).blocks.filter(({ type }) => type !== 'picture');
    expect(parseDocument({ type: 'doc', content })).toMatchObject({ ok: true });
  }
});

/** A mark of our own sends a text through `cleanPastedHtml`, which has the same test. */
const foreign = hostileMarkup.filter((html) => !html.includes('data-pm-slice'));

test.each(foreign.map((html) => [html.slice(0, 80), html]))('leaves nothing active of %j', (_name, html) => {
  const doors = [
    html,
    `<p>${html}</p>`,
    `<b class="${html}">x</b>`,
    `<table><tr><td>${html}</td><td>x</td></tr><caption>${html}</caption></table>`,
  ];
  for (const door of [
    ...doors,
    `<img alt="${html}" src="x">`,
    `<p style='mso-list:l0 level1 lfo1'><i style="mso-list:Ignore">1.</i>${html}</p>`,
  ]) {
    expect(foreignMarkup(pastedHtml(door).html, allowed)).toEqual([]);
  }
});

test.each(hostileLinks.map((address) => [address.slice(0, 60), address]))('leaves no link to %j', (_name, address) => {
  for (const href of [address, `https://l.facebook.com/l.php?u=${encodeURIComponent(address.toWellFormed())}`]) {
    const { html } = pastedHtml(`<a href="${href.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">kata</a>`);
    const links = elementsOf(html).flatMap(({ attrs }) => attrs.map(({ value }) => value));
    for (const link of links) expect(link).toMatch(/^(?:https?:\/\/|mailto:[^@]+@|tel:\+?\d|\/(?!\/))/);
  }
});

test('any soup of pieces stays harmless and is a document of ours', () => {
  const piece = fc.constantFrom(
    ...[
      '<',
      '</',
      '>',
      '<p ',
      '</p>',
      '<ul>',
      '<li>',
      '</li>',
      '</ul>',
      '<table>',
      '<tr>',
      '<td>',
      '</td>',
      '</table>',
      '<th rowspan=3 colspan=2>',
    ],
    ...[
      '<b>',
      '</b>',
      '<a href=',
      'https://x.id',
      '"',
      "'",
      '&',
      '&quot;',
      'kata ',
      '<br>',
      '<h2>',
      '<blockquote>',
      '</blockquote>',
      '<img src=x>',
    ],
    ...[
      "<p style='mso-list:l0 level2 lfo1'><i style='mso-list:Ignore'>1.</i>",
      '<script>',
      '</script>',
      '\uE000',
      ...foreign.slice(0, 30),
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { html } = pastedHtml(pieces.join(''));
      expect(foreignMarkup(html, allowed)).toEqual([]);
      const content = pastedBlocks(pieces.join('')).blocks.filter(({ type }) => type !== 'picture');
      expect(parseDocument({ type: 'doc', content })).toMatchObject({ ok: true });
    }),
    { numRuns: 1500 },
  );
});

test.each([
  '<',
  '<a ',
  '<p>',
  '</p>',
  '<table>',
  '<table><tr><td>',
  '<td colspan=99 rowspan=999>',
  '<ul><li>',
  '<b>',
  '&#',
  '<br>',
  '"a ',
  "<p style='mso-list:l0 level1 lfo1'>",
  '<!--',
])('answers on half a megabyte of %j', (piece) => {
  expect(foreignMarkup(pastedHtml(piece.repeat(500_000 / piece.length)).html, allowed)).toEqual([]);
});
