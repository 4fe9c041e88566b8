import { expect, test } from 'vitest';
import { addFigure } from '#lib/register/figures.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice } from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { registerExportPath } from '#lib/urls.ts';
import { registerFile } from './register-answers.ts';

testDatabase();

const asked = (path: string) => new Request(new URL(path, 'http://127.0.0.1'));

test('a list is sent as a file to be kept, never shown by the browser', async () => {
  const { portalId, editor, leader } = await anOffice();
  await addFigure(editor, { portalId, label: 'Jumlah desa', value: '841', asOf: null, source: 'DPMPD' });
  const answer = await registerFile(leader, asked(registerExportPath('figures', portalId)), { list: 'angka' });
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="daftar-angka.csv"');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await answer.text()).toContain('"Jumlah desa";"841"');
});

test('what is no list, or of another portal, is not there', async () => {
  const [office, elsewhere] = [await anOffice(), await anOffice()];
  const path = registerExportPath('figures', office.portalId);
  expect(await refusal(registerFile(elsewhere.editor, asked(path), { list: 'angka' }))).toBe('not_found');
  expect(await refusal(registerFile(office.editor, asked(path), { list: 'lain' }))).toBe('not_found');
  expect(await refusal(registerFile(office.editor, asked('/?portal=x'), { list: 'angka' }))).toBe('not_found');
  const unnamed = registerFile(office.editor, asked('/redaksi/daftar/unduh/angka'), { list: 'angka' });
  expect(await refusal(unnamed)).toBe('not_found');
});
