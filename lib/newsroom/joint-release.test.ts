import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { events } from '#db/schema/index.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anAgency,
  anOffice,
  aPerson,
  aPublishedArticle,
  editionRow,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { accessForActor } from './access-view.ts';
import { comment } from './comments.ts';
import { editionForActor } from './edition-view.ts';
import { answerJoint } from './joint-release.ts';

testDatabase();

async function aJointDraft() {
  const office = await anOffice();
  const { agencyId } = await anAgency(office.portalId);
  const inPartner = (name: string, role: 'verifier' | 'leader' | 'contributor') =>
    aPerson({ name, role, portalId: office.portalId, agencyId });
  const partner = { verifier: await inPartner('Vino', 'verifier'), leader: await inPartner('Lusi', 'leader') };
  const writer = await inPartner('Wina', 'contributor');
  const draft = await aDraft(office, { words: { jointAgencyIds: [agencyId] } });
  const answer = async (changes = {}) => ({
    editionId: draft.editionId,
    version: (await editionRow(draft.editionId)).version,
    agencyId,
    answer: 'agree' as const,
    note: '',
    ...changes,
  });
  return { office, agencyId, partner, writer, draft, answer };
}

describe('a joint release', () => {
  test('is read and remarked upon by the people of each agency', async () => {
    const { partner, writer, draft } = await aJointDraft();
    for (const who of [partner.verifier, partner.leader, writer]) {
      expect((await editionForActor(who, draft.articleId)).allowed).toEqual([]);
      const remark = { editionId: draft.editionId, text: 'Angka kami 12.', mentions: [] };
      const anchor = { place: '' as const, quote: '', prefix: '', suffix: '' };
      expect(await refusal(comment(who, { ...remark, anchor }))).toBe('none');
    }
  });

  test('shows which agencies have agreed, and whether the words changed since', async () => {
    const { office, agencyId, partner, draft, answer } = await aJointDraft();
    const shown = async () => (await accessForActor(office.editor, draft.articleId)).joint;
    expect((await shown()).map(({ id, answer: said }) => [id, said])).toEqual([[agencyId, null]]);
    await answerJoint(partner.verifier, await answer({ note: 'Sudah dibaca.' }));
    expect((await shown())[0]?.answer).toMatchObject({
      ...{ isAgreed: true, by: 'Vino', note: 'Sudah dibaca.', isOnTheseWords: true },
    });
    await type(
      office.contributor,
      draft.editionId,
      readyWords(office, { jointAgencyIds: [agencyId], title: 'Lain lagi' }),
    );
    expect((await shown())[0]?.answer).toMatchObject({ isAgreed: true, isOnTheseWords: false });
    await answerJoint(partner.leader, await answer({ answer: 'decline', note: 'Angkanya keliru.' }));
    expect((await shown())[0]?.answer).toMatchObject({ isAgreed: false, by: 'Lusi', isOnTheseWords: true });
    const told = await database().select().from(events).where(eq(events.agencyId, agencyId)).orderBy(events.seq);
    expect(told.map((event) => [event.verb, event.actorRole])).toEqual([
      ['agree_joint', 'verifier'],
      ['decline_joint', 'leader'],
    ]);
  });

  test('is no signature', async () => {
    const { office, partner, draft, answer } = await aJointDraft();
    await answerJoint(partner.verifier, await answer());
    expect((await editionForActor(office.contributor, draft.articleId)).signatures).toEqual([]);
  });

  test('loses an agency when the words no longer name it', async () => {
    const { office, partner, draft, answer } = await aJointDraft();
    await type(office.contributor, draft.editionId, readyWords(office, { jointAgencyIds: [] }));
    expect((await accessForActor(office.contributor, draft.articleId)).joint).toEqual([]);
    expect(await refusal(answerJoint(partner.verifier, await answer()))).toBe('not_found');
  });

  test('is answered for an agency by its verifier and leader only, upon the words as they stand', async () => {
    const { office, partner, writer, answer } = await aJointDraft();
    for (const who of [office.contributor, office.verifier, office.editor, office.managingEditor, writer]) {
      expect(await refusal(answerJoint(who, await answer()))).toBe('not_allowed');
    }
    expect(await refusal(answerJoint(partner.verifier, await answer({ version: 1 })))).toBe('conflict');
    expect(await refusal(answerJoint(partner.verifier, await answer({ agencyId: office.agencyId })))).toBe(
      'not_allowed',
    );
  });

  test('is not answered once readers have it', async () => {
    const office = await anOffice();
    const { agencyId } = await anAgency(office.portalId);
    const verifier = await aPerson({ name: 'Vino', role: 'verifier', portalId: office.portalId, agencyId });
    const live = await aPublishedArticle(office, { words: { jointAgencyIds: [agencyId] } });
    const { version } = await editionRow(live.editionId);
    const answer = { editionId: live.editionId, version, agencyId, answer: 'agree' as const, note: '' };
    expect(await refusal(answerJoint(verifier, answer))).toBe('not_allowed');
  });
});
