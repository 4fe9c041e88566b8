import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { articleKinds } from '#db/schema/enums.ts';
import { sections, topics } from '#db/schema/index.ts';
import { accountInputs } from '#lib/accounts/account-input.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { agencyToAdminister, editAgency } from '#lib/accounts/agencies.ts';
import { editPerson } from '#lib/accounts/people.ts';
import { personToAdminister } from '#lib/accounts/people-reads.ts';
import { editSection } from '#lib/accounts/sections.ts';
import { renameTopic } from '#lib/accounts/topics.ts';
import { notAllowed, notFound } from '#lib/errors.ts';
import { agencyId, type PortalId, portalId, sectionId, topicId, userId } from '#lib/ids.ts';
import type { DayOffEntry } from '#lib/service-hours/days-off-of-the-state.ts';
import { type AdministrationInput, administrationInputs, dayOffFields } from './administration-input.ts';
import { arrangementOf } from './arrangement.ts';
import { changeToUndo } from './changes.ts';
import { restoreDaysOff } from './days-off.ts';
import { editPortal, followOtherKinds, setEscalation, setTargets, setWeek } from './portal-settings.ts';
import { editReason, orderReasons, reasonsToAdminister } from './reasons.ts';
import { addRedirect, removeRedirect } from './redirects.ts';

type Values = Readonly<Record<string, unknown>>;

/** Puts what a change is about back to the values it had before, by the ordinary verb. */
type Restorer = (actor: Actor, id: string, before: Values) => Promise<void>;

/**
 * Gives back the values that stood before a change: the ordinary verb with the former values, so it is
 * checked and recorded like any other change.
 *
 * @throws notAllowed in words where something stands in the way today
 */
export async function undoChange(actor: Actor, { seq }: AdministrationInput<'undoChange'>): Promise<void> {
  const { about, before } = await changeToUndo(actor, seq);
  const [subject = '', id = '', part] = about.split(':');
  const restore = restorers[part === undefined || subject === 'days_off' ? subject : `${subject}:${part}`];
  if (restore === undefined) throw notFound('change');
  await restore(actor, id, before);
}

