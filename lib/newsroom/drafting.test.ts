import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { agencies, articles, events, revisions, topics } from '#db/schema/index.ts';
import type { EditionId } from '#lib/ids.ts';
import { emptyDocument } from '#lib/richtext/document.ts';
import { anAssetRow, coverOf, figureOf } from '#lib/testing/asset-rows.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anAgency,
  anArticleInEditing,
  anOffice,
  aPublishedArticle,
  aSubmittedArticle,
  editionRow,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import type { Words } from './article-input.ts';
import { createArticle, type SaveResult, saveWords, settleStranded, strandedWords } from './drafting.ts';
import { approve, publishNow, startEdition, submit, takeOver } from './publishing.ts';

testDatabase();

const typed = (editionId: EditionId) =>
  database()
    .select()
    .from(revisions)
    .where(and(eq(revisions.editionId, editionId), eq(revisions.reason, 'typing')));

const save = (by: Parameters<typeof saveWords>[0], editionId: EditionId, baseVersion: number, words: Words) =>
  saveWords(by, { editionId, baseVersion, saveId: randomUUID(), words });

describe('beginning an article', () => {
  test('gives an empty draft of the chosen kind, and says so in the record', async () => {
    const office = await anOffice();
    const begun = await createArticle(office.contributor, { agencyId: office.agencyId, kind: 'announcement' });
    expect(await editionRow(begun.editionId)).toMatchObject({
      state: 'draft',
      number: 1,
      kind: 'announcement',
      version: 1,
    });
    const [event] = await database().select().from(events).where(eq(events.articleId, begun.articleId));
    expect(event).toMatchObject({ verb: 'create', actorRole: 'contributor', toState: 'draft' });
  });

  test('is for the contributors and verifiers of an active agency, and for nobody else', async () => {
    const office = await anOffice();
    const elsewhere = await anAgency(office.portalId);
    const { agencyId } = office;
    expect(await refusal(createArticle(office.verifier, { agencyId }))).toBe('none');
    for (const who of [office.editor, office.managingEditor, office.leader, office.admin, office.auditor]) {
      expect(await refusal(createArticle(who, { agencyId }))).toBe('not_found');
    }
    expect(await refusal(createArticle(office.contributor, { agencyId: elsewhere.agencyId }))).toBe('not_found');
    const before = await database().$count(articles);
    await database().update(agencies).set({ isActive: false }).where(eq(agencies.id, agencyId));
    expect(await refusal(createArticle(office.contributor, { agencyId }))).toBe('not_found');
    expect(await database().$count(articles)).toBe(before);
  });
});

describe('the desk’s banner', () => {
  test('an editor begins one for any active agency of the portal, and no other kind', async () => {
    const office = await anOffice();
    const { agencyId } = office;
    const { editionId, articleId } = await createArticle(office.editor, { agencyId, kind: 'banner' });
    expect(await editionRow(editionId)).toMatchObject({ kind: 'banner', createdBy: office.editor.userId });
    const [event] = await database().select().from(events).where(eq(events.articleId, articleId));
    expect(event).toMatchObject({ verb: 'create', actorRole: 'editor' });
    expect(await refusal(createArticle(office.editor, { agencyId, kind: 'page' }))).toBe('not_found');
    for (const who of [office.leader, office.admin, office.auditor])
      expect(await refusal(createArticle(who, { agencyId, kind: 'banner' }))).toBe('not_found');
    const elsewhere = await anOffice();
    expect(await refusal(createArticle(office.editor, { agencyId: elsewhere.agencyId, kind: 'banner' }))).toBe(
      'not_found',
    );
  });

  test('stays a banner in the hands of the editor who began it', async () => {
    const office = await anOffice();
    const { editionId } = await createArticle(office.editor, { agencyId: office.agencyId, kind: 'banner' });
    const banner = { kind: 'banner', details: { bannerUntil: '2030-01-01T00:00:00+08:00' } } as const;
    expect(await save(office.editor, editionId, 1, readyWords(office, banner))).toMatchObject({ outcome: 'saved' });
    const other = save(office.editor, editionId, 2, readyWords(office, { kind: 'news' }));
    expect(await issueCodes(other)).toEqual(['kind_fixed']);
    expect(await save(office.contributor, editionId, 2, readyWords(office, { kind: 'news' }))).toMatchObject({
      outcome: 'saved',
    });
  });

  test('goes live by the fast lane with nothing but its title and its end', async () => {
    const office = await anOffice();
    const { editionId } = await createArticle(office.editor, { agencyId: office.agencyId, kind: 'banner' });
    const words = { kind: 'banner', lead: '', sectionId: null, cover: null } as const;
    const fast = { fastLaneReason: 'disaster', reason: 'Banjir menutup jalan utama.' } as const;
    const body = emptyDocument();
    await save(office.editor, editionId, 1, readyWords(office, { ...words, body }));
    expect(await issueCodes(publishNow(office.editor, { editionId, version: 2, ...fast }))).toEqual([
      'banner_until_missing',
    ]);
    const details = { bannerUntil: '2030-01-01T00:00:00+08:00' };
    await save(office.editor, editionId, 2, readyWords(office, { ...words, body, details }));
    const draft = { editionId, version: 3, ...fast };
    expect(await refusal(publishNow(office.contributor, draft))).toBe('not_allowed');
    expect(await publishNow(office.editor, draft)).toMatchObject({ state: 'published' });
  });
});

