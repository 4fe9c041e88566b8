import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '#db/client.ts';
import { events, portals } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { aboutAgency, agencyToAdminister, editAgency } from '#lib/accounts/agencies.ts';
import { aboutPerson, editPerson } from '#lib/accounts/people.ts';
import { personToAdminister } from '#lib/accounts/people-reads.ts';
import { createSection, sectionsToAdminister } from '#lib/accounts/sections.ts';
import { deskSettings, serviceCalendarOf } from '#lib/service-hours/read-calendar.ts';
import { isBusinessDay } from '#lib/service-hours/service-calendar.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anActor, anAgency, aPerson, aPortal } from '#lib/testing/people.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { takeJobs } from '#lib/testing/waiting-jobs.ts';
import { aboutSection, editSection } from '../accounts/sections.ts';
import { administrationInputs } from './administration-input.ts';
import { arrangementOf } from './arrangement.ts';
import { changesAbout } from './changes.ts';
import { addDayOff, daysOffIn, previewDaysOff, removeDayOff, takeDaysOff, takeDecree } from './days-off.ts';
import { editPortal, followOtherKinds, setEscalation, setTargets, setWeek } from './portal-settings.ts';
import { undoChange } from './undo.ts';

testConfiguration();
testDatabase();

let portalId: Awaited<ReturnType<typeof aPortal>>;
let admin: Actor;
beforeEach(async () => {
  portalId = await aPortal();
  admin = await anActor('admin', portalId);
  await takeJobs('recount_targets');
});

const version = async () => (await arrangementOf(admin, portalId)).portal.version;
const settings = () => deskSettings(database(), portalId);
const week = async (changes: Record<string, string> = {}) => {
  const office = Object.fromEntries(
    [0, 1, 2, 3, 4].flatMap((day) => [
      [`from${day}`, '08:00'],
      [`until${day}`, '16:00'],
    ]),
  );
  return { portalId, version: String(await version()), ...office, ...changes };
};
const newest = async (about: string) => {
  const [change] = await changesAbout(admin, about);
  if (change === undefined) throw new Error('nothing changed');
  return change;
};

describe('a portal', () => {
  const form = async (changes: Record<string, string> = {}) =>
    administrationInputs.editPortal.parse({
      portalId,
      version: String(await version()),
      ...{ name: 'Warta Uji', tagline: '', datelineTemplate: '{tempat} –', timeZone: 'Asia/Makassar' },
      ...{ contactEmail: '', contactPhone: '', address: '', witnessEmail: '', ...changes },
    });

  it('gets another zone and a witness: counted anew, recorded with both values, taken back', async () => {
    const before = await form();
    await editPortal(admin, await form({ timeZone: 'Asia/Pontianak', witnessEmail: 'saksi@example.org' }));
    expect(await settings()).toMatchObject({ witnessEmail: 'saksi@example.org' });
    expect(await serviceCalendarOf(database(), portalId)).toMatchObject({ timeZone: 'Asia/Pontianak' });
    expect(await takeJobs('recount_targets')).toEqual([{ portalId }]);
    expect(await refusal(editPortal(admin, before))).toBe('conflict');

    const change = await newest(`portal:${portalId}`);
    expect(change.lines).toEqual([
      { label: 'Zona waktu', before: 'Asia/Makassar', after: 'Asia/Pontianak' },
      { label: 'Surel saksi luar', before: 'kosong', after: 'saksi@example.org' },
    ]);
    await undoChange(admin, { seq: change.seq });
    expect(await settings()).toMatchObject({ witnessEmail: '' });
    expect((await changesAbout(admin, `portal:${portalId}`)).map(({ what }) => what)).toEqual([
      'Ubah portal',
      'Ubah portal',
    ]);
  });

  it('saved as it stands changes and records nothing', async () => {
    const before = await version();
    await editPortal(admin, await form());
    expect(await version()).toBe(before);
    expect(await changesAbout(admin, `portal:${portalId}`)).toEqual([]);
  });

  it.each([
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ datelineTemplate: 'Samarinda –' }, 'datelineTemplate'],
    [{ name: ' ' }, 'name'],
    [{ witnessEmail: 'bukan surel' }, 'witnessEmail'],
  ])('takes no %j', async (changes, field) => {
    const sent = {
      portalId,
      version: '1',
      name: 'x',
      tagline: '',
      datelineTemplate: '{tempat} –',
      timeZone: 'Asia/Makassar',
    };
    const read = administrationInputs.editPortal.safeParse({
      ...{ ...sent, contactEmail: '', contactPhone: '', address: '', witnessEmail: '' },
      ...changes,
    });
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  it('does not exist for anybody but its admins', async () => {
    const others = [await anActor('managing_editor', portalId), await anActor('admin', await aPortal())];
    for (const other of others) {
      expect(await refusal(arrangementOf(other, portalId))).toBe('not_found');
      expect(await refusal(editPortal(other, await form()))).toBe('not_found');
    }
    await editPortal(admin, await form({ name: 'Warta Lain' }));
    const { seq } = await newest(`portal:${portalId}`);
    for (const other of others) expect(await refusal(undoChange(other, { seq }))).toBe('not_found');
    expect(await refusal(undoChange(admin, { seq: 999_999 }))).toBe('not_found');
  });
});

