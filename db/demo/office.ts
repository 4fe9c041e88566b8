import { eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { portals, regencies, topics, users } from '#db/schema/index.ts';
import { type Actor, loadActor } from '#lib/accounts/actor.ts';
import { createAgency } from '#lib/accounts/agencies.ts';
import { addFirstAdmin } from '#lib/accounts/first-admins.ts';
import { hashPassword } from '#lib/accounts/passwords.ts';
import { createPerson } from '#lib/accounts/people.ts';
import { addPortal } from '#lib/accounts/portals.ts';
import { acceptGrant, grantRole } from '#lib/accounts/roles.ts';
import { createSection } from '#lib/accounts/sections.ts';
import { config } from '#lib/config.ts';
import type { AgencyId, PortalId, SectionId, TopicId, UserId } from '#lib/ids.ts';
import {
  type AgencyKey,
  demoAgencies,
  demoPortal,
  demoRegencies,
  demoSections,
  demoTopics,
  type SectionKey,
  type TopicKey,
} from './agencies.ts';
import { demoAccounts, demoPassword, type PersonKey } from './people.ts';

/** The office of the demo: everything its people act in. */
export type DemoOffice = {
  portalId: PortalId;
  agencies: ReadonlyMap<AgencyKey, AgencyId>;
  sections: ReadonlyMap<SectionKey, SectionId>;
  topics: ReadonlyMap<TopicKey, TopicId>;
  people: ReadonlyMap<PersonKey, Actor>;
};

/** The value under a key that the demo's own data name. */
export function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demo does not know ${String(key)}.`);
  return value;
}

/**
 * Opens the office: portal, agencies, sections, topics and people, through the verbs of the
 * admins. Directly written is only what no verb is for: topics, regencies, the portal's own
 * words, and the one password of the demo, which the rules for passwords would refuse.
 */
export async function openOffice(): Promise<DemoOffice> {
  const portalId = await transaction(async (tx) => {
    const { name, timeZone, tagline, datelineTemplate, contactEmail, contactPhone, address } = demoPortal;
    const id = await addPortal(tx, { name, timeZone, hosts: [config().publicUrl.hostname.toLowerCase()] });
    await tx
      .update(portals)
      .set({ tagline, datelineTemplate, contactEmail, contactPhone, address, isDemo: true })
      .where(eq(portals.id, id));
    await tx.insert(regencies).values(demoRegencies.map((regency) => ({ ...regency, portalId: id })));
    return id;
  });
  const userIds = await admitPeople(portalId);
  const admin = await loadActor(known(userIds, 'fajar'));
  const agencies = new Map<AgencyKey, AgencyId>();
  for (const { key, about: _, ...agency } of demoAgencies) {
    const rest = { address: demoPortal.address, phone: demoPortal.contactPhone, verifyWithinMinutes: 240 };
    agencies.set(key, (await createAgency(admin, { ...agency, ...rest, portalId })).agencyId);
  }
  const sections = new Map<SectionKey, SectionId>();
  for (const { key, ...section } of demoSections) {
    sections.set(key, (await createSection(admin, { ...section, portalId })).sectionId);
  }
  await giveRoles(portalId, userIds, agencies);
  const people = new Map<PersonKey, Actor>();
  for (const [key, userId] of userIds) people.set(key, await loadActor(userId));
  return { portalId, agencies, sections, topics: await addTopics(portalId), people };
}

async function admitPeople(portalId: PortalId): Promise<Map<PersonKey, UserId>> {
  const userIds = new Map<PersonKey, UserId>();
  const isAdmin = ({ roles }: (typeof demoAccounts)[number]) => roles.some(({ role }) => role === 'admin');
  for (const { key, name, email } of demoAccounts.filter(isAdmin)) {
    const { userId } = await transaction((tx) => addFirstAdmin(tx, portalId, { name, email }));
    userIds.set(key, userId);
  }
  const admin = await loadActor(known(userIds, 'fajar'));
  for (const account of demoAccounts) {
    if (isAdmin(account)) continue;
    const { userId } = await createPerson(admin, { name: account.name, email: account.email, phone: '' });
    userIds.set(account.key, userId);
  }
  for (const userId of userIds.values()) {
    const passwordHash = await hashPassword(demoPassword);
    await database().update(users).set({ passwordHash }).where(eq(users.id, userId));
  }
  return userIds;
}

/** One admin gives each role; the other accepts those that wait for a second person. */
async function giveRoles(
  portalId: PortalId,
  userIds: ReadonlyMap<PersonKey, UserId>,
  agencies: ReadonlyMap<AgencyKey, AgencyId>,
): Promise<void> {
  const [giver, accepter] = [await loadActor(known(userIds, 'fajar')), await loadActor(known(userIds, 'kristina'))];
  for (const { key, roles } of demoAccounts) {
    for (const held of roles) {
      if (held.role === 'admin') continue;
      const agencyId = 'agency' in held ? known(agencies, held.agency) : null;
      const grant = await grantRole(giver, { userId: known(userIds, key), portalId, role: held.role, agencyId });
      if (!grant.inForce) await acceptGrant(accepter, { membershipId: grant.membershipId });
    }
  }
}

async function addTopics(portalId: PortalId): Promise<Map<TopicKey, TopicId>> {
  const rows = await database()
    .insert(topics)
    .values(demoTopics.map(({ slug, name }) => ({ slug, name, portalId })))
    .returning({ id: topics.id, slug: topics.slug });
  const bySlug = new Map(rows.map(({ id, slug }) => [slug, id]));
  return new Map(demoTopics.map(({ key, slug }) => [key, known(bySlug, slug)]));
}
