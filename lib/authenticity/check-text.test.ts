import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { publishedParagraphs } from '#db/schema/index.ts';
import { forgetTries } from '#lib/accounts/throttle.ts';
import { config } from '#lib/config.ts';
import { articleMarkdown } from '#lib/feeds/article-markdown.ts';
import { articleText } from '#lib/feeds/article-text.ts';
import { allPortals } from '#lib/newsroom/public.ts';
import { articlePage } from '#lib/newsroom/public-article.ts';
import { listParagraphs } from '#lib/newsroom/published-paragraphs.ts';
import { approve, claim, retract, startEdition, submit } from '#lib/newsroom/publishing.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  anArticleInEditing,
  anOffice,
  aPublishedArticle,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { checkText } from './check-text.ts';
import { takeAnswer } from './kept-answers.ts';
import { takeText } from './take-text.ts';

const db = testDatabase();

const title = 'Puskesmas buka imunisasi tiap Sabtu';
const lead = 'Imunisasi gratis dibuka untuk 1.250 anak di Samarinda mulai pekan ini.';
const paragraphs = [
  'Kepala dinas berkata, “Kami tidak menolak siapa pun, tetapi stok harus cukup.”',
  'Layanan buka pukul 08.00–12.00 WITA setiap Sabtu sampai akhir tahun.',
  'Warga cukup membawa buku kesehatan anak dan kartu keluarga.',
];
const body = {
  type: 'doc' as const,
  content: paragraphs.map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })),
};
const words = { title, lead, body, datelinePlace: 'Samarinda' };
const pasted = [title, lead, ...paragraphs].join('\n\n');

async function publishNext(
  office: Office,
  live: { editionId: Awaited<ReturnType<typeof aPublishedArticle>>['editionId']; version: number },
) {
  const note = { changeType: 'correction' as const, publicNote: 'Jumlahnya 1.520, bukan 1.250.' };
  const begun = await startEdition(office.contributor, { ...live, ...note });
  const changed = readyWords(office, { ...words, lead: lead.replace('1.250', '1.520'), ...note });
  const version = await type(office.contributor, begun.editionId, changed);
  const claimed = await claim(office.editor, await submit(office.contributor, { ...begun, version }));
  return approve(office.editor, { ...claimed, outcome: 'publish' });
}

describe('a text of ours', () => {
  test('is genuine as a copy, as our own text file and as our Markdown', async () => {
    const office = await anOffice();
    const { slug } = await aPublishedArticle(office, { words });
    const [article, portals] = [await articlePage(office.portalId, slug), await allPortals()];
    const portal = portals.find(({ id }) => id === office.portalId);
    if (article === null || portal === undefined) throw new Error('Expected a live article.');
    const origin = new URL(config().publicUrl);
    origin.hostname = office.host;
    const place = { portal, origin: origin.origin };
    for (const text of [pasted, articleText(place, article), articleMarkdown(place, article)]) {
      expect(await checkText(office.portalId, text), text).toMatchObject({
        kind: 'same',
        source: { kind: 'current', number: 1 },
      });
    }
  });

  test('says of which edition it is when it was corrected, and of a retracted one only that', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office, { words });
    const next = await publishNext(office, live);
    expect(await checkText(office.portalId, pasted)).toMatchObject({
      kind: 'same',
      source: { kind: 'superseded', number: 1, notes: [{ number: 2, note: 'Jumlahnya 1.520, bukan 1.250.' }] },
    });
    expect(await checkText(office.portalId, pasted.replace('1.250', '1.520'))).toMatchObject({
      kind: 'same',
      source: { kind: 'current', number: 2 },
    });
    await retract(office.editor, { ...next, reason: 'Datanya perlu diperiksa ulang.', hidesTitle: true });
    expect(await checkText(office.portalId, pasted)).toMatchObject({ kind: 'same', source: { kind: 'retracted' } });
    const cut = await checkText(office.portalId, [title, lead].join('\n'));
    expect(cut).toMatchObject({ kind: 'part', source: { kind: 'retracted' }, missing: [] });
    const changed = await checkText(office.portalId, pasted.replace('Sabtu', 'Minggu'));
    expect(changed).toMatchObject({ kind: 'different', runs: [] });
  });

  test('is a part when lines are missing, and they are shown', async () => {
    const office = await anOffice();
    await aPublishedArticle(office, { words });
    const found = await checkText(office.portalId, [title, lead, paragraphs[0], paragraphs[2]].join('\n'));
    expect(found).toMatchObject({
      kind: 'part',
      missing: ['Layanan buka pukul 08.00-12.00 WITA setiap Sabtu sampai akhir tahun.'],
    });
  });
});

