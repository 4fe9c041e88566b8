import { beginArticle, carryOut, uniqueTitle, writeArticle } from './desk-steps.ts';
import { expect, test } from './people.ts';

const markup = `"><img src=x onerror=alert(1)><svg/onload=alert(2)>'<script>alert(3)</script>{{7*7}}`;

test('markup that people write stays words on every screen that shows it', async ({ as }) => {
  const title = uniqueTitle(`Judul ${markup}`);
  const writer = await as('dewi');
  const editor = await as('aditya');
  for (const page of [writer, editor])
    page.on('dialog', (dialog) => {
      throw new Error(`A script ran: ${dialog.message()}`);
    });
  const article = await beginArticle(writer, 'Dinas Perhubungan');
  await writeArticle(writer, { title, lead: `Teras ${markup}`, body: `Isi ${markup}` });
  await carryOut(writer, 'Ajukan');

  const own = `/redaksi/naskah/${article}`;
  const screens = [
    ...[own, `${own}/tinjau`, `${own}/riwayat`, `${own}/tampilan`].map((path) => [writer, path] as const),
    ...['/redaksi', '/redaksi/kalender'].map((path) => [writer, path] as const),
    ...['/redaksi', '/redaksi/antrean', '/redaksi/kalender', own, `${own}/tinjau`].map(
      (path) => [editor, path] as const,
    ),
  ];
  let shown = 0;
  for (const [page, path] of screens) {
    await page.goto(path);
    await expect(page.getByRole('main')).toBeVisible();
    const made = await page.evaluate(() => ({
      active: document.querySelectorAll('[onerror], [onload], img[src="x"], main script').length,
      hasWords: document.querySelector('main')?.textContent.includes('onerror=alert(1)') === true,
    }));
    expect(made.active, path).toBe(0);
    shown += Number(made.hasWords);
  }
  expect(shown).toBeGreaterThan(6);
});

test('parameters that come twice, or are not what they should be, break no screen', async ({ as }) => {
  const names = [
    ...['q', 'cari', 'halaman', 'portal', 'status', 'urut', 'dari', 'sampai', 'sebelum', 'opd', 'jenis', 'kurun'],
    ...['tujuan', 'pesan', 'lihat', 'tampilan', 'bulan', 'edisi', 'orang', 'tindakan', 'text', 'after', '__proto__'],
  ];
  const doubled = names.map((name) => `${name}=a&${name}=2`).join('&');
  const strange = names.map((name) => `${name}=${encodeURIComponent(`'"><svg onload=1>%00\u202e`)}`).join('&');
  const paths = {
    fajar: ['orang', 'peran', 'opd', 'kanal', 'pengalihan', 'surel', 'operasi', 'serah-terima'].map(
      (name) => `/admin/${name}`,
    ),
    aditya: [
      '',
      '/antrean',
      '/terbit',
      '/media',
      '/kalender',
      '/laporan',
      '/tautan',
      '/daftar',
      '/pers',
      '/pemberitahuan',
    ],
    yohana: ['/jejak-audit', '/laporan', '/media', '/bantuan'],
  } as const;
  for (const person of ['fajar', 'aditya', 'yohana'] as const) {
    const { request } = await as(person);
    for (const path of paths[person]) {
      for (const query of [doubled, strange]) {
        const answer = await request.get(`/redaksi${path}?${query}`);
        expect([200, 404], `${path}?${query}`).toContain(answer.status());
        expect(await answer.text(), path).not.toContain('<svg onload=1>');
      }
    }
  }
});
