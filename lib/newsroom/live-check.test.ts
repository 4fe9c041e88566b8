import { describe, expect, test } from 'vitest';
import { config, useConfig } from '#lib/config.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aFastLaneArticle,
  anArticleInEditing,
  anOffice,
  aPublishedArticle,
  aSubmittedArticle,
} from '#lib/testing/newsroom.ts';
import { checkLive, type Fault } from './live-check.ts';
import { discard, restore, retract, secondReview, startEdition, withdraw } from './publishing.ts';

const db = testDatabase();

async function faultsOf(editionId: string): Promise<Fault[]> {
  const { findings } = await checkLive();
  return findings.find((finding) => finding.editionId === editionId)?.faults ?? [];
}

describe('what the newsroom does by its own verbs', () => {
  test('is found sound, in every state', async () => {
    const office = await anOffice();
    const before = await checkLive();
    const published = await aPublishedArticle(office);
    await startEdition(office.editor, { ...published, changeType: 'minor', publicNote: '' });
    const fast = await aFastLaneArticle(office);
    await secondReview(office.otherEditor, fast);
    await aFastLaneArticle(office);
    const back = await retract(office.editor, {
      ...(await aPublishedArticle(office)),
      reason: 'Datanya keliru.',
      hidesTitle: false,
    });
    await restore(office.managingEditor, back);
    await retract(office.editor, { ...(await aPublishedArticle(office)), reason: 'Datanya keliru.', hidesTitle: true });
    await discard(office.contributor, await withdraw(office.contributor, await aSubmittedArticle(office)));
    await anArticleInEditing(office);
    const after = await checkLive();
    expect(after.findings).toEqual([]);
    expect(after.checked - before.checked).toBe(5);
  });
});

describe('what was changed behind our back', () => {
  test.each<[string, Fault[]]>([
    [`update editions set title = 'Slot gacor' where id = $1`, ['card', 'words']],
    [`update editions set body = jsonb_set(body, '{content,0,content,0,text}', '"Diganti"') where id = $1`, ['words']],
    [`update editions set section_id = null where id = $1`, ['card']],
    [`update editions set published_at = published_at - interval '1 day' where id = $1`, ['card']],
    [`update editions set content_hash = repeat('0', 64) where id = $1`, ['card', 'words']],
    [`update editions set card_mac = repeat('0', 64) where id = $1`, ['card']],
    [`delete from signatures where edition_id = $1 and act = 'approve'`, ['signatures']],
    [`update signatures set role = 'managing_editor' where edition_id = $1 and act = 'approve'`, ['signatures']],
    [
      `insert into signature_voids select id, 'dibatalkan', user_id, now() from signatures where edition_id = $1 limit 1`,
      ['signatures'],
    ],
    [`update editions set state = 'archived' where id = $1`, ['card', 'state']],
    [`update editions set state = 'superseded' where id = $1`, ['state']],
    [`update articles set slug = 'alamat-lain' where id = (select article_id from editions where id = $1)`, ['card']],
  ])('%s', async (statement, faults) => {
    const article = await aPublishedArticle(await anOffice());
    expect(await faultsOf(article.editionId)).toEqual([]);
    await behindOurBack(db.url(), statement, [article.editionId]);
    expect(await faultsOf(article.editionId)).toEqual(faults);
  });

  test('a draft that was put in front of readers by hand', async () => {
    const office = await anOffice();
    const submitted = await aSubmittedArticle(office);
    await behindOurBack(
      db.url(),
      `update editions set state = 'published', published_at = now(), content_hash = repeat('0', 64), card_mac = '', card_key_id = 'contoh' where id = $1`,
      [submitted.editionId],
    );
    expect(await faultsOf(submitted.editionId)).toEqual(['card', 'words', 'state']);
  });

  test('a key that is not in the ring makes nothing sound', async () => {
    const article = await aPublishedArticle(await anOffice());
    const putBack = useConfig({ ...config(), signingKeys: [{ id: 'asing', secret: Buffer.alloc(32, 1) }] });
    try {
      expect(await faultsOf(article.editionId)).toEqual(['card', 'signatures']);
    } finally {
      putBack();
    }
  });
});
