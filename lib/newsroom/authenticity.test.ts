import { describe, expect, test } from 'vitest';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle, editionRow, type Office, readyWords, type } from '#lib/testing/newsroom.ts';
import { amendmentPage } from './amendments.ts';
import { checkCode } from './authenticity.ts';
import { approve, claim, discard, restore, retract, startEdition, submit } from './publishing.ts';
import { checkCodeOf } from './reader-lines.ts';
import type { VerbInputOf } from './verb-inputs.ts';

const db = testDatabase();
const reason = 'Datanya perlu diperiksa ulang.';

const codeOf = async (edition: Parameters<typeof editionRow>[0]) =>
  checkCodeOf((await editionRow(edition)).contentHash ?? '');

type Live = Awaited<ReturnType<typeof aPublishedArticle>>;

async function publishNext(
  office: Office,
  live: Pick<Live, 'editionId' | 'version'>,
  change: Pick<VerbInputOf<'startEdition'>, 'changeType' | 'publicNote'>,
) {
  const begun = await startEdition(office.contributor, { ...live, ...change });
  const title = `Judul ${begun.editionId}`;
  const version = await type(office.contributor, begun.editionId, readyWords(office, { title, ...change }));
  const claimed = await claim(office.editor, await submit(office.contributor, { ...begun, version }));
  return approve(office.editor, { ...claimed, outcome: 'publish' });
}

describe('the code of a text', () => {
  test('of what stands on the site says so, with who signed', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const found = await checkCode(office.portalId, await codeOf(live.editionId));
    expect(found).toMatchObject({ kind: 'current', number: 1, signers: 2, notes: [], card: { slug: live.slug } });
    const whole = (await editionRow(live.editionId)).contentHash ?? '';
    expect((await checkCode(office.portalId, whole)).kind).toBe('current');
  });

  test('of an earlier edition says what changed since; of the present one what it corrected', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const next = await publishNext(office, live, { changeType: 'correction', publicNote: 'Jumlahnya 12, bukan 21.' });
    expect(await checkCode(office.portalId, await codeOf(live.editionId))).toMatchObject({
      kind: 'superseded',
      number: 1,
      notes: [{ number: 2, changeType: 'correction', note: 'Jumlahnya 12, bukan 21.' }],
    });
    expect(await checkCode(office.portalId, await codeOf(next.editionId))).toMatchObject({
      kind: 'current',
      number: 2,
      notes: [{ number: 2 }],
    });
    const minor = await publishNext(office, next, { changeType: 'minor', publicNote: '' });
    expect(await checkCode(office.portalId, await codeOf(next.editionId))).toMatchObject({
      kind: 'superseded',
      notes: [],
    });
    expect((await checkCode(office.portalId, await codeOf(minor.editionId))).kind).toBe('current');
  });

  test('of a retracted text tells why, also for its earlier editions', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const next = await publishNext(office, live, { changeType: 'update', publicNote: 'Jadwal baru.' });
    const { version } = await retract(office.editor, { ...next, reason, hidesTitle: true });
    for (const edition of [live.editionId, next.editionId]) {
      expect(await checkCode(office.portalId, await codeOf(edition))).toMatchObject({
        kind: 'retracted',
        tombstone: { title: null, reason },
      });
    }
    await restore(office.managingEditor, { ...next, version });
    expect((await checkCode(office.portalId, await codeOf(next.editionId))).kind).toBe('current');
  });

  test('of nothing we published is unknown', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const code = await codeOf(live.editionId);
    const begun = await startEdition(office.contributor, { ...live, changeType: 'minor', publicNote: '' });
    const elsewhere = await anOffice();
    for (const [portal, given] of [
      [office.portalId, '0123456789abcdef'],
      [office.portalId, code.slice(0, 11)],
      [office.portalId, `${code.slice(0, 12)}%`],
      [office.portalId, code.toUpperCase()],
      [office.portalId, ''],
      [elsewhere.portalId, code],
    ] as const) {
      expect(await checkCode(portal, given), given).toEqual({ kind: 'unknown' });
    }
    await discard(office.contributor, begun);
    expect((await editionRow(begun.editionId)).contentHash).toBeNull();
  });

  test('of words changed behind our back is unknown, whatever the row claims', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const code = await codeOf(live.editionId);
    await behindOurBack(db.url(), `update editions set title = 'Judul palsu' where id = $1`, [live.editionId]);
    expect(await checkCode(office.portalId, code)).toEqual({ kind: 'unknown' });
    await behindOurBack(db.url(), `update editions set content_hash = repeat('ab', 32) where id = $1`, [
      live.editionId,
    ]);
    expect(await checkCode(office.portalId, 'ab'.repeat(8))).toEqual({ kind: 'unknown' });
  });
});

describe('the register of corrections', () => {
  test('names corrections and rights of reply, newest first, not updates; none of retracted articles', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const second = await publishNext(office, live, { changeType: 'correction', publicNote: 'Jumlahnya 12.' });
    const third = await publishNext(office, second, { changeType: 'update', publicNote: 'Jadwal baru.' });
    const fourth = await publishNext(office, third, { changeType: 'right_of_reply', publicNote: 'Tanggapan warga.' });
    const register = await amendmentPage(office.portalId, 1);
    expect(register?.amendments.map(({ note, number, card }) => [note, number, card.slug])).toEqual([
      ['Tanggapan warga.', 4, live.slug],
      ['Jumlahnya 12.', 2, live.slug],
    ]);
    expect(await amendmentPage(office.portalId, 2)).toBeNull();
    await retract(office.editor, { ...fourth, reason, hidesTitle: false });
    expect((await amendmentPage(office.portalId, 1))?.amendments).toEqual([]);
  });

  test('leaves out a note that was changed behind our back', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const next = await publishNext(office, live, { changeType: 'correction', publicNote: 'Jumlahnya 12.' });
    await behindOurBack(db.url(), `update editions set public_note = 'Main di sini' where id = $1`, [next.editionId]);
    expect((await amendmentPage(office.portalId, 1))?.amendments).toEqual([]);
  });
});
