import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDocument } from './document.ts';
import { pastedBlocks } from './pasted-blocks.ts';
import { pastedHtml, pictureMark } from './pasted-html.ts';

const fixture = (name: string) => readFileSync(new URL(`./fixtures/paste/${name}`, import.meta.url), 'utf8');

/** One block a line, so that a difference shows where it is. */
const lines = (html: string) =>
  html.split(/(?<=<\/(?:p|h2|h3|ul|ol|table|blockquote)>)(?=<(?:p|h2|h3|ul|ol|table|blockquote)[ >])/);

describe('captured from the clipboard of LibreOffice', () => {
  const text = [
    '<p><strong>Buntok</strong> – Kader posyandu mendatangi rumah <em>lansia</em> di tiga desa, Rabu (14/1/2026).</p>',
    '<h2>Yang diperiksa</h2>',
    '<ol><li><p>timbang badan</p></li><li><p>ukur tekanan darah</p>',
    '<ol><li><p>saat datang</p></li><li><p>sebelum pulang</p></li></ol></li><li><p>catat di buku</p></li></ol>',
    '<ul><li><p>kartu keluarga</p>',
    '<ul><li><p>asli</p>',
    '<ul><li><p>bukan foto</p></li></ul></li></ul></li><li><p>buku posyandu</p></li></ul>',
  ];
  const rest = [
    '<p>Jumlah kader naik menjadi 742 orang (Data Dinas Kesehatan, Desember 2025).</p>',
    '<h2>Jadwal kunjungan</h2>',
    '<table><tbody><tr><th>Desa</th><th>Kunjungan</th><th></th></tr><tr><td>Muara</td><td>Senin</td><td>pukul 08.00</td></tr><tr><td></td><td>Kamis</td><td>pukul 13.00</td></tr><tr><td>Hulu</td><td>Selasa</td><td>pukul 09.00</td></tr></tbody></table>',
    `<p>${pictureMark(0)}</p>`,
    '<p>Foto: Humas/Adpim</p>',
    '<p>Layanan itu gratis bagi warga. Kader datang tiap pekan.</p>',
    '<p>Selesai. (csv)</p>',
  ];

  test('a text of Writer', () => {
    const { html, pictures, losses } = pastedHtml(fixture('libreoffice-writer.html'));
    expect(lines(html)).toEqual([
      '<h2>Posyandu bergerak sampai hulu</h2>',
      ...text,
      '<p>Lihat jadwal lengkap dan peta desa.</p>',
      ...rest,
    ]);
    expect(pictures).toMatchObject([{ alt: 'Kader menimbang lansia', width: 113, height: 76 }]);
    expect(losses).toEqual({ tables: [], hidden: 'kata rahasia' });
  });

  test('a file of Word that Writer opened', () => {
    const { html } = pastedHtml(fixture('libreoffice-word-file.html'));
    expect(lines(html)).toEqual([
      '<h2>Posyandu bergerak sampai hulu</h2>',
      ...text,
      '<p>Lihat <a href="https://dinkes.example.go.id/jadwal?tahun=2026">jadwal lengkap dan </a>peta desa.</p>',
      ...rest,
    ]);
  });

  test('a sheet of Calc', () => {
    expect(pastedHtml(fixture('libreoffice-calc.html')).html).toBe(
      '<table data-caption="Realisasi anggaran 2026"><tbody><tr><th>Kabupaten</th><th>Anggaran (Rp juta)</th><th>Capaian</th><th>Per tanggal</th></tr><tr><td>Berau</td><td>1.250.000,5</td><td>87,5%</td><td>14 Januari 2026</td></tr><tr><td>Paser</td><td>belum ada</td><td></td><td></td></tr><tr><td><a href="https://kubar.example.go.id/">Kutai Barat</a></td><td>980.000,0</td><td>100,0%</td><td>2 Februari 2026</td></tr></tbody></table>',
    );
  });
});