describe('embargo', () => {
  const details = { contactName: 'Ani', contactPhone: '0812', embargoUntil: '2030-01-14T10:00:00+08:00' };

  test('is kept where every guard reads it, for a kind that has one, and goes with the words', async () => {
    const office = await anOffice();
    const draft = await aDraft(office, { words: { kind: 'press_release', details } });
    expect((await editionRow(draft.editionId)).embargoUntil).toEqual(new Date('2030-01-14T02:00:00Z'));
    await save(office.contributor, draft.editionId, draft.version, readyWords(office, { kind: 'page', details }));
    expect(await editionRow(draft.editionId)).toMatchObject({ embargoUntil: null, details });
    const news = readyWords(office, { kind: 'news', details });
    await save(office.contributor, draft.editionId, draft.version + 1, news);
    expect((await editionRow(draft.editionId)).embargoUntil).toEqual(new Date('2030-01-14T02:00:00Z'));
    await save(office.contributor, draft.editionId, draft.version + 2, readyWords(office, { kind: 'press_release' }));
    expect(await editionRow(draft.editionId)).toMatchObject({ embargoUntil: null, details: {} });
  });

  test('holds back what was approved for publication, and the fast lane', async () => {
    const office = await anOffice();
    const editing = await anArticleInEditing(office, { words: { kind: 'press_release', details } });
    const fast = { fastLaneReason: 'clarification', reason: 'Perlu segera diketahui warga.' } as const;
    expect(await refusal(publishNow(office.editor, { ...editing, ...fast }))).toBe('not_allowed');
    expect(await approve(office.editor, { ...editing, outcome: 'publish' })).toMatchObject({ state: 'scheduled' });
    expect((await editionRow(editing.editionId)).scheduledFor).toEqual(new Date('2030-01-14T02:00:00Z'));
  });
});

test('the next edition begins with the details of the one before, its embargo too', async () => {
  const office = await anOffice();
  const details = { contactName: 'Ani', contactPhone: '0812', embargoUntil: '2020-01-14T10:00:00+08:00' };
  const live = await aPublishedArticle(office, { words: { kind: 'press_release', details } });
  const next = await startEdition(office.contributor, { ...live, changeType: 'minor', publicNote: '' });
  expect(await editionRow(next.editionId)).toMatchObject({
    details,
    embargoUntil: new Date('2020-01-14T02:00:00Z'),
  });
});

