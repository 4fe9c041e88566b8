import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { portals, regencies } from '#db/schema/index.ts';
import { portalId as portalIdSchema } from '#lib/ids.ts';
import { addFigure } from '#lib/register/figures.ts';
import { decideHouseName, proposeHouseName } from '#lib/register/house-names.ts';
import { addPerson, addPost, endPost } from '#lib/register/people.ts';
import { addPlainWord } from '#lib/register/plain-words.ts';
import { addRegulation } from '#lib/register/regulations.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice } from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { referenceFor, referenceOfPortal, speakersOf } from './reference-read.ts';

testDatabase();

const at = new Date('2026-11-22T17:00:00Z');

test('a reference holds what the portal keeps, on the day it is there', async () => {
  const { portalId, agencyId, agencySlug, editor, contributor } = await anOffice();
  await database().insert(regencies).values({ portalId, code: '64.72', name: 'Samarinda' });
  const { personId } = await addPerson(editor, { portalId, name: 'Budi Santoso' });
  const post = { title: 'Kepala Dinas', agencyId, isActing: true, fromDay: '2026-01-01', untilDay: '2026-12-31' };
  await addPost(editor, { personId, ...post });
  const regulation = { kind: 'Peraturan Gubernur', number: '49', year: 2024, subject: 'Media', isVerified: false };
  await addRegulation(editor, { portalId, ...regulation });
  const figure = { label: 'Jumlah desa', value: '841', asOf: '2025-12-31', source: 'DPMPD' };
  await addFigure(editor, { portalId, ...figure });
  const word = { expression: 'dalam rangka', plain: 'untuk', note: '' };
  await addPlainWord(editor, { portalId, ...word });
  await proposeHouseName(editor, { word: 'Sotek' });
  await proposeHouseName(contributor, { word: 'Belum disetujui' });

  expect(await referenceFor(portalId, at)).toMatchObject({
    today: '2026-11-23',
    people: [
      {
        name: 'Budi Santoso',
        posts: [{ title: 'Kepala Dinas', isActing: true, from: '2026-01-01', until: '2026-12-31' }],
      },
    ],
    agencies: [{ shortName: expect.stringContaining(agencySlug.slice(-8)) }],
    regulations: [regulation],
    figures: [figure],
    places: ['Samarinda'],
    houseNames: ['Sotek'],
    plainWords: [word],
  });
});

test('the same object is answered until something changes or the day does', async () => {
  const { portalId, contributor, editor } = await anOffice();
  const first = await referenceFor(portalId, at);
  const { houseNameId } = await proposeHouseName(contributor, { word: 'Sotek' });
  expect(await referenceFor(portalId, at)).toBe(first);
  await decideHouseName(editor, { houseNameId, decision: 'approve' });
  const second = await referenceFor(portalId, at);
  expect(second.houseNames).toEqual(['Sotek']);
  const tomorrow = await referenceFor(portalId, new Date(at.getTime() + 86_400_000));
  expect(tomorrow.today).toBe('2026-11-24');
});

test('there is none for a portal that is not there', async () => {
  expect(await refusal(referenceFor(portalIdSchema.parse('018f0000-0000-7000-8000-00000000dead'), at))).toBe(
    'not_found',
  );
  expect(await refusal(referenceOfPortal('tidak-ada'))).toBe('not_found');
});

test('operators name a portal by its short name', async () => {
  const { portalId } = await anOffice();
  await database().update(portals).set({ slug: 'kabar-benua' }).where(eq(portals.id, portalId));
  expect(await referenceOfPortal('kabar-benua')).toEqual(await referenceFor(portalId));
});

test('speakers stand by name with the posts they hold today', async () => {
  const { portalId, editor } = await anOffice();
  const add = async (name: string, ...posts: { title: string; isActing?: boolean; untilDay?: string }[]) => {
    const { personId } = await addPerson(editor, { portalId, name });
    for (const { title, isActing = false, untilDay = null } of posts) {
      await addPost(editor, { personId, title, agencyId: null, isActing, fromDay: null, untilDay });
    }
    return personId;
  };
  await add('Citra Dewi');
  await add('Budi Santoso', { title: 'Sekretaris' }, { title: 'Kepala Dinas', isActing: true, untilDay: '2026-12-31' });
  await add('Ani Wijaya', { title: 'Kepala Dinas', untilDay: '2026-11-22' });
  expect(await speakersOf(portalId, at)).toEqual([
    { name: 'Ani Wijaya', post: '' },
    { name: 'Budi Santoso', post: 'Sekretaris' },
    { name: 'Budi Santoso', post: 'Plt. Kepala Dinas' },
    { name: 'Citra Dewi', post: '' },
  ]);
  const { personId } = await addPerson(editor, { portalId, name: 'Dedi' });
  const held = { title: 'Camat', agencyId: null, isActing: false, fromDay: null, untilDay: null };
  const { postId } = await addPost(editor, { personId, ...held });
  await endPost(editor, { postId, version: 1, untilDay: '2026-11-23' });
  expect(await speakersOf(portalId, at)).toContainEqual({ name: 'Dedi', post: 'Camat' });
});