describe('captured from Google Docs', () => {
  const captured: unknown = JSON.parse(fixture('google-docs-captured.json'));
  const of = (name: string) =>
    lines(pastedHtml(String(Object.entries(captured ?? {}).find(([key]) => key === name)?.[1])).html);

  test('marks that are styles, links, headings; the `b` around everything makes nothing bold', () => {
    expect(of('plain')).toEqual(['<p>Hello world.</p>']);
    expect(of('inlineStyles')).toEqual([
      '<p><strong>Some bold text</strong></p>',
      '<p><em>Some italicized text</em></p>',
      ...['underlined text', 'strikethrough text', 'superscript', 'subscript'].map((words) => `<p>Some ${words}</p>`),
    ]);
    expect(of('links').at(-1)).toBe(
      '<p><a href="https://www.example.com/"><strong><em>this is a bold, italicized link</em></strong></a></p>',
    );
    expect(of('headers')).toEqual([
      ...['H1', 'H2'].map((level) => `<h2>This is an ${level}</h2>`),
      ...['H3', 'H4'].map((level) => `<h3>This is an ${level}</h3>`),
    ]);
    expect(of('brs')).toEqual(['']);
    expect(of('endFragment')).toEqual(['<p>Only text</p>']);
  });

  test('lists within lists, in their order', () => {
    expect(of('nestedList').slice(0, 7).join('')).toBe(
      '<ol><li><p><strong>Abcd</strong><br><strong>1234</strong></p><ol><li><p>In abcd</p><ol><li><p>Some text in <em>italics</em> and underline plus random stuff after</p></li></ol></li></ol></li><li><p><strong>xyz</strong></p><ol><li><p>In xyz</p><ol><li><p>Last of all</p></li></ol></li></ol></li></ol><ul><li><p>Todo 1</p></li><li><p>Todo 2</p><ul><li><p>subtodo</p>',
    );
  });
});

