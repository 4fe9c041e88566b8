import { and, asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { database } from '#db/client.ts';
import { absences, daysOff, editions, events, portals, users } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { useClock } from '#lib/clock.ts';
import type { EditionId } from '#lib/ids.ts';
import { daysOffOfTheState } from '#lib/service-hours/days-off-of-the-state.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anAgency,
  anOffice,
  aPerson,
  aPublishedArticle,
  aSubmittedArticle,
  editionRow,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { myDesk } from './desk.ts';
import { watchDesk } from './desk-watch.ts';
import { editionForActor } from './edition-view.ts';
import { moveToAgency } from './move-to-agency.ts';
import { approve, claim, release, returnEdition, startEdition, submit, verify } from './publishing.ts';
import { recountTargets } from './recount-targets.ts';

testConfiguration();
testDatabase();

/** The clock stands still at a moment of WITA until it is moved. */
let standing: Date;
let putBack: () => void;
const stand = (local: string) => {
  standing = wita(local);
};
const wita = (local: string) => new Date(`${local}+08:00`);

let office: Office;
beforeEach(async () => {
  stand('2026-11-02T09:00');
  putBack = useClock(() => standing);
  office = await anOffice({ hasVerification: true });
  await database()
    .insert(daysOff)
    .values(daysOffOfTheState.map((day) => ({ ...day, portalId: office.portalId })));
});
afterEach(() => putBack());

const happened = (editionId: EditionId, verb: string) =>
  database()
    .select()
    .from(events)
    .where(and(eq(events.editionId, editionId), eq(events.verb, verb)))
    .orderBy(asc(events.seq));
const goesAway = (person: Actor, from: string, until: string) =>
  database()
    .insert(absences)
    .values({
      userId: person.userId,
      startsAt: wita(from),
      endsAt: wita(until),
      createdBy: office.admin.userId,
      createdAt: standing,
    });

describe('what an edition waits for', () => {
  it('a draft has no target; each stage has its own, counted from the change of state', async () => {
    const draft = await aDraft(office);
    expect(await editionRow(draft.editionId)).toMatchObject({ targetAt: null, escalatesAt: null });

    const submitted = await submit(office.contributor, draft);
    expect(await editionRow(draft.editionId)).toMatchObject({
      waitingSince: wita('2026-11-02T09:00'),
      targetAt: wita('2026-11-02T13:00'),
      verifyDueAt: wita('2026-11-02T13:00'),
      escalation: 0,
    });

    stand('2026-11-02T15:00');
    const verified = await verify(office.verifier, submitted);
    expect(await editionRow(draft.editionId)).toMatchObject({
      waitingSince: wita('2026-11-02T15:00'),
      targetAt: wita('2026-11-03T09:00'),
    });

    stand('2026-11-02T15:30');
    const claimed = await claim(office.editor, verified);
    expect(await editionRow(draft.editionId)).toMatchObject({ targetAt: wita('2026-11-03T09:30') });

    const approved = await approve(office.editor, { ...claimed, outcome: 'wait' });
    expect(await editionRow(draft.editionId)).toMatchObject({ state: 'approved', targetAt: wita('2026-11-03T09:30') });
    const back = await returnEdition(office.editor, {
      ...approved,
      reasonCode: 'language',
      note: 'Masih perlu dirapikan.',
    });
    expect(back.state).toBe('returned');
    expect(await editionRow(draft.editionId)).toMatchObject({ targetAt: null, escalatesAt: null });
  });

  it('an urgent kind waits for less, and words put back by the desk wait for the desk', async () => {
    const hoax = await aSubmittedArticle(office);
    await database().update(editions).set({ kind: 'announcement' }).where(eq(editions.id, hoax.editionId));
    stand('2026-11-02T13:00');
    const claimed = await claim(office.editor, hoax);
    expect(await editionRow(hoax.editionId)).toMatchObject({ targetAt: wita('2026-11-02T14:00') });
    const words = readyWords(office, { title: 'Puskesmas buka imunisasi tiap Sabtu' });
    const version = await type(office.editor, hoax.editionId, words);
    await release(office.editor, { ...claimed, version });
    expect(await editionRow(hoax.editionId)).toMatchObject({ state: 'submitted', claimableAtOnce: true });
  });

  it('over midnight, a weekend and a year nothing is lost: the office counts its own hours', async () => {
    stand('2026-12-31T23:59');
    const late = await aSubmittedArticle(office);
    // 1 January 2027 is in nobody's table yet, so it counts as a Friday.
    expect(await editionRow(late.editionId)).toMatchObject({ targetAt: wita('2027-01-01T12:00') });
  });

  it('the same moment has another target where the clock shows WIB', async () => {
    await database().update(portals).set({ timeZone: 'Asia/Pontianak' }).where(eq(portals.id, office.portalId));
    stand('2026-11-02T16:30');
    const { editionId } = await aSubmittedArticle(office);
    expect(await editionRow(editionId)).toMatchObject({ targetAt: new Date('2026-11-03T11:30+07:00') });
  });

  it('on a leap day work is done', async () => {
    stand('2028-02-28T15:00');
    const { editionId } = await aSubmittedArticle(office);
    expect(await editionRow(editionId)).toMatchObject({ targetAt: wita('2028-02-29T11:00') });
  });
});

describe('a silent verifier', () => {
  it('over collective leave nobody is silent: the time goes on when the offices open', async () => {
    stand('2026-03-17T15:00');
    const submitted = await aSubmittedArticle(office);
    stand('2026-03-24T12:00');
    await watchDesk();
    await expect(claim(office.editor, submitted)).rejects.toThrow('masih menunggu verifikator');
    stand('2026-03-25T11:00');
    await watchDesk();
    await watchDesk();
    const told = await happened(submitted.editionId, 'open_to_desk');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ actorId: null, detail: { because: 'verifier_silent' } });
    expect(await editionRow(submitted.editionId)).toMatchObject({ openedToDeskAt: standing });
    await claim(office.editor, submitted);
  });

  it('of the agency a later edition goes to is the one who is waited for, and passed', async () => {
    const plain = await anOffice();
    const live = await aPublishedArticle(plain);
    const { agencyId } = await anAgency(plain.portalId, { hasVerification: true });
    await aPerson({ name: 'Vino', role: 'verifier', portalId: plain.portalId, agencyId });
    const begun = await startEdition(plain.editor, { ...live, changeType: 'minor', publicNote: '' });
    const moved = await moveToAgency(plain.editor, { ...begun, agencyId });
    const { editionId } = await submit(plain.editor, moved);
    stand('2026-11-02T15:00');
    await watchDesk();
    expect(await happened(editionId, 'open_to_desk')).toMatchObject([{ agencyId }]);
    expect(await editionRow(editionId)).toMatchObject({ openedToDeskAt: standing });
  });

  it('an agency without a verifier is open to the desk at once', async () => {
    const bare = await anOffice({ hasVerification: true, hasVerifier: false });
    const submitted = await aSubmittedArticle(bare);
    expect(await editionRow(submitted.editionId)).toMatchObject({
      openedToDeskAt: standing,
      verifyDueAt: null,
      targetAt: wita('2026-11-02T11:00'),
    });
    const told = await happened(submitted.editionId, 'open_to_desk');
    expect(told).toMatchObject([{ detail: { because: 'no_verifier' } }]);
    await watchDesk();
    expect(await happened(submitted.editionId, 'open_to_desk')).toHaveLength(1);
    await claim(bare.editor, submitted);
    expect(await happened(submitted.editionId, 'open_to_desk')).toHaveLength(1);
  });

  it('one who is on leave is not waited for, nor one suspended after the submission', async () => {
    await goesAway(office.verifier, '2026-11-01T00:00', '2026-11-05T00:00');
    const onLeave = await aSubmittedArticle(office);
    expect(await happened(onLeave.editionId, 'open_to_desk')).toHaveLength(1);

    const other = await anOffice({ hasVerification: true });
    const waiting = await aSubmittedArticle(other);
    await watchDesk();
    expect(await happened(waiting.editionId, 'open_to_desk')).toEqual([]);
    await database().update(users).set({ suspendedAt: standing }).where(eq(users.id, other.verifier.userId));
    await watchDesk();
    expect(await happened(waiting.editionId, 'open_to_desk')).toMatchObject([{ detail: { because: 'no_verifier' } }]);
    await claim(other.editor, waiting);
  });
});

