import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { events, users } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { queuePage } from '#lib/desk/queue.ts';
import type { ArticleId, EditionId } from '#lib/ids.ts';
import { assetPage } from '#lib/library/asset-page.ts';
import { libraryPage } from '#lib/library/library.ts';
import { photoForActor, renditionForActor } from '#lib/media/reads.ts';
import { anAssetRow, coverOf } from '#lib/testing/asset-rows.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anAgency,
  anArticleInEditing,
  anOffice,
  aPerson,
  aPublishedArticle,
  aSubmittedArticle,
  editionRow,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { accessForActor } from './access-view.ts';
import { articleHistory } from './article-history.ts';
import { comment } from './comments.ts';
import { conversationForActor } from './conversation.ts';
import { myDesk, publishedList, putAside } from './desk.ts';
import { addCoWriter } from './drafting.ts';
import { findingsForActor } from './edition-checks.ts';
import { readEdition } from './edition-record.ts';
import { changesSinceLastSignature, editionForActor } from './edition-view.ts';
import { editionAsWordFile } from './exported-edition.ts';
import { newestWords } from './newest-words.ts';
import { makeConfidential, namePerson, openToAgency, unnamePerson } from './nominated-access.ts';
import { togetherForActor } from './presence.ts';
import { previewOf } from './preview.ts';
import { createPreviewLink } from './preview-links.ts';
import { approve, claim, returnEdition, startEdition, submit } from './publishing.ts';
import { suggest } from './suggestions.ts';
import { whoMaySee } from './who-may-see.ts';

testDatabase();

/** Everybody who is not among the named people; of a text sent on, the managing editor is. */
const outsiders = ['colleague', 'verifier', 'leader', 'editor', 'otherEditor', 'admin', 'coWriter', 'partner'] as const;

async function anOfficeWithPartners() {
  const office = await anOffice();
  const { agencyId } = await anAgency(office.portalId);
  const partner = await aPerson({ name: 'Pia Mitra', role: 'leader', portalId: office.portalId, agencyId });
  const coWriter = await aPerson({ name: 'Gita Tamu', role: 'contributor', portalId: office.portalId, agencyId });
  return { ...office, partner, coWriter, partnerAgencyId: agencyId };
}

async function aSecret(office: Office, words = {}) {
  const draft = await aDraft(office, { words });
  await makeConfidential(office.contributor, draft);
  return draft;
}

type Text = { articleId: ArticleId; editionId: EditionId };

const anchor = { place: 'title', quote: 'a', prefix: '', suffix: '' } as const;

/** Every door to a text, each of which must stay shut. */
const doors: Record<string, (who: Actor, text: Text) => Promise<unknown>> = {
  'the review page': (who, { articleId }) => editionForActor(who, articleId),
  'its access page': (who, { articleId }) => accessForActor(who, articleId),
  'its history': (who, { articleId }) => articleHistory(who, articleId),
  'its conversation': (who, { editionId }) => conversationForActor(who, editionId),
  'its changes': (who, { articleId }) => changesSinceLastSignature(who, articleId),
  'its checks': (who, { articleId }) => findingsForActor(who, articleId),
  'its preview': (who, { articleId }) => previewOf(who, articleId),
  'the Word file': (who, { articleId }) => editionAsWordFile(who, articleId, '2026'),
  'signs of life': (who, { editionId }) => togetherForActor(who, editionId),
  'its newest words': (who, { editionId }) => newestWords(who, editionId),
  'naming people': (who, { articleId }) => namePerson(who, { articleId, userId: who.userId }),
  'opening it': (who, { articleId }) => openToAgency(who, { articleId }),
  'guest links': (who, { editionId }) =>
    createPreviewLink(who, { editionId, guestName: 'Seseorang', days: 3, mayComment: false }),
  'a comment': (who, { editionId }) => comment(who, { editionId, text: 'Halo', mentions: [], anchor }),
  'a suggestion': (who, { editionId }) => suggest(who, { editionId, anchor, replacement: 'b', note: '' }),
  'a claim': async (who, { editionId }) => claim(who, { editionId, version: (await editionRow(editionId)).version }),
};

