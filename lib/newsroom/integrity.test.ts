import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { editions, signatures } from '#db/schema/index.ts';
import { config, useConfig } from '#lib/config.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { withAlarms } from '#lib/testing/captured-log.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aFastLaneArticle,
  anOffice,
  aPublishedArticle,
  editionRow,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { addressOf, tombstone } from './addresses.ts';
import { frontPage } from './front-page.ts';
import { articlePage } from './public-article.ts';
import { agencyPage, sectionPage } from './public-lists.ts';
import { approve, claim, place, restore, retract, secondReview, startEdition, submit } from './publishing.ts';

const db = testDatabase();

const reason = 'Artikel ini diubah dari luar.';

async function cardsOn(office: Office): Promise<number> {
  const front = await frontPage(office.portalId);
  const agency = await agencyPage(office.portalId, office.agencySlug, 1);
  const section = await sectionPage(office.portalId, office.sectionSlug, 1);
  return (front.lead === null ? 0 : 1) + (agency?.cards.length ?? 0) + (section?.cards.length ?? 0);
}

describe('a live row that was changed behind our back', () => {
  test.each<[string, string, boolean]>([
    ['title', `update editions set title = 'Slot gacor' where id = $1`, true],
    ['lead', `update editions set lead = 'Daftar sekarang' where id = $1`, true],
    ['body', `update editions set body = jsonb_set(body, '{content,0,content,0,text}', '"Judi"') where id = $1`, false],
    [
      'a link in the body',
      `update editions set body = jsonb_set(body, '{content,0,content,0,marks}', '[{"type":"link","attrs":{"href":"https://judi.example"}}]') where id = $1`,
      false,
    ],
    ['sources', `update editions set sources = '[{"name":"Anonim","detail":""}]' where id = $1`, false],
    ['advertorial mark', `update editions set sponsored = true where id = $1`, true],
    ['state', `update editions set state = 'archived' where id = $1`, true],
    ['kind', `update editions set kind = 'announcement' where id = $1`, true],
    ['time of publication', `update editions set published_at = now() + interval '1 day' where id = $1`, true],
    ['content hash', `update editions set content_hash = repeat('0', 64) where id = $1`, true],
    ['seal', `update editions set card_mac = repeat('0', 64) where id = $1`, true],
    ['name of the key', `update editions set card_key_id = 'lain' where id = $1`, true],
  ])('is not shown: %s', async (_, statement, isOnCard) => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    expect(await cardsOn(office)).toBe(3);
    await behindOurBack(db.url(), statement, [live.editionId]);
    const { result, alarms } = await withAlarms(() => refusal(articlePage(office.portalId, live.slug)));
    expect(result).toBe('integrity');
    expect(alarms).toContainEqual(expect.objectContaining({ event: 'integrity', editionId: live.editionId }));
    const lists = await withAlarms(() => cardsOn(office));
    expect(lists.result).toBe(isOnCard ? 0 : 3);
    expect(lists.alarms.length > 0).toBe(isOnCard);
  });

  test('its address tells nothing false: slug, section and a state that hides it', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const quietly = async (read: (portal: Office['portalId'], slug: string) => Promise<unknown>, slug: string) =>
      (await withAlarms(() => refusal(read(office.portalId, slug)))).result;
    await behindOurBack(db.url(), `update articles set slug = 'slot' where id = $1`, [live.articleId]);
    expect(await quietly(addressOf, 'slot')).toBe('integrity');
    expect(await quietly(articlePage, 'slot')).toBe('integrity');
    await behindOurBack(db.url(), 'update articles set slug = $2 where id = $1', [live.articleId, live.slug]);
    expect((await articlePage(office.portalId, live.slug))?.slug).toBe(live.slug);

    await behindOurBack(db.url(), 'update editions set section_id = null where id = $1', [live.editionId]);
    expect(await quietly(articlePage, live.slug)).toBe('integrity');
    await behindOurBack(
      db.url(),
      `update editions set state = 'retracted', retracted_at = now(), retract_reason = 'x' where id = $1`,
      [live.editionId],
    );
    expect(await quietly(addressOf, live.slug)).toBe('integrity');
    expect(await quietly(tombstone, live.slug)).toBe('integrity');
  });

  test('one altered row does not take the list down', async () => {
    const office = await anOffice();
    const [altered, sound] = [await aPublishedArticle(office), await aPublishedArticle(office)];
    await behindOurBack(db.url(), `update editions set title = 'Slot' where id = $1`, [altered.editionId]);
    const { result } = await withAlarms(() => frontPage(office.portalId));
    expect([result.lead?.slug, result.seconds.length]).toEqual([sound.slug, 0]);
  });
});