describe('lateness', () => {
  it('is carried to the managing editor, then to the leader, once each', async () => {
    const { articleId, editionId } = await aSubmittedArticle(office);
    stand('2026-11-02T12:59');
    await watchDesk();
    expect(await happened(editionId, 'escalate')).toEqual([]);
    stand('2026-11-02T13:00');
    await Promise.all([watchDesk(), watchDesk()]);
    expect(await happened(editionId, 'escalate')).toMatchObject([
      { detail: { level: 1, to: [office.managingEditor.userId], state: 'submitted' }, actorId: null },
    ]);
    stand('2026-11-03T08:59');
    await watchDesk();
    expect(await happened(editionId, 'escalate')).toHaveLength(1);
    stand('2026-11-03T09:00');
    await watchDesk();
    await watchDesk();
    const told = await happened(editionId, 'escalate');
    expect(told.map(({ detail }) => detail['level'])).toEqual([1, 2]);
    expect(await editionRow(editionId)).toMatchObject({
      escalation: 2,
      escalatedAt: standing,
      escalatesAt: null,
      escalatedTo: [office.leader.userId],
    });
    expect((await myDesk(office.leader)).escalated).toMatchObject([
      { editionId, notice: { escalated: { level: 2, at: standing }, openedToDesk: { because: 'verifier_silent' } } },
    ]);
    expect((await myDesk(office.managingEditor)).escalated).toEqual([]);
    const view = await editionForActor(office.editor, articleId);
    expect(view).toMatchObject({ escalatedTo: ['Lina Pimpinan'], notice: { escalated: { level: 2 } } });
  });

  it('begins anew with the next state', async () => {
    const submitted = await aSubmittedArticle(office);
    stand('2026-11-02T14:00');
    await watchDesk();
    await claim(office.editor, submitted);
    expect(await editionRow(submitted.editionId)).toMatchObject({
      escalation: 0,
      escalatedAt: null,
      escalatedTo: [],
      targetAt: wita('2026-11-02T16:00'),
    });
  });

  it('passes by whoever is away, to the next who can act', async () => {
    await goesAway(office.managingEditor, '2026-11-02T00:00', '2026-11-09T00:00');
    await goesAway(office.leader, '2026-11-02T00:00', '2026-11-09T00:00');
    const { editionId } = await aSubmittedArticle(office);
    stand('2026-11-02T13:00');
    await watchDesk();
    const both = [office.editor.userId, office.otherEditor.userId].toSorted();
    expect(await editionRow(editionId)).toMatchObject({ escalation: 1, escalatedTo: both });
    const second = await aPerson({
      name: 'Plt. Pelaksana',
      role: 'managing_editor',
      portalId: office.portalId,
      agencyId: office.agencyId,
    });
    stand('2026-11-03T09:00');
    await watchDesk();
    expect(await editionRow(editionId)).toMatchObject({ escalation: 2, escalatedTo: [second.userId] });
  });
});

