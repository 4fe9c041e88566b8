import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { roles } from '#db/schema/enums.ts';
import { articles, editions, events, generationChanges, memberships, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { PortalId } from '#lib/ids.ts';
import { verifyChain } from '#lib/record/events.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anActor, anAgency, aPerson, aPortal } from '#lib/testing/people.ts';
import { accountInputs } from './account-input.ts';
import { type Actor, loadActor } from './actor.ts';
import { agenciesToAdminister, agencyToAdminister, createAgency, editAgency } from './agencies.ts';
import { redeemCode } from './codes.ts';
import { addFirstAdmin } from './first-admins.ts';
import { createPerson, editPerson, endSessionsOf } from './people.ts';
import { peopleToAdminister, personToAdminister, portalsToAdminister } from './people-reads.ts';
import { createSection, editSection, moveSection, sectionsToAdminister } from './sections.ts';
import { actorOfSession, startSession } from './sessions.ts';

testConfiguration();
testDatabase();

let portal: PortalId;
let admin: Actor;

beforeEach(async () => {
  portal = await aPortal();
  admin = await anActor('admin', portal);
});

const agencyForm = {
  name: 'Dinas Kesehatan',
  shortName: 'Dinkes',
  slug: '',
  kind: 'department',
  headName: '',
  headTitle: '',
  address: '',
  phone: '',
  email: '',
  verifyWithinMinutes: '240',
};
const newAgency = (changes: object = {}) =>
  accountInputs.createAgency.parse({ portalId: portal, ...agencyForm, ...changes });
const namesReadersSee = async () =>
  (await database().select().from(generationChanges).where(eq(generationChanges.portalId, portal))).flatMap(
    (row) => row.names,
  );

describe('agencies', () => {
  it('are added with an address made from the short name', async () => {
    const { agencyId } = await createAgency(admin, newAgency({ hasVerification: 'on' }));
    expect(await agencyToAdminister(admin, agencyId)).toMatchObject({
      slug: 'dinkes',
      hasVerification: true,
      verifyWithinMinutes: 240,
      isActive: true,
      version: 1,
    });
    expect(await namesReadersSee()).toEqual(['site']);
  });

  it('have addresses nobody else in the portal has', async () => {
    await createAgency(admin, newAgency());
    await expect(createAgency(admin, newAgency({ name: 'Lain' }))).rejects.toMatchObject({
      issues: [{ field: 'slug', code: 'slug_taken' }],
    });
    const other = await anActor('admin', await aPortal());
    const elsewhere = other.roles[0]?.portalId;
    await expect(createAgency(other, newAgency({ portalId: elsewhere }))).resolves.toBeDefined();
  });

  it('are changed by whoever saw the newest version', async () => {
    const { agencyId } = await createAgency(admin, newAgency());
    const input = accountInputs.editAgency.parse({
      agencyId,
      version: '1',
      ...agencyForm,
      name: 'Dinas Kesehatan Provinsi',
    });
    await editAgency(admin, input);
    expect(await agencyToAdminister(admin, agencyId)).toMatchObject({
      name: 'Dinas Kesehatan Provinsi',
      isActive: false,
      version: 2,
    });
    await expect(editAgency(admin, input)).rejects.toMatchObject({ code: 'conflict' });
    const [, edited] = await database().select().from(events).where(eq(events.agencyId, agencyId)).orderBy(events.seq);
    expect(edited).toMatchObject({
      verb: 'edit_agency',
      actorId: admin.userId,
      detail: {
        about: `agency:${agencyId}`,
        before: { name: 'Dinas Kesehatan', isActive: true },
        after: { name: 'Dinas Kesehatan Provinsi', isActive: false },
      },
    });
  });

  it('keep their address once readers may have kept it', async () => {
    const { agencyId } = await createAgency(admin, newAgency());
    const move = (version: number, slug: string) =>
      editAgency(admin, accountInputs.editAgency.parse({ agencyId, version, ...agencyForm, slug }));
    await move(1, 'dinas-kesehatan');
    const [article] = await database()
      .insert(articles)
      .values({ portalId: portal, agencyId, createdBy: admin.userId, slug: 'x' })
      .returning({ id: articles.id });
    if (article === undefined) throw new Error('no article');
    await database()
      .insert(editions)
      .values({
        ...{ articleId: article.id, number: 1, state: 'published', createdBy: admin.userId },
        ...{ body: { type: 'doc', content: [] }, contentHash: 'a', cardMac: 'b', cardKeyId: 'c', publishedAt: now() },
      });
    await expect(move(2, 'dinkes-baru')).rejects.toMatchObject({ issues: [{ code: 'slug_in_use' }] });
    await expect(move(2, 'dinas-kesehatan')).resolves.toBeUndefined();
  });

  it.each(roles.filter((role) => role !== 'admin'))('are not there for a %s', async (role) => {
    const agencyId = await anAgency(portal);
    const actor = await anActor(role, portal, agencyId);
    const answers = await Promise.allSettled([
      createAgency(actor, newAgency()),
      editAgency(actor, accountInputs.editAgency.parse({ agencyId, version: 1, ...agencyForm })),
      agencyToAdminister(actor, agencyId),
      agenciesToAdminister(actor, portal),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ reason: { code: 'not_found' } });
  });

  it('of another portal are not there', async () => {
    const elsewhere = await anAgency(await aPortal());
    await expect(agencyToAdminister(admin, elsewhere)).rejects.toMatchObject({ code: 'not_found' });
    const edit = editAgency(admin, accountInputs.editAgency.parse({ agencyId: elsewhere, version: 1, ...agencyForm }));
    await expect(edit).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each([
    { slug: 'Huruf Besar' },
    { slug: '../etc' },
    { name: '' },
    { name: '  ' },
    { kind: 'kerajaan' },
    { email: 'bukan surel' },
    { verifyWithinMinutes: '5' },
    { verifyWithinMinutes: 'x' },
    { hasVerification: 'ya' },
    { name: ['a', 'b'] },
    { version: '7' },
  ])('are not taken with %j', (changes) => {
    expect(accountInputs.createAgency.safeParse({ portalId: portal, ...agencyForm, ...changes }).success).toBe(false);
  });
});

describe('sections', () => {
  const add = (name: string) => createSection(admin, { portalId: portal, name, slug: '' });
  const row = async () => (await sectionsToAdminister(admin, portal)).map((section) => section.name);
  const find = async (name: string) => {
    const section = (await sectionsToAdminister(admin, portal)).find((candidate) => candidate.name === name);
    if (section === undefined) throw new Error('no section');
    return { sectionId: section.id, version: section.version };
  };

  it('stand in the order in which they were added, and move', async () => {
    for (const name of ['Kesehatan', 'Pendidikan', 'Infrastruktur']) await add(name);
    expect(await row()).toEqual(['Kesehatan', 'Pendidikan', 'Infrastruktur']);
    await moveSection(admin, { ...(await find('Infrastruktur')), direction: 'up' });
    expect(await row()).toEqual(['Kesehatan', 'Infrastruktur', 'Pendidikan']);
    await moveSection(admin, { ...(await find('Kesehatan')), direction: 'up' });
    expect(await row()).toEqual(['Kesehatan', 'Infrastruktur', 'Pendidikan']);
    await moveSection(admin, { ...(await find('Kesehatan')), direction: 'down' });
    expect(await row()).toEqual(['Infrastruktur', 'Kesehatan', 'Pendidikan']);
  });

  it('stay whole when two admins move at the same moment', async () => {
    for (const name of ['A', 'B', 'C', 'D']) await add(name);
    const [first, last] = [await find('A'), await find('D')];
    await Promise.allSettled([
      moveSection(admin, { ...first, direction: 'down' }),
      moveSection(admin, { ...last, direction: 'up' }),
    ]);
    const sections = await sectionsToAdminister(admin, portal);
    expect(sections.map((section) => section.position)).toEqual([0, 1, 2, 3]);
    expect(sections.map((section) => section.name).sort()).toEqual(['A', 'B', 'C', 'D']);
  });

  it('are renamed and closed by whoever saw the newest version; the address stays', async () => {
    await add('Kesehatan');
    const seen = await find('Kesehatan');
    await editSection(admin, { ...seen, name: 'Sehat', isActive: false });
    expect(await sectionsToAdminister(admin, portal)).toMatchObject([
      { name: 'Sehat', slug: 'kesehatan', isActive: false },
    ]);
    const stale = editSection(admin, { ...seen, name: 'Lain', isActive: true });
    await expect(stale).rejects.toMatchObject({ code: 'conflict' });
    expect(await namesReadersSee()).toEqual(['site', 'site']);
  });

  it('have addresses of their own, and are not there for others', async () => {
    await add('Kesehatan');
    await expect(add('Kesehatan')).rejects.toMatchObject({ issues: [{ code: 'slug_taken' }] });
    const stranger = await anActor('admin', await aPortal());
    const seen = await find('Kesehatan');
    const answers = await Promise.allSettled([
      sectionsToAdminister(stranger, portal),
      createSection(stranger, { portalId: portal, name: 'X', slug: '' }),
      editSection(stranger, { ...seen, name: 'X', isActive: true }),
      moveSection(stranger, { ...seen, direction: 'up' }),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ reason: { code: 'not_found' } });
  });
});

describe('people', () => {
  const form = { name: 'Siti Rahmawati', email: 'Siti@Kaltimprov.go.id', phone: '0812-3456-7890' };

  it('are added with an invite, their address in small letters, their number with country code', async () => {
    const { userId, invite } = await createPerson(admin, accountInputs.createPerson.parse(form));
    const detail = await personToAdminister(admin, userId);
    expect(detail).toMatchObject({
      email: 'siti@kaltimprov.go.id',
      phone: '6281234567890',
      isInvited: true,
      roles: [],
    });
    expect(detail.openCode?.purpose).toBe('invite');
    await redeemCode({ code: invite.code, password: 'perahu kertas di hulu' });
    expect((await personToAdminister(admin, userId)).isInvited).toBe(false);
  });

  it('have an address nobody else has', async () => {
    const email = 'sama@kaltimprov.go.id';
    await createPerson(admin, { name: 'A', email, phone: '' });
    await expect(createPerson(admin, { name: 'B', email, phone: '' })).rejects.toMatchObject({
      issues: [{ field: 'email', code: 'email_taken' }],
    });
  });

  it('are changed by whoever saw the newest version; a new address ends sessions', async () => {
    const userId = await aPerson();
    const session = await startSession(userId, '');
    const [before] = await database().select().from(users).where(eq(users.id, userId));
    const edit = { userId, version: 1, name: 'Nama Baru', email: before?.email ?? '', phone: '' };
    await editPerson(admin, edit);
    expect(await actorOfSession(session.token)).not.toBeNull();
    await expect(editPerson(admin, edit)).rejects.toMatchObject({ code: 'conflict' });
    await editPerson(admin, { ...edit, version: 2, email: 'baru@kaltimprov.go.id' });
    expect(await actorOfSession(session.token)).toBeNull();
  });

  it('are signed out everywhere when their phone is lost', async () => {
    const userId = await aPerson();
    const session = await startSession(userId, '');
    await endSessionsOf(admin, { userId });
    expect(await actorOfSession(session.token)).toBeNull();
  });

  it('are listed by name, searched literally, a page at a time', async () => {
    const own = await aPortal();
    const actor = await anActor('admin', own);
    const mark = 'Zz_Uji%';
    for (let index = 10; index < 62; index += 1) await aPerson({ name: `${mark} ${index}` });
    const first = await peopleToAdminister(actor, mark, 1);
    expect(first).toMatchObject({ page: 1, pages: 2, total: 52 });
    expect(first.people[0]?.name).toBe(`${mark} 10`);
    expect((await peopleToAdminister(actor, mark, 9)).people.map((person) => person.name)).toEqual([
      `${mark} 60`,
      `${mark} 61`,
    ]);
    expect((await peopleToAdminister(actor, 'ZzXUji', 1)).total).toBe(0);
  });

  it('of other portals are not listed and not found', async () => {
    const elsewhere = await anActor('auditor', await aPortal());
    expect((await peopleToAdminister(admin, elsewhere.email, 1)).total).toBe(0);
    await expect(personToAdminister(admin, elsewhere.userId)).rejects.toMatchObject({ code: 'not_found' });
    const edit = editPerson(admin, {
      userId: elsewhere.userId,
      version: 1,
      name: 'X',
      email: 'x@example.go.id',
      phone: '',
    });
    await expect(edit).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each(roles.filter((role) => role !== 'admin'))('are not there for a %s', async (role) => {
    const actor = await anActor(role, portal, await anAgency(portal));
    const userId = await aPerson();
    const answers = await Promise.allSettled([
      peopleToAdminister(actor, '', 1),
      personToAdminister(actor, userId),
      createPerson(actor, accountInputs.createPerson.parse(form)),
      editPerson(actor, { userId, version: 1, name: 'X', email: 'x@example.go.id', phone: '' }),
      endSessionsOf(actor, { userId }),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ reason: { code: 'not_found' } });
  });

  it.each([
    { email: 'tanpa-at' },
    { email: 'a@b.go.id\r\nBcc: x@y.go.id' },
    { phone: '12' },
    { phone: 'halo' },
    { name: '' },
    { passwordHash: 'x' },
    { suspendedAt: null },
  ])('are not taken with %j', (changes) => {
    expect(accountInputs.createPerson.safeParse({ ...form, ...changes }).success).toBe(false);
  });
});

describe('the first admins', () => {
  const addFirst = (to: PortalId, email: string) =>
    transaction((tx) => addFirstAdmin(tx, to, { name: 'Admin', email }));

  it('are two, in force at once; a third comes from the screens', async () => {
    const fresh = await aPortal();
    const first = await addFirst(fresh, 'satu@kaltimprov.go.id');
    await addFirst(fresh, 'dua@kaltimprov.go.id');
    await redeemCode({ code: first.code.code, password: 'perahu kertas di hulu' });
    expect((await loadActor(first.userId)).roles).toEqual([{ role: 'admin', portalId: fresh, agencyId: null }]);
    await expect(addFirst(fresh, 'tiga@kaltimprov.go.id')).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('are two also when three are asked for at once', async () => {
    const fresh = await aPortal();
    const answers = await Promise.allSettled(
      ['p', 'q', 'r'].map((name) => addFirst(fresh, `${name}@kaltimprov.go.id`)),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(2);
  });

  it('get a new code when theirs ran out or the password is lost', async () => {
    const fresh = await aPortal();
    const first = await addFirst(fresh, 'hilang@kaltimprov.go.id');
    const again = await addFirst(fresh, 'hilang@kaltimprov.go.id');
    expect(again).toMatchObject({ userId: first.userId, code: { purpose: 'invite' } });
    await redeemCode({ code: again.code.code, password: 'perahu kertas di hulu' });
    const reset = await addFirst(fresh, 'hilang@kaltimprov.go.id');
    expect(reset.code.purpose).toBe('reset');
    await redeemCode({ code: reset.code.code, password: 'hujan turun di loa kulu' });
    expect((await loadActor(first.userId)).roles).toHaveLength(1);
  });

  it('are never made of an account that exists', async () => {
    const email = 'redaktur@kaltimprov.go.id';
    await aPerson({ email });
    await expect(addFirst(await aPortal(), email)).rejects.toMatchObject({ code: 'not_allowed' });
  });
});

it('the portals of the administration are those of an admin', async () => {
  expect((await portalsToAdminister(admin)).map((found) => found.id)).toEqual([portal]);
  const managing = await anActor('managing_editor', portal);
  await expect(portalsToAdminister(managing)).rejects.toMatchObject({ code: 'not_found' });
});

it('a role that was never granted by anybody cannot be written by hand for oneself', async () => {
  const forged = database()
    .insert(memberships)
    .values({ userId: admin.userId, portalId: portal, role: 'editor', grantedBy: admin.userId, effectiveAt: now() });
  await expect(forged).rejects.toThrow();
});

it('the audit log of all of this holds together', async () => {
  await createSection(admin, { portalId: portal, name: 'Terakhir', slug: '' });
  expect((await verifyChain(database())).brokenAt).toBeNull();
});