describe('a confidential article', () => {
  test.each(Object.entries(doors))('is found by nobody else through %s', async (_, open) => {
    const office = await anOfficeWithPartners();
    const secret = await aSecret(office, { jointAgencyIds: [office.partnerAgencyId] });
    for (const stage of ['draft', 'submitted'] as const) {
      if (stage === 'submitted')
        await submit(office.contributor, { ...secret, version: (await editionRow(secret.editionId)).version });
      const shut = stage === 'draft' ? [...outsiders, 'managingEditor' as const] : outsiders;
      for (const who of shut) expect(await refusal(open(office[who], secret)), `${who}, ${stage}`).toBe('not_found');
    }
  });

  test('shows in no list, count or choice of anybody else', async () => {
    const office = await anOfficeWithPartners();
    const draft = await aSecret(office);
    const sent = await aSecret(office);
    await submit(office.contributor, { ...sent, version: (await editionRow(sent.editionId)).version });
    for (const who of outsiders) {
      const { waitingForMe, returned, drafts, underWay } = await myDesk(office[who]);
      expect([waitingForMe, returned, drafts, underWay].flat(), who).toEqual([]);
      expect((await queuePage(office[who], {})).rows, who).toEqual([]);
      expect((await putAside(office[who])).rows, who).toEqual([]);
      expect((await publishedList(office[who], 1)).rows, who).toEqual([]);
    }
    expect((await queuePage(office.managingEditor, {})).rows.map((row) => [row.articleId, row.isConfidential])).toEqual(
      [[sent.articleId, true]],
    );
    expect((await myDesk(office.contributor)).drafts.map((row) => row.articleId)).toEqual([draft.articleId]);
    const record = await readEdition(database(), draft.editionId);
    if (record === undefined) throw new Error('Expected the edition.');
    expect((await whoMaySee(database(), record)).map(({ id }) => id).sort()).toEqual(
      [office.contributor.userId, office.auditor.userId].sort(),
    );
  });

  test('keeps its photos out of the library of its agency, until readers see them', async () => {
    const office = await anOfficeWithPartners();
    const photo = await anAssetRow(office, office.contributor);
    const key = `r/${photo.hash.slice(0, 2)}/${photo.hash}.jpeg`;
    const secret = await aSecret(office, { cover: coverOf(photo) });
    const seen = async (who: Actor) => (await libraryPage(who, { text: '' })).items.length;
    for (const who of ['colleague', 'verifier', 'leader', 'editor', 'managingEditor', 'partner'] as const) {
      expect(await seen(office[who]), who).toBe(0);
      expect(await refusal(assetPage(office[who], photo.assetId)), who).toBe('not_found');
      expect(await refusal(photoForActor(office[who], photo.assetId)), who).toBe('not_found');
      expect(await refusal(renditionForActor(office[who], key)), who).toBe('not_found');
    }
    for (const who of ['contributor', 'auditor'] as const) expect(await seen(office[who]), who).toBe(1);
    await namePerson(office.contributor, { articleId: secret.articleId, userId: office.editor.userId });
    expect(await seen(office.editor)).toBe(1);
    await openToAgency(office.contributor, secret);
    expect(await seen(office.colleague)).toBe(1);
    expect((await assetPage(office.colleague, photo.assetId)).hiddenUses).toBe(0);
  });

  test('does not count as a use of a photo that everybody sees', async () => {
    const office = await anOfficeWithPartners();
    const photo = await anAssetRow(office, office.contributor, { sharedAt: now() });
    await aSecret(office, { cover: coverOf(photo) });
    const page = await assetPage(office.colleague, photo.assetId);
    expect([page.uses, page.hiddenUses, page.useList]).toEqual([0, 0, []]);
  });

  test('goes to readers with a named editor, and is then public while its history stays', async () => {
    const office = await anOfficeWithPartners();
    const secret = await aSecret(office);
    await namePerson(office.contributor, { articleId: secret.articleId, userId: office.editor.userId });
    const { version } = await submit(office.contributor, {
      ...secret,
      version: (await editionRow(secret.editionId)).version,
    });
    const claimed = await claim(office.editor, { ...secret, version });
    await approve(office.editor, { ...claimed, outcome: 'publish' });
    for (const who of ['colleague', 'leader', 'otherEditor'] as const) {
      expect((await editionForActor(office[who], secret.articleId)).isHistoryOpen).toBe(false);
      expect(await refusal(articleHistory(office[who], secret.articleId))).toBe('not_found');
      expect(await refusal(conversationForActor(office[who], secret.editionId))).toBe('not_found');
    }
    expect(await refusal(articleHistory(office.editor, secret.articleId))).toBe('none');
    const live = await editionRow(secret.editionId);
    const next = await startEdition(office.otherEditor, {
      ...{ editionId: secret.editionId, version: live.version, changeType: 'correction' },
      publicNote: 'Tanggal imunisasi diperbaiki.',
    });
    expect((await editionForActor(office.otherEditor, secret.articleId)).editionId).toBe(next.editionId);
    expect(await refusal(editionForActor(office.colleague, secret.articleId))).toBe('not_found');
  });

  test('sent back says so to the named only', async () => {
    const office = await anOffice();
    const secret = await aSecret(office);
    await namePerson(office.contributor, { articleId: secret.articleId, userId: office.editor.userId });
    const sent = await submit(office.contributor, { ...secret, version: (await editionRow(secret.editionId)).version });
    const claimed = await claim(office.editor, sent);
    await returnEdition(office.editor, {
      ...claimed,
      reasonCode: 'incomplete_facts',
      note: 'Lengkapi angka.',
      place: '',
    });
    expect((await myDesk(office.contributor)).returned.map((row) => row.articleId)).toEqual([secret.articleId]);
    expect((await myDesk(office.colleague)).returned).toEqual([]);
  });
});

