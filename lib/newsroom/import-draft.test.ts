import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { articleImports, articles, assets, events, revisions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { useClock } from '#lib/clock.ts';
import type { AgencyId } from '#lib/ids.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anAgency, anOffice, editionRow } from '#lib/testing/newsroom.ts';
import { aPhoto, testMediaFolders } from '#lib/testing/photos.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { aWordFile, type WordPart } from '#lib/testing/word-files.ts';
import { editionForActor } from './edition-view.ts';
import { importDraft, importReportOf } from './import-draft.ts';
import { discard } from './publishing.ts';
import { purgeDiscarded } from './purging.ts';

testDatabase();
testMediaFolders();

async function* bytesOf(file: Uint8Array): AsyncGenerator<Uint8Array> {
  yield file;
}

function importFile(actor: Actor, agencyId: AgencyId, file: Uint8Array, fileName = 'naskah.docx') {
  return importDraft(actor, { agencyId, fileName, declaredLength: file.length, body: bytesOf(file) });
}

const text: WordPart[] = [
  { text: 'Tiga puskesmas baru untuk hulu Mahakam', style: 'Title' },
  {
    text: 'Long Bagun – Pemerintah membangun tiga puskesmas di hulu Mahakam, Rabu (14/1/2026), untuk warga sepuluh desa.',
  },
  { text: 'Pembangunan dimulai bulan depan.' },
  { text: 'Baca juga: lainnya' },
  { text: 'Selesai akhir tahun. (rw/ADV/Diskominfo)' },
];

describe('a document of Word', () => {
  test('becomes a draft with its words in their fields, its pictures as photos, and a report', async () => {
    const office = await anOffice();
    const [one, two] = await Promise.all([320, 360].map(async (width) => (await aPhoto(width, 240)).png().toBuffer()));
    const file = aWordFile([
      ...text.slice(0, 1),
      { picture: one ?? new Uint8Array() },
      { text: 'Foto: Budi/Adpim' },
      ...text.slice(1),
      { picture: two ?? new Uint8Array() },
    ]);
    const { articleId, editionId } = await importFile(
      office.contributor,
      office.agencyId,
      file,
      'Rilis puskesmas.docx',
    );

    const row = await editionRow(editionId);
    expect(row).toMatchObject({
      state: 'draft',
      title: 'Tiga puskesmas baru untuk hulu Mahakam',
      datelinePlace: 'Long Bagun',
      eventDate: '2026-01-14',
      sponsored: true,
      cover: { credit: 'Budi/Adpim' },
      credits: [{ initials: 'rw', unit: 'Diskominfo' }],
    });
    expect(row.lead).toMatch(/^Pemerintah membangun/);
    expect(row.body.content.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'figure']);
    const photos = await database().select().from(assets).where(eq(assets.agencyId, office.agencyId));
    expect(photos.map(({ uploadedBy, fileName }) => [uploadedBy, fileName]).toSorted()).toEqual([
      [office.contributor.userId, 'Rilis puskesmas, gambar 1'],
      [office.contributor.userId, 'Rilis puskesmas, gambar 2'],
    ]);

    const report = await importReportOf(office.colleague, articleId);
    expect(report).toMatchObject({ fileName: 'Rilis puskesmas.docx' });
    expect(report?.report.map((line) => line.text)).toContain('Baca juga: lainnya');
    const [event] = await database().select().from(events).where(eq(events.articleId, articleId));
    expect(event).toMatchObject({ verb: 'create', toState: 'draft', detail: { source: 'document' } });
    expect(JSON.stringify(event)).not.toContain('puskesmas');
    const kept = await database().select().from(revisions).where(eq(revisions.editionId, editionId));
    expect(kept).toHaveLength(1);
    expect((await editionForActor(office.contributor, articleId)).allowed).toContain('edit');
  });

  test('a picture that is none is left out, and the report says why', async () => {
    const office = await anOffice();
    const { articleId } = await importFile(
      office.contributor,
      office.agencyId,
      aWordFile([...text, { picture: new Uint8Array(500) }]),
    );
    const report = await importReportOf(office.contributor, articleId);
    expect(report?.report).toContainEqual(expect.objectContaining({ what: 'Gambar 1 tidak dapat diambil.' }));
  });

  test('is for those who write for the agency, and opened for nobody else', async () => {
    const office = await anOffice();
    const elsewhere = await anAgency(office.portalId);
    const before = await database().$count(articles);
    const file = aWordFile(text);
    for (const who of [office.editor, office.admin, office.leader, office.auditor]) {
      expect(await refusal(importFile(who, office.agencyId, file))).toBe('not_found');
    }
    expect(await refusal(importFile(office.contributor, elsewhere.agencyId, file))).toBe('not_found');
    expect(await database().$count(articles)).toBe(before);
  });

  test('what is refused leaves nothing behind', async () => {
    const office = await anOffice();
    const before = await database().$count(articles);
    expect(await issueCodes(importFile(office.contributor, office.agencyId, Buffer.from('bukan dokumen')))).toEqual([
      'unknown_kind',
    ]);
    expect(await database().$count(articles)).toBe(before);
  });

  test('the report is for those who may see the article, and goes with its words', async () => {
    const office = await anOffice();
    const other = await anOffice();
    const { articleId, editionId } = await importFile(office.contributor, office.agencyId, aWordFile(text));
    expect(await refusal(importReportOf(other.contributor, articleId))).toBe('not_found');
    await discard(office.contributor, { editionId, version: (await editionRow(editionId)).version });
    const putBack = useClock(() => new Date(Date.now() + 31 * 24 * 60 * 60 * 1000));
    try {
      await purgeDiscarded();
    } finally {
      putBack();
    }
    expect(await database().select().from(articleImports).where(eq(articleImports.articleId, articleId))).toEqual([]);
  });
});
