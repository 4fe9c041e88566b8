import { desc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { events } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import type { PortalId } from '#lib/ids.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice } from '#lib/testing/newsroom.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { addFigure, editFigure, removeFigure } from './figures.ts';
import { decideHouseName, proposeHouseName, removeHouseName } from './house-names.ts';
import { addPerson, addPost, editPerson, editPost, endPost, removePerson, removePost } from './people.ts';
import { addPlainWord, editPlainWord, removePlainWord } from './plain-words.ts';
import {
  figureList,
  houseNameList,
  plainWordList,
  proposedNames,
  registeredPeopleList,
  registeredPerson,
  registerPortals,
  regulationList,
} from './register-reads.ts';
import { addRegulation, editRegulation, removeRegulation } from './regulations.ts';

testDatabase();

const all = (portalId: PortalId, search = '') => ({ portalId, search, page: 1 });

const lastEvent = async () => {
  const [event] = await database().select().from(events).orderBy(desc(events.seq)).limit(1);
  return event;
};

const headOf = { title: 'Kepala Dinas Kesehatan', isActing: false, fromDay: '2025-01-02', untilDay: null };
const pergub = { kind: 'Peraturan Gubernur', number: '49', year: 2024, subject: 'Media komunikasi', isVerified: false };
const villages = { label: 'Jumlah desa', value: '841', asOf: '2025-12-31', source: 'DPMPD' };

describe('people and posts', () => {
  test('are kept by editors and admins, with an event for each change', async () => {
    const { portalId, agencyId, editor, admin } = await anOffice();
    const { personId } = await addPerson(editor, { portalId, name: 'dr. Sri Wahyuni' });
    const { postId } = await addPost(admin, { personId, ...headOf, agencyId });
    expect(await registeredPerson(editor, personId)).toMatchObject({
      name: 'dr. Sri Wahyuni',
      posts: [{ title: 'Kepala Dinas Kesehatan', agencyId, untilDay: null }],
    });
    expect(await lastEvent()).toMatchObject({
      verb: 'add_post',
      actorId: admin.userId,
      actorRole: 'admin',
      portalId,
      detail: { personId, postId },
    });
    await endPost(editor, { postId, version: 1, untilDay: '2026-03-31' });
    const acting = { ...headOf, agencyId, isActing: true, fromDay: '2026-04-01', untilDay: '2026-09-30' };
    await addPost(editor, { personId, ...acting });
    const { posts } = await registeredPerson(editor, personId);
    expect(posts.map(({ isActing, untilDay }) => [isActing, untilDay])).toEqual([
      [true, '2026-09-30'],
      [false, '2026-03-31'],
    ]);
    await removePost(editor, { postId, version: 2 });
    await editPerson(editor, { personId, version: 1, name: 'dr. Sri Wahyuni, M.Kes.' });
    await removePerson(admin, { personId, version: 2 });
    expect(await refusal(registeredPerson(editor, personId))).toBe('not_found');
  });

  test('stand once by name, whatever the capitals', async () => {
    const { portalId, editor } = await anOffice();
    await addPerson(editor, { portalId, name: 'Budi Santoso' });
    expect(await issueCodes(addPerson(editor, { portalId, name: 'BUDI SANTOSO' }))).toEqual(['already_there']);
  });

  test('a change upon an older version is refused', async () => {
    const { portalId, editor, otherEditor } = await anOffice();
    const { personId } = await addPerson(editor, { portalId, name: 'Budi Santoso' });
    const { postId } = await addPost(editor, { personId, ...headOf, agencyId: null });
    await editPerson(otherEditor, { personId, version: 1, name: 'Budi Santosa' });
    await editPost(otherEditor, { postId, version: 1, ...headOf, agencyId: null, title: 'Kepala Badan' });
    expect(await refusal(editPerson(editor, { personId, version: 1, name: 'Budi' }))).toBe('conflict');
    expect(await refusal(removePerson(editor, { personId, version: 1 }))).toBe('conflict');
    expect(await refusal(endPost(editor, { postId, version: 1, untilDay: '2026-01-01' }))).toBe('conflict');
    expect(await refusal(removePost(editor, { postId, version: 1 }))).toBe('conflict');
  });

  test('a post ends after it began, in an agency of the portal', async () => {
    const [{ portalId, editor }, elsewhere] = [await anOffice(), await anOffice()];
    const { personId } = await addPerson(editor, { portalId, name: 'Budi Santoso' });
    const { postId } = await addPost(editor, { personId, ...headOf, agencyId: null });
    expect(await issueCodes(endPost(editor, { postId, version: 1, untilDay: '2024-12-31' }))).toEqual([
      'days_out_of_order',
    ]);
    expect(await issueCodes(addPost(editor, { personId, ...headOf, agencyId: elsewhere.agencyId }))).toEqual([
      'agency_unknown',
    ]);
  });

  test('are found by name and by post, page by page', async () => {
    const { portalId, agencyId, editor, contributor } = await anOffice();
    for (const name of ['Budi Santoso', 'Ani 100% Wijaya', 'Citra Dewi']) {
      const { personId } = await addPerson(editor, { portalId, name });
      if (name === 'Citra Dewi') await addPost(editor, { personId, ...headOf, agencyId });
    }
    const found = async (search: string) =>
      (await registeredPeopleList(contributor, all(portalId, search))).rows.map(({ name }) => name);
    expect(await found('')).toEqual(['Ani 100% Wijaya', 'Budi Santoso', 'Citra Dewi']);
    expect(await found('kesehatan')).toEqual(['Citra Dewi']);
    expect(await found('san budi')).toEqual(['Budi Santoso']);
    expect(await found('100%')).toEqual(['Ani 100% Wijaya']);
    expect(await found('_')).toEqual([]);
    expect(await registeredPeopleList(contributor, { portalId, search: '', page: 9 })).toMatchObject({
      page: 1,
      pages: 1,
      total: 3,
    });
  });
});

describe('regulations, figures and plain words', () => {
  test('are added, changed by whoever saw the newest, found and removed', async () => {
    const { portalId, editor } = await anOffice();
    const { regulationId } = await addRegulation(editor, { portalId, ...pergub });
    expect(await issueCodes(addRegulation(editor, { portalId, ...pergub, subject: 'Lain' }))).toEqual([
      'already_there',
    ]);
    await editRegulation(editor, { regulationId, version: 1, ...pergub, isVerified: true });
    expect(await refusal(editRegulation(editor, { regulationId, version: 1, ...pergub }))).toBe('conflict');
    expect((await regulationList(editor, all(portalId, 'gubernur 49 2024'))).rows).toMatchObject([
      { isVerified: true },
    ]);

    const { figureId } = await addFigure(editor, { portalId, ...villages });
    expect(await issueCodes(addFigure(editor, { portalId, ...villages, label: 'JUMLAH DESA' }))).toEqual([
      'already_there',
    ]);
    await editFigure(editor, { figureId, version: 1, ...villages, value: '842' });
    expect(await lastEvent()).toMatchObject({
      verb: 'edit_figure',
      detail: { former: { value: '841' }, value: '842' },
    });
    expect(await refusal(removeFigure(editor, { figureId, version: 1 }))).toBe('conflict');
    expect((await figureList(editor, all(portalId, 'desa'))).rows).toMatchObject([{ value: '842', version: 2 }]);

    const word = { expression: 'dalam rangka', plain: 'untuk', note: '' };
    const { plainWordId } = await addPlainWord(editor, { portalId, ...word });
    expect(await issueCodes(addPlainWord(editor, { portalId, ...word }))).toEqual(['already_there']);
    await editPlainWord(editor, { plainWordId, version: 1, ...word, plain: 'guna' });
    expect(await refusal(editPlainWord(editor, { plainWordId, version: 1, ...word }))).toBe('conflict');
    expect((await plainWordList(editor, all(portalId, 'guna'))).total).toBe(1);

    await removeRegulation(editor, { regulationId, version: 2 });
    await removeFigure(editor, { figureId, version: 2 });
    await removePlainWord(editor, { plainWordId, version: 2 });
    expect((await regulationList(editor, all(portalId))).rows).toEqual([]);
    expect((await figureList(editor, all(portalId))).rows).toEqual([]);
    expect((await plainWordList(editor, all(portalId))).rows).toEqual([]);
  });
});

describe('names of the house', () => {
  const approved = async (actor: Actor, portalId: PortalId) =>
    (await houseNameList(actor, all(portalId))).rows.map(({ word }) => word);

  test('are proposed by a writer with one tap and count when an editor approves', async () => {
    const { portalId, contributor, colleague, editor } = await anOffice();
    const proposed = await proposeHouseName(contributor, { word: 'Sotek' });
    expect(proposed.state).toBe('proposed');
    expect(await lastEvent()).toMatchObject({ verb: 'propose_house_name', actorRole: 'contributor' });
    expect(await proposeHouseName(colleague, { word: 'Sotek' })).toEqual(proposed);
    expect(await approved(contributor, portalId)).toEqual([]);
    expect(await proposedNames(editor, portalId)).toMatchObject([{ word: 'Sotek', proposedBy: 'Sari Kontributor' }]);

    await decideHouseName(editor, { houseNameId: proposed.houseNameId, decision: 'approve' });
    expect(await approved(contributor, portalId)).toEqual(['Sotek']);
    const again = decideHouseName(editor, { houseNameId: proposed.houseNameId, decision: 'refuse' });
    expect(await refusal(again)).toBe('conflict');
  });

  test('a refused word is not proposed again; an editor may still add it, or take it out', async () => {
    const { portalId, contributor, editor } = await anOffice();
    const { houseNameId } = await proposeHouseName(contributor, { word: 'hoax' });
    await decideHouseName(editor, { houseNameId, decision: 'refuse' });
    expect(await proposeHouseName(contributor, { word: 'hoax' })).toMatchObject({ state: 'refused' });
    expect(await proposedNames(editor, portalId)).toEqual([]);
    expect(await proposeHouseName(editor, { word: 'hoax' })).toEqual({ houseNameId, state: 'approved' });
    await removeHouseName(editor, { houseNameId });
    expect(await approved(editor, portalId)).toEqual([]);
    expect(await refusal(removeHouseName(editor, { houseNameId }))).toBe('not_found');
  });

  test('an editor’s own counts at once; capitals make another word', async () => {
    const { portalId, editor } = await anOffice();
    expect(await proposeHouseName(editor, { portalId, word: 'PUPR' })).toMatchObject({ state: 'approved' });
    await proposeHouseName(editor, { portalId, word: 'Pupr' });
    expect(await approved(editor, portalId)).toHaveLength(2);
  });

  test('are decided by editors only, and proposed only by those who write', async () => {
    const { contributor, admin, leader, auditor } = await anOffice();
    const { houseNameId } = await proposeHouseName(contributor, { word: 'Sotek' });
    for (const other of [contributor, admin]) {
      expect(await refusal(decideHouseName(other, { houseNameId, decision: 'approve' }))).toBe('not_allowed');
      expect(await refusal(removeHouseName(other, { houseNameId }))).toBe('not_allowed');
    }
    for (const other of [leader, auditor]) {
      expect(await refusal(proposeHouseName(other, { word: 'Sotek' }))).toBe('not_allowed');
    }
  });
});

test('the register is read by everyone of the portal, changed by its keepers, and not there for others', async () => {
  const [office, elsewhere] = [await anOffice(), await anOffice()];
  const { portalId, editor } = office;
  const { personId } = await addPerson(editor, { portalId, name: 'Budi Santoso' });
  const { postId } = await addPost(editor, { personId, ...headOf, agencyId: null });
  const { regulationId } = await addRegulation(editor, { portalId, ...pergub });
  const { figureId } = await addFigure(editor, { portalId, ...villages });
  const { plainWordId } = await addPlainWord(editor, { portalId, expression: 'guna', plain: 'untuk', note: '' });
  const { houseNameId } = await proposeHouseName(office.contributor, { word: 'Sotek' });
  const changes = (actor: Actor) => [
    addPerson(actor, { portalId, name: 'Orang lain' }),
    editPerson(actor, { personId, version: 1, name: 'Lain' }),
    removePerson(actor, { personId, version: 1 }),
    addPost(actor, { personId, ...headOf, agencyId: null }),
    editPost(actor, { postId, version: 1, ...headOf, agencyId: null }),
    endPost(actor, { postId, version: 1, untilDay: '2026-01-01' }),
    removePost(actor, { postId, version: 1 }),
    addRegulation(actor, { portalId, ...pergub, number: '50' }),
    editRegulation(actor, { regulationId, version: 1, ...pergub }),
    removeRegulation(actor, { regulationId, version: 1 }),
    addFigure(actor, { portalId, ...villages, label: 'Lain' }),
    editFigure(actor, { figureId, version: 1, ...villages }),
    removeFigure(actor, { figureId, version: 1 }),
    addPlainWord(actor, { portalId, expression: 'lain', plain: 'lain', note: '' }),
    editPlainWord(actor, { plainWordId, version: 1, expression: 'lain', plain: 'lain', note: '' }),
    removePlainWord(actor, { plainWordId, version: 1 }),
    decideHouseName(actor, { houseNameId, decision: 'approve' }),
    removeHouseName(actor, { houseNameId }),
  ];
  const reads = (actor: Actor) => [
    registeredPerson(actor, personId),
    registeredPeopleList(actor, all(portalId)),
    regulationList(actor, all(portalId)),
    figureList(actor, all(portalId)),
    plainWordList(actor, all(portalId)),
    houseNameList(actor, all(portalId)),
    proposedNames(actor, portalId),
  ];
  for (const reader of [office.contributor, office.verifier, office.leader, office.auditor]) {
    expect(new Set(await Promise.all(reads(reader).map(refusal)))).toEqual(new Set(['none']));
    expect(new Set(await Promise.all(changes(reader).map(refusal)))).toEqual(new Set(['not_allowed']));
  }
  for (const foreign of [elsewhere.editor, elsewhere.admin]) {
    expect(new Set(await Promise.all(reads(foreign).map(refusal)))).toEqual(new Set(['not_found']));
    expect(new Set(await Promise.all(changes(foreign).map(refusal)))).toEqual(new Set(['not_found']));
  }
  expect(await registerPortals(office.contributor)).toMatchObject([{ id: portalId, mayKeep: false }]);
  expect(await registerPortals(office.admin)).toMatchObject([{ mayKeep: true, mayDecideNames: false }]);
  const kept = await database().select({ verb: events.verb }).from(events).where(eq(events.portalId, portalId));
  expect(kept).toHaveLength(6);
});
