import { describe, expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, type Office } from '#lib/testing/newsroom.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { exportRegister } from './export.ts';
import { addFigure } from './figures.ts';
import { previewImport, takeImport } from './import.ts';
import { addPerson } from './people.ts';
import type { CsvKind } from './register-input.ts';
import { figureList, houseNameList, registeredPeopleList, regulationList } from './register-reads.ts';

testDatabase();

const csv = (...lines: string[]) => lines.join('\r\n');
const aFile = (content: string | Uint8Array<ArrayBuffer>) => new File([content], 'daftar.csv');

async function previewed(office: Office, kind: CsvKind, content: string | Uint8Array<ArrayBuffer>) {
  return previewImport(office.editor, { portalId: office.portalId, kind, file: aFile(content) });
}

const everything = ({ portalId }: Office) => ({ portalId, search: '', page: 1 });

describe('people from a CSV file', () => {
  const rows = csv(
    'nama;jabatan;perangkat_daerah;plt;mulai;sampai',
    'dr. Sri Wahyuni, M.Kes.;Kepala Dinas;{opd};;02/01/2025;31/03/2026',
    'Budi Santoso;Kepala Dinas;{opd};ya;1 April 2026;2026-09-30',
    'Budi Santoso;Sekretaris;{opd};;;',
    'Citra Dewi;;;;;',
  );

  test('are shown first, then taken, and a second time nothing changes', async () => {
    const office = await anOffice();
    const content = rows.replaceAll('{opd}', office.agencySlug);
    const preview = await previewed(office, 'people', content);
    expect(preview).toMatchObject({ count: { added: 4, changed: 0, same: 0 }, issues: [], rowCount: 4 });
    expect((await registeredPeopleList(office.editor, everything(office))).rows).toEqual([]);

    const { portalId } = office;
    await takeImport(office.editor, { portalId, kind: 'people', text: preview.text });
    const { rows: people } = await registeredPeopleList(office.editor, everything(office));
    expect(people.map(({ name, posts }) => [name, posts.map(({ title, isActing }) => [title, isActing])])).toEqual([
      [
        'Budi Santoso',
        [
          ['Sekretaris', false],
          ['Kepala Dinas', true],
        ],
      ],
      ['Citra Dewi', []],
      ['dr. Sri Wahyuni, M.Kes.', [['Kepala Dinas', false]]],
    ]);
    expect(people[2]?.posts).toMatchObject([{ fromDay: '2025-01-02', untilDay: '2026-03-31' }]);
    const again = await takeImport(office.editor, { portalId, kind: 'people', text: preview.text });
    expect(again).toEqual({ added: 0, changed: 0, same: 4 });
    const ended = content.replace('2026-09-30', '2026-10-31');
    expect((await previewed(office, 'people', ended)).count).toEqual({ added: 0, changed: 1, same: 3 });
  });

  test('each wrong line is named in words, and then none of them is taken', async () => {
    const office = await anOffice();
    const content = csv(
      'nama;jabatan;perangkat_daerah;plt;mulai;sampai',
      'Budi;Kepala;Dinas Antah Berantah;;;',
      ';Kepala;;;;',
      'Citra;Kepala;;mungkin;31/02/2026;',
      'Dedi;Kepala;;;02/01/2026;01/01/2026',
      'Eka;;;ya;;',
      'Fani;Kepala;;;;',
      'FANI;kepala;;;;',
      'Gita;Kepala;;;;;berlebih',
    );
    const { issues } = await previewed(office, 'people', content);
    expect(issues.map((issue) => issue.text.slice(0, 40)).toSorted()).toEqual([
      'Baris 2: perangkat daerah “Dinas Antah B',
      'Baris 3: Isi nama.',
      'Baris 4: Mulai tidak dikenali. Tulis sep',
      'Baris 4: Plt.: tulis “ya” atau kosongkan',
      'Baris 5: Tanggal sampai mendahului tangg',
      'Baris 6: Jabatan kosong, padahal keteran',
      'Baris 8: entri ini sudah ada di baris 7.',
      'Baris 9: ada lebih banyak sel daripada k',
    ]);
    const { portalId } = office;
    expect(await issueCodes(takeImport(office.editor, { portalId, kind: 'people', text: content }))).toHaveLength(8);
    expect((await registeredPeopleList(office.editor, everything(office))).rows).toEqual([]);
  });
});