describe('hours, targets, escalation', () => {
  it('a Saturday is opened and closed again by taking it back', async () => {
    await setWeek(admin, administrationInputs.setWeek.parse(await week({ from5: '09:00', until5: '00:00' })));
    expect((await settings()).week[5]).toEqual({ from: 540, until: 1_440 });
    const change = await newest(`settings:${portalId}:week`);
    expect(change.lines).toEqual([{ label: 'Sabtu', before: 'tutup', after: '09.00–24.00' }]);
    await undoChange(admin, { seq: change.seq });
    expect((await settings()).week[5]).toBeNull();
  });

  it.each([
    [{ until0: '' }, 'until0', 'Isi jam tutup hari Senin'],
    [{ until1: '07:00' }, 'until1', 'Jam tutup hari Selasa harus sesudah'],
    [{ from2: '25:00' }, 'from2', 'Tulis jam seperti 08:00'],
  ])('takes no %j', async (changes, field, text) => {
    const [issue] = administrationInputs.setWeek.safeParse(await week(changes)).error?.issues ?? [];
    expect([issue?.path[0], issue?.message]).toEqual([field, expect.stringContaining(text)]);
  });

  it('an office that never opens is refused', () => {
    const read = administrationInputs.setWeek.safeParse({ portalId, version: '1' });
    expect(read.error?.issues[0]?.message).toBe('Buka paling sedikit satu hari dalam sepekan.');
  });

  it('a kind gets targets, follows the others again, and gets them back', async () => {
    const minutes = { verify: 30, claim: 20, edit: 30, confirm: 20 };
    await setTargets(admin, { portalId, version: await version(), kind: 'speech', ...minutes });
    expect((await settings()).targets.speech).toEqual(minutes);
    await setTargets(admin, { portalId, version: await version(), kind: 'other', ...minutes });
    expect((await settings()).otherKinds).toEqual(minutes);
    await followOtherKinds(admin, { portalId, version: await version(), kind: 'speech' });
    expect((await settings()).targets.speech).toBeUndefined();
    const change = await newest(`settings:${portalId}:targets`);
    expect(change.lines[0]).toMatchObject({ label: 'Pidato', after: 'mengikuti jenis lain' });
    await undoChange(admin, { seq: change.seq });
    expect((await settings()).targets.speech).toEqual(minutes);
    expect((await settings()).targets.hoax_clarification).toMatchObject({ verify: 30 });
    expect(await takeJobs('recount_targets')).toEqual([{ portalId }]);
  });

  it('the leader is never told before the managing editor', async () => {
    const sent = { portalId, version: String(await version()), managingEditor: '60', leader: '30' };
    expect(administrationInputs.setEscalation.safeParse(sent).error?.issues[0]?.path).toEqual(['leader']);
    await setEscalation(admin, administrationInputs.setEscalation.parse({ ...sent, leader: '600' }));
    expect((await settings()).escalateAfter).toEqual({ managingEditor: 60, leader: 600 });
    await undoChange(admin, { seq: (await newest(`settings:${portalId}:escalation`)).seq });
    expect((await settings()).escalateAfter).toEqual({ managingEditor: 0, leader: 240 });
  });
});