describe('in the shapes of other programs', () => {
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

  test('Word on Windows, under review: no deleted words, no remarks; notes in brackets, numbered headings as headings', () => {
    const { html, pictures, losses } = pastedHtml(fixture('word-windows-review.html'));
    expect(lines(html)).toEqual([
      '<h2>Layanan baru</h2>',
      '<p>Samarinda – Layanan ini gratis bagi 742 warga (Data Disdukcapil, Desember 2025).</p>',
      '<ol><li><p>ambil nomor</p>',
      '<ol><li><p>di loket, atau</p></li><li><p>lewat telepon</p></li></ol></li><li><p>tunggu panggilan</p></li></ol>',
      '<ol><li><p>kartu keluarga</p></li><li><p>surat pengantar</p></li></ol>',
      `<p>${pictureMark(0)}</p>`,
      '<table data-caption="Jadwal perekaman"><tbody><tr><th>Desa</th><th>Hari</th><th>Pukul</th></tr><tr><td>Long Bagun</td><td>Senin</td><td>08.00</td></tr><tr><td></td><td>Kamis</td><td>13.00</td></tr></tbody></table>',
    ]);
    expect(pictures).toMatchObject([{ alt: 'Warga antre di loket', width: 300, height: 200 }]);
    expect(losses.hidden).toBe('judi slot gacor');
  });

  test('Word in a browser: each item a list of its own, levels in words', () => {
    const { html, losses } = pastedHtml(fixture('word-online.html'));
    expect(lines(html)).toEqual([
      '<h2>Pasar murah di Bontang</h2>',
      '<p><strong>Bontang</strong> – Harga beras <em>medium</em> turun. <a href="https://bontang.example.go.id/pasar">Jadwal</a></p>',
      '<ol><li><p>beras</p>',
      '<ul><li><p>medium</p></li><li><p>premium</p></li></ul></li><li><p>minyak</p></li></ol>',
      '<h3>Tahap berikutnya</h3>',
      '<table><tbody><tr><th>Barang</th><th>Harga</th></tr><tr><td>Beras</td><td>Rp12.500</td></tr></tbody></table>',
    ]);
    expect(losses.hidden).toBe('');
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

  test('a list to tick of Google Docs has no pictures of boxes', () => {
    const item = (text: string) =>
      `<li dir="ltr" role="checkbox" aria-checked="false" style="list-style-type:none;" aria-level="1"><img src="data:image/png;base64,iVBORw0KGgo=" width="17.599999999999998px" height="17.599999999999998px" alt="unchecked" aria-roledescription="checkbox" style="margin-right:3px;" /><p dir="ltr" style="display:inline-block;" role="presentation"><span>${text}</span></p></li>`;
    const { html, pictures } = pastedHtml(`<ul>${item('pesan gedung')}${item('undang warga')}</ul>`);
    expect(html).toBe('<ul><li><p>pesan gedung</p></li><li><p>undang warga</p></li></ul>');
    expect(pictures).toEqual([]);
  });

  test('spreadsheets', () => {
    expect(pastedHtml(fixture('excel.html')).html).toBe(
      '<table><tbody><tr><th>Kabupaten</th><th>2024</th><th>2025</th></tr><tr><td>Berau</td><td>1.250,5</td><td>1.300</td></tr><tr><td>Paser</td><td>belum ada data</td><td></td></tr></tbody></table>',
    );
    expect(pastedHtml(fixture('google-sheets.html')).html).toBe(
      '<table><tbody><tr><th>Bulan</th><th>Hujan (mm)</th></tr><tr><td>Januari</td><td>312</td></tr></tbody></table>',
    );
  });

  test('a name that runs over the columns of Excel, its empty rows and the row it keeps hidden', () => {
    const { html, losses } = pastedHtml(
      `<table border=0 cellpadding=0 cellspacing=0 width=256 style='border-collapse:collapse;width:192pt'><!--StartFragment--><col width=64 span=3 style='width:48pt'>
 <tr height=20 style='height:15.0pt'><td height=20 class=xl65 colspan=3 width=192 style='height:15.0pt;mso-ignore:colspan;width:144pt'>Realisasi <span style='mso-spacerun:yes'>  </span>anggaran</td></tr>
 <tr height=20 style='height:15.0pt'><td height=20 colspan=3 style='height:15.0pt;mso-ignore:colspan'></td></tr>
 <tr height=20 style='height:15.0pt'><td height=20 style='height:15.0pt'>Kabupaten</td><td>2024</td><td>2025</td></tr>
 <tr height=20 style='height:15.0pt'><td height=20 style='height:15.0pt'>Berau<br style='mso-data-placement:same-cell'>Paser</td><td align=right x:num="1250.5">1.250,5</td><td align=right x:num>1300</td></tr>
 <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64 style='width:48pt'></td><td width=64></td><td width=64></td></tr><![endif]>
<!--EndFragment--></table>`,
    );
    expect(html).toBe(
      '<table data-caption="Realisasi anggaran"><tbody><tr><th>Kabupaten</th><th>2024</th><th>2025</th></tr><tr><td>Berau<br>Paser</td><td>1.250,5</td><td>1300</td></tr></tbody></table>',
    );
    expect(losses.hidden).toBe('');
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

test.each([
  'word-windows',
  'word-windows-review',
  'word-mac',
  'word-online',
  'google-docs',
  'libreoffice-writer',
  'libreoffice-word-file',
  'excel',
  'libreoffice-calc',
  'google-sheets',
  'web-page',
])('%s becomes a document that our rules take, without empty paragraphs or runs of spaces', (name) => {
  const content = pastedBlocks(fixture(`${name}.html`)).blocks.filter(({ type }) => type !== 'picture');
  expect(parseDocument({ type: 'doc', content })).toMatchObject({ ok: true });
  const { html } = pastedHtml(fixture(`${name}.html`));
  expect(html).not.toMatch(/<p><\/p>|\u00a0|&nbsp;| {2}|style=|class=|utm_/);
});