describe('signatures that nobody gave', () => {
  test.each<[string, string]>([
    ['removed', `delete from signatures where edition_id = $1 and act = 'approve'`],
    [
      'given to another',
      `update signatures set user_id = (select user_id from signatures where edition_id = $1 and act = 'submit') where edition_id = $1`,
    ],
    [
      'raised to an editor’s',
      `update signatures set role = 'editor', act = 'approve' where edition_id = $1 and act = 'submit'`,
    ],
    [
      'voided',
      `insert into signature_voids select id, 'x', user_id, now() from signatures where edition_id = $1 limit 1`,
    ],
  ])('%s', async (_, statement) => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    await behindOurBack(db.url(), statement, [live.editionId]);
    const { result } = await withAlarms(() => refusal(articlePage(office.portalId, live.slug)));
    expect(result).toBe('integrity');
  });

  test('a forged second one adds nothing to the fast lane', async () => {
    const office = await anOffice();
    const live = await aFastLaneArticle(office);
    const row = await editionRow(live.editionId);
    await database()
      .insert(signatures)
      .values({
        editionId: live.editionId,
        contentHash: row.contentHash ?? '',
        userId: office.otherEditor.userId,
        role: 'editor',
        act: 'second_review',
        at: new Date(),
        mac: 'f'.repeat(64),
        keyId: config().signingKeys[0]?.id ?? '',
      });
    expect((await articlePage(office.portalId, live.slug))?.signedBy).toHaveLength(1);
    await secondReview(office.otherEditor, live);
    expect((await articlePage(office.portalId, live.slug))?.signedBy).toHaveLength(2);
    await behindOurBack(db.url(), `delete from signatures where edition_id = $1 and act = 'second_review'`, [
      live.editionId,
    ]);
    const { result } = await withAlarms(() => refusal(articlePage(office.portalId, live.slug)));
    expect(result).toBe('integrity');
  });

  test('a signature of another edition is worth nothing here', async () => {
    const office = await anOffice();
    const [from, to] = [await aPublishedArticle(office), await aPublishedArticle(office)];
    await behindOurBack(db.url(), 'delete from signatures where edition_id = $1', [to.editionId]);
    await behindOurBack(
      db.url(),
      `insert into signatures (edition_id, content_hash, user_id, role, act, at, mac, key_id)
       select $1, content_hash, user_id, role, act, at, mac, key_id from signatures where edition_id = $2`,
      [to.editionId, from.editionId],
    );
    const { result } = await withAlarms(() => refusal(articlePage(office.portalId, to.slug)));
    expect(result).toBe('integrity');
  });

  test('under keys that are not ours nothing is shown', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const putBack = useConfig({ ...config(), signingKeys: [{ id: 'contoh', secret: Buffer.alloc(32, 9) }] });
    try {
      const { result } = await withAlarms(async () => [
        await refusal(articlePage(office.portalId, live.slug)),
        await cardsOn(office),
      ]);
      expect(result).toEqual(['integrity', 0]);
    } finally {
      putBack();
    }
  });
});

describe('an old edition put back in front of readers', () => {
  test('is refused with its own words, signatures and seal', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const old = await editionRow(live.editionId);
    const begun = await startEdition(office.contributor, {
      ...live,
      changeType: 'correction',
      publicNote: 'Jam diralat.',
    });
    const version = await type(office.contributor, begun.editionId, readyWords(office, { publicNote: 'Jam diralat.' }));
    const claimed = await claim(office.editor, await submit(office.contributor, { ...begun, version }));
    const next = await approve(office.editor, { ...claimed, outcome: 'publish' });

    await behindOurBack(db.url(), `update editions set state = 'superseded' where id = $1`, [next.editionId]);
    await database().update(editions).set(old).where(eq(editions.id, live.editionId));
    const { result, alarms } = await withAlarms(async () => [
      await refusal(articlePage(office.portalId, live.slug)),
      await refusal(addressOf(office.portalId, live.slug)),
      await cardsOn(office),
    ]);
    expect(result).toEqual(['integrity', 'integrity', 0]);
    expect(alarms.every((alarm) => alarm.editionId === live.editionId)).toBe(true);
  });

  test('nor does a retracted one come back with the seal it had before', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const old = await editionRow(live.editionId);
    await retract(office.editor, { ...live, reason, hidesTitle: false });
    await database().update(editions).set(old).where(eq(editions.id, live.editionId));
    const { result } = await withAlarms(async () => [
      await refusal(articlePage(office.portalId, live.slug)),
      await cardsOn(office),
    ]);
    expect(result).toEqual(['integrity', 0]);
  });
});

describe('verbs upon a row that was changed', () => {
  test('do not make it ours; only taking it down works, without the title', async () => {
    const office = await anOffice();
    const live = await aFastLaneArticle(office);
    await behindOurBack(db.url(), `update editions set title = 'Slot gacor' where id = $1`, [live.editionId]);
    const where = { sectionId: office.sectionId, topicIds: [], relatedIds: [] };
    const { result, alarms } = await withAlarms(async () => [
      await refusal(place(office.editor, { ...live, ...where, slug: live.slug })),
      await refusal(secondReview(office.otherEditor, live)),
    ]);
    expect(result).toEqual(['integrity', 'integrity']);
    expect(alarms).toHaveLength(2);
    expect(await database().$count(signatures, eq(signatures.editionId, live.editionId))).toBe(1);

    const gone = await retract(office.editor, { ...live, reason, hidesTitle: false });
    expect((await tombstone(office.portalId, live.slug))?.title).toBeNull();
    expect((await withAlarms(() => refusal(restore(office.managingEditor, gone)))).result).toBe('integrity');
  });

  test('the next edition is the way on', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    await behindOurBack(db.url(), `update editions set title = 'Slot gacor' where id = $1`, [live.editionId]);
    const begun = await startEdition(office.contributor, { ...live, changeType: 'minor', publicNote: '' });
    const version = await type(office.contributor, begun.editionId, readyWords(office));
    const claimed = await claim(office.editor, await submit(office.contributor, { ...begun, version }));
    await approve(office.editor, { ...claimed, outcome: 'publish' });
    expect((await articlePage(office.portalId, live.slug))?.title).toBe(readyWords(office).title);
  });
});