describe('counting anew', () => {
  it('follows the settings, keeps who was told, and leaves alone what moved on', async () => {
    const { editionId, version } = await aSubmittedArticle(office);
    await database()
      .update(portals)
      .set({ deskSettings: { otherKinds: { verify: 60, claim: 60, edit: 60, confirm: 60 } } })
      .where(eq(portals.id, office.portalId));
    await recountTargets(office.portalId);
    expect(await editionRow(editionId)).toMatchObject({
      targetAt: wita('2026-11-02T10:00'),
      escalatesAt: wita('2026-11-02T10:00'),
      version,
    });
    stand('2026-11-02T10:00');
    await watchDesk();
    await database().insert(daysOff).values({
      portalId: office.portalId,
      day: '2026-11-02',
      kind: 'collective_leave',
      name: 'Hari jadi',
    });
    await recountTargets(office.portalId);
    expect(await editionRow(editionId)).toMatchObject({
      targetAt: wita('2026-11-03T09:00'),
      escalation: 1,
      verifyDueAt: wita('2026-11-03T12:00'),
    });
  });

  it('finds what nobody has counted, such as after an upgrade', async () => {
    const { editionId } = await aSubmittedArticle(office);
    await database()
      .update(editions)
      .set({ targetAt: null, waitingSince: null, escalatesAt: null })
      .where(eq(editions.id, editionId));
    await watchDesk();
    expect(await editionRow(editionId)).toMatchObject({
      waitingSince: wita('2026-11-02T09:00'),
      targetAt: wita('2026-11-02T13:00'),
    });
  });
});