describe('saving', () => {
  test('raises the version and keeps the words', async () => {
    const office = await anOffice();
    const { editionId } = await createArticle(office.contributor, { agencyId: office.agencyId });
    const saved = await save(office.contributor, editionId, 1, readyWords(office));
    expect(saved).toMatchObject({ outcome: 'saved', version: 2 });
    expect(await editionRow(editionId)).toMatchObject({
      version: 2,
      lastTypedBy: office.contributor.userId,
      ...readyWords(office),
    });
  });

  test('the same save sent again answers the same and writes nothing', async () => {
    const office = await anOffice();
    const draft = await aDraft(office);
    const sent = {
      editionId: draft.editionId,
      baseVersion: draft.version,
      saveId: randomUUID(),
      words: readyWords(office, { title: 'Dua kali' }),
    };
    const first = await saveWords(office.contributor, sent);
    const rows = await typed(draft.editionId);
    expect(await saveWords(office.contributor, sent)).toEqual(first);
    expect(await typed(draft.editionId)).toEqual(rows);
    expect((await editionRow(draft.editionId)).version).toBe(draft.version + 1);
  });

  test('an answer that was lost is given again also after the words were sent on', async () => {
    const office = await anOffice();
    const draft = await aDraft(office);
    const sent = {
      editionId: draft.editionId,
      baseVersion: draft.version,
      saveId: randomUUID(),
      words: readyWords(office),
    };
    const saved = await saveWords(office.contributor, sent);
    await submit(office.contributor, { editionId: draft.editionId, version: draft.version + 1 });
    const again = await saveWords(office.contributor, sent);
    expect([saved.outcome, again.outcome]).toEqual(['saved', 'saved']);
    expect(await strandedWords(office.contributor)).toEqual([]);
  });

  test('upon an older version is a conflict with both texts, and writes nothing', async () => {
    const office = await anOffice();
    const draft = await aDraft(office);
    await type(office.colleague, draft.editionId, readyWords(office, { title: 'Judul dari Rudi' }));
    const answer = await save(
      office.contributor,
      draft.editionId,
      draft.version,
      readyWords(office, { title: 'Judul dari Sari' }),
    );
    expect(answer).toMatchObject({
      outcome: 'conflict',
      version: draft.version + 1,
      by: 'Rudi Rekan',
      words: readyWords(office, { title: 'Judul dari Rudi' }),
    });
    expect((await editionRow(draft.editionId)).title).toBe('Judul dari Rudi');
  });

  test('of two saves at once one is kept and the other is told', async () => {
    const office = await anOffice();
    const draft = await aDraft(office);
    const answers = await Promise.all(
      [office.contributor, office.colleague].map((by) =>
        save(by, draft.editionId, draft.version, readyWords(office, { title: `Judul ${by.name}` })),
      ),
    );
    const outcomes = answers.map((answer: SaveResult) => answer.outcome);
    expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
    const row = await editionRow(draft.editionId);
    expect(row.version).toBe(draft.version + 1);
    const kept = outcomes[0] === 'saved' ? office.contributor : office.colleague;
    expect(row.title).toBe(`Judul ${kept.name}`);
  });

  test('the same save sent twice at once is taken once', async () => {
    const office = await anOffice();
    const draft = await aDraft(office);
    const sent = {
      editionId: draft.editionId,
      baseVersion: draft.version,
      saveId: randomUUID(),
      words: readyWords(office, { title: 'Sekali' }),
    };
    const answers = await Promise.all([1, 2, 3].map(() => saveWords(office.contributor, sent)));
    expect(answers.map((answer) => answer.outcome)).toEqual(['saved', 'saved', 'saved']);
    expect((await editionRow(draft.editionId)).version).toBe(draft.version + 1);
  });

  test('strangers find nothing; who only reads is told so', async () => {
    const [office, elsewhere] = [await anOffice(), await anOffice()];
    const draft = await aDraft(office);
    for (const stranger of [elsewhere.contributor, elsewhere.editor, office.admin]) {
      expect(await refusal(save(stranger, draft.editionId, draft.version, readyWords(office)))).toBe('not_found');
    }
    for (const reader of [office.leader, office.auditor, office.editor]) {
      expect(await refusal(save(reader, draft.editionId, draft.version, readyWords(office)))).toBe('not_allowed');
    }
    expect(await typed(draft.editionId)).toHaveLength(1);
  });

  test('the desk writes only what it holds', async () => {
    const office = await anOffice();
    const editing = await anArticleInEditing(office);
    expect(await refusal(save(office.otherEditor, editing.editionId, editing.version, readyWords(office)))).toBe(
      'not_allowed',
    );
    expect((await save(office.editor, editing.editionId, editing.version, readyWords(office))).outcome).toBe('saved');
  });
});

