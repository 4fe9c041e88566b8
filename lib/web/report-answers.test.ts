import { sql } from 'drizzle-orm';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { forgetTries, takeTry } from '#lib/accounts/throttle.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle, type Office } from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { reportFile } from './report-answers.ts';

testDatabase();

const hostileTitles = [
  '=HYPERLINK("http://jahat.example","Klik")',
  '+62 812 nomor palsu',
  '@SUM(A1:A9) dalam judul',
  '＝cmd|kalkulator',
  'Kata "kutip"; titik koma',
];
let office: Office;

beforeAll(async () => {
  office = await anOffice();
  await database().execute(sql`update agencies set short_name = '-2+3 Dinas' where id = ${office.agencyId}`);
  for (const title of hostileTitles) await aPublishedArticle(office, { words: { title } });
});

afterEach(forgetTries);

const ask = (table: string, query = '') =>
  reportFile(office.editor, new Request(`https://warta.example/redaksi/laporan/unduh/${table}${query}`), { table });

test('no cell of a file is a formula, whatever titles and names hold', async () => {
  for (const table of ['edisi-terbit', 'perangkat-daerah', 'diam']) {
    const answer = await ask(table);
    const cells = (await answer.text()).replace(/^\uFEFF/, '').split(/";"|"\r\n"|^"|"\r\n$/);
    expect(cells.filter((cell) => /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell))).toEqual([]);
  }
  const titles = await (await ask('edisi-terbit')).text();
  expect(titles).toContain(`"'=HYPERLINK(""http://jahat.example"",""Klik"")"`);
  expect(titles).toContain(`"'-2+3 Dinas"`);
});

test('the file is saved under a name that says what it is of', async () => {
  const { headers } = await ask('arus', `?kurun=bulan-lalu&opd=${office.agencySlug}`);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('content-disposition')).toMatch(
    new RegExp(
      `^attachment; filename="laporan-arus-${office.agencySlug}-\\d{4}-\\d\\d-01-\\d{4}-\\d\\d-\\d\\d\\.csv"$`,
    ),
  );
});

test('a table that is none, and an agency that is out of reach, are not there', async () => {
  expect(await refusal(ask('peringkat-orang'))).toBe('not_found');
  expect(await refusal(ask('arus', '?opd=tidak-ada'))).toBe('not_found');
  expect(await refusal(reportFile(office.admin, new Request('https://warta.example/x'), { table: 'arus' }))).toBe(
    'not_found',
  );
});

test('whoever takes file after file is asked to wait, others are not', async () => {
  const taken = { kind: 'reportExport', of: office.editor.userId } as const;
  for (let file = 0; file < 40; file += 1) expect(takeTry([taken])).toBeUndefined();
  const answer = await ask('arus');
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(await answer.text()).toMatch(/^Anda sudah berkali-kali mengunduh laporan. Coba lagi \d+ menit lagi\.\n$/);
  const other = reportFile(office.otherEditor, new Request('https://warta.example/x'), { table: 'arus' });
  expect((await other).status).toBe(200);
});