describe('days off', () => {
  const ofDay = { portalId: '', day: '2027-01-01', kind: 'national_holiday', name: 'Tahun Baru', source: '' } as const;
  const file = (text: string) => new File([text], 'libur.csv', { type: 'text/csv' });

  it('are filled from the decree, added, taken out and put back, and the calendar follows', async () => {
    expect(await takeDecree(admin, { portalId, year: 2026 })).toEqual({ added: 25 });
    expect(await takeDecree(admin, { portalId, year: 2026 })).toEqual({ added: 0 });
    await addDayOff(admin, { ...ofDay, portalId });
    expect(await issueCodes(addDayOff(admin, { ...ofDay, portalId }))).toEqual(['day_listed']);
    expect(isBusinessDay(await serviceCalendarOf(database(), portalId), '2027-01-01')).toBe(false);
    await removeDayOff(admin, { portalId, day: '2027-01-01' });
    expect(await refusal(removeDayOff(admin, { portalId, day: '2027-01-01' }))).toBe('not_found');
    expect(isBusinessDay(await serviceCalendarOf(database(), portalId), '2027-01-01')).toBe(true);
    const change = await newest(`days_off:${portalId}:2027`);
    expect(change.lines).toEqual([
      { label: '1 Januari 2027', before: 'Tahun Baru (libur nasional)', after: 'bukan hari libur' },
    ]);
    await undoChange(admin, { seq: change.seq });
    expect(await daysOffIn(admin, portalId, 2027)).toMatchObject([{ day: '2027-01-01', name: 'Tahun Baru' }]);
    expect(await daysOffIn(admin, portalId, 2026)).toHaveLength(25);
  });

  it('come from a CSV file: shown first, taken whole, taken back whole', async () => {
    await addDayOff(admin, { ...ofDay, portalId });
    const text = [
      'tanggal;jenis;nama;sumber',
      '01/01/2027;Libur nasional;Tahun Baru 2027 Masehi;SKB',
      '2027-03-10;cuti bersama;Cuti bersama Idulfitri;SKB',
    ].join('\r\n');
    const preview = await previewDaysOff(admin, { portalId, file: file(text) });
    expect(preview).toMatchObject({ count: { added: 1, changed: 1, same: 0 }, issueCount: 0, rowCount: 2 });
    expect(await daysOffIn(admin, portalId, 2027)).toHaveLength(1);
    expect(await takeDaysOff(admin, { portalId, text })).toEqual({ added: 1, changed: 1, same: 0 });
    expect(await takeDaysOff(admin, { portalId, text })).toEqual({ added: 0, changed: 0, same: 2 });
    await undoChange(admin, { seq: (await newest(`days_off:${portalId}:2027`)).seq });
    expect(await daysOffIn(admin, portalId, 2027)).toMatchObject([{ day: '2027-01-01', name: 'Tahun Baru' }]);
  });

  it.each([
    ['tanggal;jenis;nama\n2027-02-30;libur;x', 'Tanggal tidak dikenali'],
    ['tanggal;jenis;nama\n2027-02-03;pesta;x', 'tulis “libur nasional” atau “cuti bersama”'],
    ['tanggal;jenis;nama\n2027-02-03;libur;x\n3/2/2027;libur;y', 'sudah ada di baris 2'],
  ])('a wrong row is named and nothing is taken: %j', async (text, told) => {
    const preview = await previewDaysOff(admin, { portalId, file: file(text) });
    expect(preview.issues[0]?.text).toContain(told);
    expect(await refusal(takeDaysOff(admin, { portalId, text }))).toBe('invalid');
    expect(await daysOffIn(admin, portalId, 2027)).toEqual([]);
  });
});