describe('who reads an article', () => {
  test('is decided by who began it and by a managing editor, each decision an event', async () => {
    const office = await anOffice();
    const draft = await aDraft(office);
    for (const who of [office.colleague, office.editor, office.leader, office.auditor]) {
      expect(await refusal(makeConfidential(who, draft))).toBe('not_allowed');
    }
    await makeConfidential(office.contributor, draft);
    const colleague = { articleId: draft.articleId, userId: office.colleague.userId };
    await namePerson(office.contributor, colleague);
    await type(office.colleague, draft.editionId, readyWords(office, { title: 'Ditulis berdua' }));
    expect(await refusal(namePerson(office.colleague, { ...colleague, userId: office.verifier.userId }))).toBe(
      'not_allowed',
    );
    await unnamePerson(office.contributor, colleague);
    await openToAgency(office.contributor, draft);
    const told = await database()
      .select()
      .from(events)
      .where(eq(events.articleId, draft.articleId))
      .orderBy(events.seq);
    expect(told.filter((event) => event.verb !== 'create').map((event) => [event.verb, event.subjectId])).toEqual([
      ['make_confidential', null],
      ['name_person', office.colleague.userId],
      ['unname_person', office.colleague.userId],
      ['open_to_agency', null],
    ]);
  });

  test('names at first who has a hand in it', async () => {
    const office = await anOffice();
    const editing = await anArticleInEditing(office);
    await addCoWriterBefore(office);
    await makeConfidential(office.managingEditor, editing);
    const { named, mayDecide, others } = await accessForActor(office.managingEditor, editing.articleId);
    expect(named.map(({ id }) => id).sort()).toEqual([office.contributor.userId, office.editor.userId].sort());
    expect(mayDecide).toBe(true);
    expect(others.map(({ id }) => id)).not.toContain(office.auditor.userId);
  });

  test('never loses the last one who can go on, nor the editor who holds it', async () => {
    const office = await anOffice();
    const editing = await anArticleInEditing(office);
    await makeConfidential(office.contributor, editing);
    const { articleId } = editing;
    expect(await refusal(unnamePerson(office.contributor, { articleId, userId: office.editor.userId }))).toBe(
      'not_allowed',
    );
    const secret = await aSecret(office);
    const last = { articleId: secret.articleId, userId: office.contributor.userId };
    await namePerson(office.contributor, { ...last, userId: office.leader.userId });
    expect(await refusal(unnamePerson(office.contributor, last))).toBe('not_allowed');
    await namePerson(office.contributor, { ...last, userId: office.colleague.userId });
    expect(await refusal(unnamePerson(office.contributor, last))).toBe('none');
  });

  test('is nobody without a place in the portal, nor keepers of keys', async () => {
    const office = await anOffice();
    const elsewhere = await anOffice();
    const { articleId } = await aSecret(office);
    await database().update(users).set({ suspendedAt: now() }).where(eq(users.id, office.verifier.userId));
    for (const who of [office.admin, office.auditor, elsewhere.editor, office.verifier]) {
      expect(await issueCodes(namePerson(office.contributor, { articleId, userId: who.userId }))).toEqual([
        'person_unknown',
      ]);
    }
  });

  test('cannot be taken back from readers, nor decided twice', async () => {
    const office = await anOffice();
    const published = await aPublishedArticle(office);
    expect(await refusal(makeConfidential(office.contributor, published))).toBe('not_allowed');
    const open = await aSubmittedArticle(office);
    expect(await refusal(openToAgency(office.contributor, open))).toBe('conflict');
    expect(await refusal(namePerson(office.contributor, { ...open, userId: office.editor.userId }))).toBe('conflict');
    expect(await refusal(makeConfidential(office.contributor, { articleId: randomUUID() as ArticleId }))).toBe(
      'not_found',
    );
  });
});

async function addCoWriterBefore(office: Office): Promise<void> {
  const draft = await aDraft(office);
  await addCoWriter(office.contributor, { editionId: draft.editionId, userId: office.colleague.userId });
  await makeConfidential(office.contributor, draft);
  const { named } = await accessForActor(office.colleague, draft.articleId);
  expect(named.map(({ id }) => id)).toContain(office.colleague.userId);
}