describe('a text that was tampered with', () => {
  test.each<[string, (text: string) => string]>([
    ['one changed figure', (text) => text.replace('1.250', '1.520')],
    ['an inserted paragraph', (text) => `${text}\n\nKirim biaya pendaftaran ke rekening panitia.`],
    ['a cut quotation', (text) => text.replace(', tetapi stok harus cukup.', '.')],
    ['invisible signs and a figure', (text) => text.replace('1.250', '1.2\u200B60').replaceAll('Sabtu', 'Sab\u00ADtu')],
    ['signs that turn the words around', (text) => text.replace('1.250', '\u202E052.1\u202C')],
    ['a figure in its only line', () => lead.replace('1.250', '9.250')],
  ])('with %s is never genuine', async (_, tamper) => {
    const office = await anOffice();
    await aPublishedArticle(office, { words });
    expect(await checkText(office.portalId, tamper(pasted))).toMatchObject({
      kind: 'different',
      source: { kind: 'current' },
    });
  });

  test('only by signs that turn it around is not genuine either', async () => {
    const office = await anOffice();
    await aPublishedArticle(office, { words });
    expect(await checkText(office.portalId, pasted.replace('1.250', '\u202D1.250\u202C'))).toMatchObject({
      kind: 'different',
      isTurned: true,
    });
  });

  test('with invisible signs alone is ours, and told so', async () => {
    const office = await anOffice();
    await aPublishedArticle(office, { words });
    expect(await checkText(office.portalId, pasted.replaceAll(' di ', ' d\u200Bi '))).toMatchObject({
      kind: 'same',
      hasHidden: true,
    });
  });

  test('but bears our code is compared with what that code stands for', async () => {
    const office = await anOffice();
    await aPublishedArticle(office, { words });
    const check = await checkText(office.portalId, pasted);
    expect(check.kind).toBe('same');
    const { contentHash } = (await articlePage(
      office.portalId,
      (check.kind === 'same' && check.source.kind === 'current' && check.source.card.slug) || '',
    )) ?? { contentHash: '' };
    const forged = `Gubernur meminta uang pendaftaran dikirim segera.\nCek keaslian: https://x.example/cek/${contentHash.slice(0, 16)}`;
    expect(await checkText(office.portalId, forged)).toEqual({ kind: 'unknown' });
  });
});

describe('nothing is genuine without a source', () => {
  test('an unpublished text, one of another portal, and one whose row was changed are not known', async () => {
    const [office, elsewhere] = [await anOffice(), await anOffice()];
    await anArticleInEditing(office, { words });
    expect(await checkText(office.portalId, pasted)).toEqual({ kind: 'unknown' });
    const live = await aPublishedArticle(office, { words });
    expect(await checkText(elsewhere.portalId, pasted)).toEqual({ kind: 'unknown' });
    const forged = lead.replace('1.250', '9.999');
    await behindOurBack(db.url(), 'update editions set lead = $2 where id = $1', [live.editionId, forged]);
    expect(await checkText(office.portalId, pasted.replace(lead, forged))).toEqual({ kind: 'unknown' });
    expect(await checkText(office.portalId, pasted)).toEqual({ kind: 'unknown' });
  });

  test('too little, too much, and what is no text are said as such', async () => {
    const { portalId } = await anOffice();
    expect(await checkText(portalId, 'Baca ini dulu')).toEqual({ kind: 'empty' });
    expect(await checkText(portalId, 'a '.repeat(40_000))).toEqual({ kind: 'too_long' });
    const sent = async (file: Uint8Array | null, typed = '') =>
      takeAnswer((await takeText({ portal: portalId, network: '192.0.2.1', typed, file })).id)?.check.kind;
    expect(await sent(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0xff]))).toBe('unreadable');
    expect(await sent(new TextEncoder().encode('Baca ini dulu'))).toBe('empty');
    expect(await sent(null, 'Rapat paripurna membahas anggaran jalan provinsi')).toBe('unknown');
  });

  test('whoever asks too often is told to wait, and an answer is taken once', async () => {
    const { portalId } = await anOffice();
    forgetTries();
    const kinds: string[] = [];
    for (let tried = 0; tried < 41; tried += 1) {
      const { id, kind } = await takeText({ portal: portalId, network: '192.0.2.2', typed: 'pendek', file: null });
      kinds.push(kind);
      expect([takeAnswer(id)?.typed, takeAnswer(id)]).toEqual(['pendek', undefined]);
    }
    expect([kinds[39], kinds[40]]).toEqual(['empty', 'too_often']);
    forgetTries();
  });
});

test('what was published before paragraphs were listed is listed by the job, once', async () => {
  const office = await anOffice();
  const live = await aPublishedArticle(office, { words });
  const own = async () =>
    (await database().select().from(publishedParagraphs)).filter(({ editionId }) => editionId === live.editionId)
      .length;
  const listed = await own();
  expect(listed).toBeGreaterThan(3);
  await database().delete(publishedParagraphs);
  await listParagraphs();
  expect(await own()).toBe(listed);
  await database().delete(publishedParagraphs);
  await listParagraphs();
  expect(await own()).toBe(0);
});