describe('history and taking back', () => {
  it('a section: renamed, closed, and given back; its making is told and not unmade', async () => {
    const { sectionId } = await createSection(admin, { portalId, name: 'Kesehatan', slug: '' });
    await editSection(admin, { sectionId, version: 1, name: 'Kesehatan Warga', isActive: false });
    const [edited, made] = await changesAbout(admin, aboutSection(sectionId));
    expect(made).toMatchObject({ what: 'Tambah kanal', mayUndo: false });
    expect(made?.lines).toContainEqual({ label: 'Nama', before: null, after: 'Kesehatan' });
    expect(edited?.lines).toEqual([
      { label: 'Nama', before: 'Kesehatan', after: 'Kesehatan Warga' },
      { label: 'Aktif', before: 'ya', after: 'tidak' },
    ]);
    await undoChange(admin, { seq: edited?.seq ?? 0 });
    expect(await sectionsToAdminister(admin, portalId)).toMatchObject([{ name: 'Kesehatan', isActive: true }]);
  });

  it('what stands in the way today is said: another agency has the address now', async () => {
    const agencyId = await anAgency(portalId, { slug: 'alamat-lama' });
    const { id: _id, portalId: _portal, createdAt: _at, ...agency } = await agencyToAdminister(admin, agencyId);
    await editAgency(admin, { ...agency, agencyId, slug: 'alamat-baru' });
    const { seq } = await newest(aboutAgency(agencyId));
    await anAgency(portalId, { slug: 'alamat-lama' });
    await expect(undoChange(admin, { seq })).rejects.toThrow('sudah dipakai perangkat daerah lain');
  });

  it('a person: how to reach them is never kept, that it changed is', async () => {
    const somebody = await aPerson({ email: 'lama@example.go.id', name: 'Sari' });
    const about = aboutPerson(somebody);
    await editPerson(admin, {
      userId: somebody,
      version: 1,
      name: 'Sari',
      email: 'baru@example.go.id',
      phone: '62811',
    });
    const reached = await newest(about);
    expect(reached.lines).toEqual([
      { label: 'Surel', isUntold: true },
      { label: 'Telepon', isUntold: true },
    ]);
    expect(reached.mayUndo).toBe(false);
    expect(await refusal(undoChange(admin, { seq: reached.seq }))).toBe('not_found');

    await editPerson(admin, {
      userId: somebody,
      version: 2,
      name: 'Sari Dewi',
      email: 'baru@example.go.id',
      phone: '',
    });
    const renamed = await newest(about);
    expect(renamed).toMatchObject({ mayUndo: true, lines: [{ label: 'Nama', before: 'Sari' }, { label: 'Telepon' }] });
    await undoChange(admin, { seq: renamed.seq });
    expect(await personToAdminister(admin, somebody)).toMatchObject({ name: 'Sari', email: 'baru@example.go.id' });

    const rows = await database().select({ detail: events.detail }).from(events).where(eq(events.subjectId, somebody));
    const kept = JSON.stringify(rows);
    for (const value of ['lama@example', 'baru@example', '62811']) expect(kept).not.toContain(value);
  });

  it('a former value that the rules of today refuse is not given back', async () => {
    await anAgency(portalId);
    await database().update(portals).set({ datelineTemplate: 'Samarinda –' }).where(eq(portals.id, portalId));
    await editPortal(
      admin,
      administrationInputs.editPortal.parse({
        ...{ portalId, version: '1', name: 'Warta Uji', tagline: '', datelineTemplate: '{tempat} –' },
        ...{ timeZone: 'Asia/Makassar', contactEmail: '', contactPhone: '', address: '', witnessEmail: '' },
      }),
    );
    const { seq } = await newest(`portal:${portalId}`);
    await expect(undoChange(admin, { seq })).rejects.toThrow('tidak dapat dikembalikan');
    const [last] = await database().select().from(events).where(eq(events.seq, seq));
    expect(last).toMatchObject({ verb: 'edit_portal', actorRole: 'admin' });
  });
});