describe('the other lists', () => {
  test('regulations and figures change what stands under the same name', async () => {
    const office = await anOffice();
    const { portalId, editor } = office;
    await addFigure(editor, { portalId, label: 'Jumlah desa', value: '841', asOf: null, source: 'DPMPD' });
    const figures = csv('angka;nilai;per_tanggal;sumber', 'jumlah desa;842;31/12/2026;DPMPD', 'Kecamatan;105;;BPS');
    expect(await takeImport(editor, { portalId, kind: 'figures', text: figures })).toEqual({
      added: 1,
      changed: 1,
      same: 0,
    });
    expect((await figureList(editor, everything(office))).rows.map(({ value, asOf }) => [value, asOf])).toEqual([
      ['842', '2026-12-31'],
      ['105', null],
    ]);
    const regulations = csv('tahun,nomor,jenis,tentang', '2024,49,Peraturan Gubernur,"Media, komunikasi"');
    await takeImport(editor, { portalId, kind: 'regulations', text: regulations });
    expect((await regulationList(editor, everything(office))).rows).toMatchObject([
      { subject: 'Media, komunikasi', isVerified: false },
    ]);
  });

  test('names count at once, and only an editor brings them', async () => {
    const office = await anOffice();
    const { portalId, editor, admin } = office;
    const text = csv('kata', 'Sotek', 'Long Apari');
    await takeImport(editor, { portalId, kind: 'names', text });
    expect((await houseNameList(editor, everything(office))).total).toBe(2);
    expect(await refusal(takeImport(admin, { portalId, kind: 'names', text }))).toBe('not_allowed');
  });

  test('nobody else imports', async () => {
    const [office, elsewhere] = [await anOffice(), await anOffice()];
    const { portalId } = office;
    const text = csv('angka;nilai;sumber', 'Kecamatan;105;BPS');
    const preview = { portalId, kind: 'figures', file: aFile(text) } as const;
    expect(await refusal(takeImport(office.contributor, { portalId, kind: 'figures', text }))).toBe('not_allowed');
    expect(await refusal(previewImport(office.contributor, preview))).toBe('not_allowed');
    expect(await refusal(takeImport(elsewhere.editor, { portalId, kind: 'figures', text }))).toBe('not_found');
    expect(await refusal(exportRegister(elsewhere.editor, portalId, 'figures'))).toBe('not_found');
  });
});

describe('an export', () => {
  test('can be taken in again without a change, formulas harmless', async () => {
    const office = await anOffice();
    const { portalId, editor } = office;
    await addPerson(editor, { portalId, name: '=HYPERLINK("https://jahat.example")' });
    await addFigure(editor, { portalId, label: '＋62', value: '-5%', asOf: '2026-01-14', source: '@BPS; "resmi"' });
    const people = await exportRegister(office.contributor, portalId, 'people');
    expect(people).toContain(`"'=HYPERLINK(""https://jahat.example"")"`);
    const figures = await exportRegister(editor, portalId, 'figures');
    expect(figures).toContain(`"'＋62";"'-5%";"14/01/2026";"'@BPS; ""resmi"""`);
    expect((await previewed(office, 'people', people)).count).toEqual({ added: 0, changed: 0, same: 1 });
    expect((await previewed(office, 'figures', figures)).count).toEqual({ added: 0, changed: 0, same: 1 });
  });

  test('of an empty list is a form to fill', async () => {
    const { portalId, editor } = await anOffice();
    expect(await exportRegister(editor, portalId, 'figures')).toBe('\uFEFF"angka";"nilai";"per_tanggal";"sumber"\r\n');
  });
});
