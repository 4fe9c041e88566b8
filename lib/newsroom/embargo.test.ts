import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { renditions, shareCards } from '#db/schema/index.ts';
import { useClock } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import type { EditionId } from '#lib/ids.ts';
import { isPublicDocument } from '#lib/media/documents.ts';
import { publicRendition } from '#lib/media/reads.ts';
import { documentKey, renditionKey } from '#lib/media/storage.ts';
import { anAssetRow, cardOf, coverOf, pdfRow } from '#lib/testing/asset-rows.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anArticleInEditing, anOffice, editionRow, type Office, readyWords, type } from '#lib/testing/newsroom.ts';
import { testMediaFolders } from '#lib/testing/photos.ts';
import { reopenDocument } from './document-access.ts';
import { drawShareCard } from './draw-share-card.ts';
import { readEdition } from './edition-record.ts';
import { makeWay, settleLive } from './going-live.ts';
import { approve, claim, startEdition, submit } from './publishing.ts';
import { isPublicShareCard } from './share-cards.ts';
import { sealShareCard } from './signatures.ts';
import { transition, type VerbResult } from './transition.ts';

testDatabase();
testMediaFolders();

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

type Held = {
  name: string;
  details: { embargoUntil?: string };
  outcome: 'publish' | 'wait';
  hold: (approved: VerbResult) => Promise<VerbResult>;
  /** What the system does when it is time. */
  release: (held: VerbResult) => Promise<unknown>;
};

const hour = new Date(Date.now() + 3_600_000);
const contact = { contactName: 'Ani', contactPhone: '0812' };

/** A release that brings everything, signed by two people, with what it takes to know its addresses beforehand. */
async function aRelease(details: { embargoUntil?: string }) {
  const photo = await anAssetRow(office, office.contributor);
  const shown = renditionKey(photo.hash, 'image/jpeg');
  const rendition = {
    assetId: photo.assetId,
    shape: 'card',
    format: 'jpeg',
    width: 320,
    height: 180,
    bytes: 1,
  } as const;
  await database()
    .insert(renditions)
    .values({ ...rendition, key: shown });
  const beside = await anAssetRow(office, office.contributor, { ...pdfRow });
  const within = await anAssetRow(office, office.contributor, { ...pdfRow });
  const words = {
    kind: 'press_release' as const,
    details: { ...contact, ...details },
    cover: coverOf(photo),
    attachments: [{ assetId: beside.assetId, assetHash: beside.hash, title: 'Keputusan' }],
    body: { type: 'doc' as const, content: [cardOf(within)] },
  };
  const editing = await anArticleInEditing(office, { words });
  const reachable = async () => [
    await isPublicDocument(documentKey(beside.hash)),
    await isPublicDocument(documentKey(within.hash)),
    (await publicRendition(shown)) !== null,
  ];
  return { ...editing, photo, documents: [beside, within], reachable };
}

async function cardKeyOf(editionId: EditionId): Promise<string | undefined> {
  const [row] = await database().select().from(shareCards).where(eq(shareCards.editionId, editionId));
  return row?.key;
}

/** A card under a key that somebody knows, with our own seal over the very words: only the state keeps it away. */
async function aKnownCard(editionId: EditionId): Promise<string> {
  const record = await readEdition(database(), editionId);
  const key = `c/ab/ab${randomBytes(31).toString('hex')}.jpg`;
  const claim = { editionId, contentHash: record?.facts.currentHash ?? '', key };
  const row = { ...claim, bytes: 1, drawnAt: new Date(), ...sealShareCard(config().signingKeys, claim) };
  await database().insert(shareCards).values(row);
  return key;
}

async function atTheHour<T>(work: () => Promise<T>): Promise<T> {
  const putBack = useClock(() => hour);
  try {
    return await work();
  } finally {
    putBack();
  }
}

const publishDue = (target: { editionId: EditionId; version: number }) =>
  transition('system', 'publish_due', target, { before: makeWay, after: settleLive });

test.each([
  {
    name: 'embargoed',
    details: { embargoUntil: hour.toISOString() },
    outcome: 'publish',
    hold: async (approved) => approved,
    release: (held) => publishDue(held),
  },
  {
    name: 'scheduled',
    details: {},
    outcome: 'wait',
    hold: (approved) => transition(office.editor, 'schedule', approved, { input: { scheduledFor: hour } }),
    release: publishDue,
  },
] satisfies Held[])(
  'what a release that is $name brings cannot be had before its hour, also by who knows the address',
  async ({ details, outcome, hold, release }) => {
    const { documents, reachable, ...editing } = await aRelease(details);
    const { editionId } = editing;
    const held = await hold(await approve(office.editor, { ...editing, outcome }));
    expect(await editionRow(editionId)).toMatchObject({ state: 'scheduled', scheduledFor: hour });

    await drawShareCard(editionId);
    expect(await cardKeyOf(editionId)).toBeUndefined();
    const known = await aKnownCard(editionId);
    for (const { assetId } of documents) await reopenDocument(assetId);
    expect(await isPublicShareCard(known)).toBe(false);
    expect(await reachable()).toEqual([false, false, false]);
    await expect(release(held)).rejects.toMatchObject({ code: 'not_allowed' });
    expect(await reachable()).toEqual([false, false, false]);

    await atTheHour(async () => {
      await release(held);
      expect(await reachable()).toEqual([true, true, true]);
      await drawShareCard(editionId);
      const drawn = await cardKeyOf(editionId);
      expect(drawn).not.toBe(known);
      expect([await isPublicShareCard(drawn ?? ''), await isPublicShareCard(known)]).toEqual([true, false]);
    });
  },
);

test('the next edition under embargo leaves readers what they have, and opens its own at its hour', async () => {
  const first = await aRelease({});
  await approve(office.editor, { ...first, outcome: 'publish' });
  const live = await editionRow(first.editionId);
  await drawShareCard(first.editionId);
  const card = (await cardKeyOf(first.editionId)) ?? '';
  const begun = await startEdition(office.contributor, {
    ...live,
    editionId: live.id,
    changeType: 'minor',
    publicNote: '',
  });
  const added = await anAssetRow(office, office.contributor, { ...pdfRow });
  const attachments = [{ assetId: added.assetId, assetHash: added.hash, title: 'Peta' }];
  const details = { ...contact, embargoUntil: hour.toISOString() };
  const words = readyWords(office, { kind: 'press_release', details, attachments });
  const version = await type(office.contributor, begun.editionId, words);
  const claimed = await claim(office.editor, await submit(office.contributor, { ...begun, version }));
  const approved = await approve(office.editor, { ...claimed, outcome: 'publish' });
  await drawShareCard(begun.editionId);
  const isOpen = () => isPublicDocument(documentKey(added.hash));
  expect([await isOpen(), await cardKeyOf(begun.editionId)]).toEqual([false, undefined]);
  expect([await first.reachable(), await isPublicShareCard(card)]).toEqual([[true, true, true], true]);
  await atTheHour(async () => {
    await publishDue(approved);
    expect([await isOpen(), await isPublicShareCard(card)]).toEqual([true, false]);
    // Documents that the new edition leaves out are closed; a photo stays, it stood on a page.
    expect(await first.reachable()).toEqual([false, false, true]);
  });
});