describe('words that come too late', () => {
  test('are kept once as their writer’s own and never mixed into what was signed', async () => {
    const office = await anOffice();
    const submitted = await aSubmittedArticle(office);
    const before = await editionRow(submitted.editionId);
    const late = readyWords(office, { title: 'Ketikan terakhir' });
    const answer = await save(office.contributor, submitted.editionId, submitted.version - 1, late);
    expect(answer).toMatchObject({ outcome: 'stranded', text: expect.stringContaining('Diajukan') });
    expect(await save(office.contributor, submitted.editionId, submitted.version - 1, late)).toEqual(answer);
    expect(await editionRow(submitted.editionId)).toEqual(before);
    const waiting = await strandedWords(office.contributor, submitted.articleId);
    expect(waiting.map((one) => one.words.title)).toEqual(['Ketikan terakhir']);
    expect(await strandedWords(office.colleague)).toEqual([]);
  });

  test('also those of an editor who was taken over before a single save', async () => {
    const office = await anOffice();
    const editing = await anArticleInEditing(office);
    await takeOver(office.managingEditor, editing);
    const late = readyWords(office, { title: 'Suntingan Eko' });
    expect((await save(office.editor, editing.editionId, editing.version, late)).outcome).toBe('stranded');
    expect((await strandedWords(office.editor)).map((one) => one.title)).toEqual(['Suntingan Eko']);
    expect((await editionRow(editing.editionId)).title).not.toBe('Suntingan Eko');
  });

  test('are put aside by their writer alone, and stay in the history', async () => {
    const office = await anOffice();
    const submitted = await aSubmittedArticle(office);
    await save(office.contributor, submitted.editionId, 1, readyWords(office, { title: 'Tertinggal' }));
    const [waiting] = await strandedWords(office.contributor);
    if (waiting === undefined) throw new Error('Expected stranded words.');
    expect(await refusal(settleStranded(office.colleague, waiting.revisionId))).toBe('not_found');
    await settleStranded(office.contributor, waiting.revisionId);
    expect(await strandedWords(office.contributor)).toEqual([]);
    const kept = await database().select().from(revisions).where(eq(revisions.id, waiting.revisionId));
    expect(kept).toHaveLength(1);
  });
});

describe('what words may refer to', () => {
  test('photos of this portal, under their true hash', async () => {
    const office = await anOffice();
    const draft = await aDraft(office);
    const photo = await anAssetRow(office, office.contributor);
    const lie = { ...photo, hash: '0'.repeat(64) };
    const words = readyWords(office, { cover: coverOf(lie), body: { type: 'doc', content: [figureOf(lie)] } });
    await save(office.contributor, draft.editionId, draft.version, words);
    const row = await editionRow(draft.editionId);
    expect(row.cover?.assetHash).toBe(photo.hash);
    expect(row.body.content).toEqual([figureOf(photo)]);
  });

  test('nothing of another portal', async () => {
    const [office, elsewhere] = [await anOffice(), await anOffice()];
    const draft = await aDraft(office);
    const photo = await anAssetRow(elsewhere, elsewhere.contributor);
    const [topic] = await database()
      .insert(topics)
      .values({ portalId: elsewhere.portalId, slug: 'stunting', name: 'Stunting' })
      .returning();
    const attempt = (changes: Partial<Words>) =>
      issueCodes(save(office.contributor, draft.editionId, draft.version, readyWords(office, changes)));
    expect(await attempt({ cover: coverOf(photo) })).toEqual(['photo_foreign']);
    expect(await attempt({ body: { type: 'doc', content: [figureOf(photo)] } })).toEqual(['photo_foreign']);
    expect(await attempt({ sectionId: elsewhere.sectionId })).toEqual(['section_unknown']);
    expect(await attempt({ topicIds: topic ? [topic.id] : [] })).toEqual(['topic_unknown']);
    expect(await attempt({ regencyCodes: ['64.72'] })).toEqual(['regency_unknown']);
    expect(await attempt({ jointAgencyIds: [elsewhere.agencyId] })).toEqual(['agency_unknown']);
    expect((await editionRow(draft.editionId)).version).toBe(draft.version);
  });

  test('a public note belongs to later editions only', async () => {
    const office = await anOffice();
    const draft = await aDraft(office, { words: { publicNote: 'Catatan palsu.' } });
    expect((await editionRow(draft.editionId)).publicNote).toBe('');
    const live = await aPublishedArticle(office);
    const begun = await startEdition(office.contributor, {
      ...live,
      changeType: 'correction',
      publicNote: 'Jam diralat.',
    });
    await type(office.contributor, begun.editionId, readyWords(office, { publicNote: 'Jam dan tempat diralat.' }));
    expect((await editionRow(begun.editionId)).publicNote).toBe('Jam dan tempat diralat.');
    const blank = await type(office.contributor, begun.editionId, readyWords(office, { publicNote: ' ' }));
    expect(await issueCodes(submit(office.contributor, { ...begun, version: blank }))).toEqual(['public_note_missing']);
  });
});