const restorers: Readonly<Record<string, Restorer>> = {
  agency: async (actor, id, before) => {
    const { version, ...agency } = await agencyToAdminister(actor, agencyId.parse(id));
    const { portalId: _portal, id: _id, createdAt: _at, ...fields } = agency;
    await editAgency(actor, checked(accountInputs.editAgency, { ...fields, ...before, agencyId: id, version }));
  },
  section: async (actor, id, before) => {
    const [section] = await database()
      .select()
      .from(sections)
      .where(eq(sections.id, sectionId.parse(id)));
    if (section === undefined) throw notFound('section');
    const { name, isActive, version } = section;
    const { position: _position, ...wanted } = before;
    await editSection(actor, checked(accountInputs.editSection, { name, isActive, ...wanted, sectionId: id, version }));
  },
  topic: async (actor, id, before) => {
    const [topic] = await database()
      .select()
      .from(topics)
      .where(eq(topics.id, topicId.parse(id)));
    if (topic === undefined) throw notFound('topic');
    await renameTopic(actor, checked(accountInputs.renameTopic, { ...before, topicId: id, version: topic.version }));
  },
  person: async (actor, id, before) => {
    const { name, email, phone, version } = await personToAdminister(actor, userId.parse(id));
    await editPerson(actor, checked(accountInputs.editPerson, { name, email, phone, ...before, userId: id, version }));
  },
  portal: async (actor, id, before) => {
    const { portal, settings } = await arrangementOf(actor, portalId.parse(id));
    const { name, tagline, datelineTemplate, timeZone, contactEmail, contactPhone, address, version } = portal;
    const now = { name, tagline, datelineTemplate, timeZone, contactEmail, contactPhone, address };
    const { witnessEmail } = settings;
    const wanted = { ...now, witnessEmail, ...before, portalId: id, version };
    await editPortal(actor, checked(administrationInputs.editPortal, wanted));
  },
  'settings:week': async (actor, id, before) => {
    const { portal, settings } = await arrangementOf(actor, portalId.parse(id));
    const days = settings.week.map((hours, index) => openHours.parse(index in before ? before[index] : hours));
    const fields = days.flatMap((hours, index) => [
      [`from${index}`, hours === null ? '' : asClock(hours.from)],
      [`until${index}`, hours === null ? '' : asClock(hours.until % (24 * 60))],
    ]);
    const wanted = { ...Object.fromEntries(fields), portalId: id, version: portal.version };
    await setWeek(actor, checked(administrationInputs.setWeek, wanted));
  },
  'settings:targets': async (actor, id, before) => {
    for (const [kind, minutes] of Object.entries(before))
      await restoreTargets(actor, portalId.parse(id), kind, minutes);
  },
  'settings:escalation': async (actor, id, before) => {
    const { portal, settings } = await arrangementOf(actor, portalId.parse(id));
    const wanted = { ...settings.escalateAfter, ...before, portalId: id, version: portal.version };
    await setEscalation(actor, checked(administrationInputs.setEscalation, wanted));
  },
  days_off: async (actor, id, before) => {
    const days = Object.entries(before).map(([day, value]): [string, DayOffEntry | null] => [
      day,
      value === null ? null : checked(z.strictObject(dayOffFields), { ...values.parse(value), day }),
    ]);
    await restoreDaysOff(actor, portalId.parse(id), new Map(days));
  },
  reasons: async (actor, id, before) => {
    const portal = portalId.parse(id);
    for (const [code, value] of Object.entries(before)) {
      if (code === 'order') await orderReasons(actor, portal, z.array(z.string()).parse(value));
      else await restoreReason(actor, portal, code, values.parse(value));
    }
  },
  redirects: async (actor, id, before) => {
    for (const [address, target] of Object.entries(before)) {
      const wanted = { portalId: id, address };
      if (target === null) await removeRedirect(actor, checked(administrationInputs.removeRedirect, wanted));
      else await addRedirect(actor, checked(administrationInputs.addRedirect, { ...wanted, target }));
    }
  },
};

async function restoreTargets(actor: Actor, portal: PortalId, kind: string, minutes: unknown): Promise<void> {
  const { version } = (await arrangementOf(actor, portal)).portal;
  if (minutes === null) {
    const wanted = { portalId: portal, version, kind: z.enum(articleKinds).parse(kind) };
    await followOtherKinds(actor, checked(administrationInputs.followOtherKinds, wanted));
  } else {
    const wanted = { ...values.parse(minutes), portalId: portal, version, kind };
    await setTargets(actor, checked(administrationInputs.setTargets, wanted));
  }
}

async function restoreReason(actor: Actor, portal: PortalId, code: string, before: Values): Promise<void> {
  const reason = (await reasonsToAdminister(actor, portal)).find((listed) => listed.code === code);
  if (reason === undefined) throw notFound('reason');
  const { label, isActive, version } = reason;
  const wanted = { label, isActive, ...before, portalId: portal, code, version };
  await editReason(actor, checked(administrationInputs.editReason, wanted));
}

const values = z.record(z.string(), z.unknown());
const openHours = z.object({ from: z.number(), until: z.number() }).nullable();
const asClock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/**
 * Former values as the form would send them, through the form's own schema.
 *
 * @throws notAllowed when a rule of today does not let them through
 */
function checked<S extends z.ZodType>(schema: S, former: Values): z.output<S> {
  const read = schema.safeParse(asForm(former));
  if (read.success) return read.data;
  const why = read.error.issues[0]?.message ?? '';
  throw notAllowed(`Nilai lama ini tidak dapat dikembalikan. ${why}`);
}

/** Forms send texts, and of boxes only the ticked. */
function asForm(former: Values): Record<string, unknown> {
  const sent = Object.entries(former).flatMap(([name, value]): [string, unknown][] => {
    if (typeof value === 'boolean') return value ? [[name, 'on']] : [];
    return [[name, value === null ? '' : String(value)]];
  });
  return Object.fromEntries(sent);
}
