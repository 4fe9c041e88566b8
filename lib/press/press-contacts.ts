import { and, asc, desc, eq } from 'drizzle-orm';
import { database, sqlState, type Transaction, transaction } from '#db/client.ts';
import { pressContacts } from '#db/schema/index.ts';
import { type Actor, actorNow } from '#lib/accounts/actor.ts';
import { conflict, invalid, notFound } from '#lib/errors.ts';
import type { PortalId, PressContactId } from '#lib/ids.ts';
import type { EventVerb } from '#lib/record/event-labels.ts';
import { recordEvent } from '#lib/record/events.ts';
import { pressPortals, requireDesk } from './press-access.ts';
import type { PressInput } from './press-input.ts';

export type PressContact = {
  id: PressContactId;
  name: string;
  outlet: string;
  email: string;
  phone: string;
  note: string;
  isActive: boolean;
  version: number;
};

const taken = 'Wartawan dengan nama dan media ini sudah ada di daftar. Ubah entri itu.';

/** Adds a journalist who may be let in before an embargo ends. */
export function addContact(actor: Actor, { portalId, ...fields }: PressInput<'addContact'>): Promise<void> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    requireDesk(asked, portalId);
    const rows = tx
      .insert(pressContacts)
      .values({ portalId, ...fields })
      .returning({ id: pressContacts.id });
    const [row] = await unlessTaken(rows);
    if (row !== undefined) await tell(tx, asked, portalId, 'add_press_contact', row.id, { after: shown(fields) });
  });
}

/** Corrects what is known of a journalist. */
export function editContact(actor: Actor, input: PressInput<'editContact'>): Promise<void> {
  const { contactId, version, ...fields } = input;
  return change(actor, { contactId, version, set: fields, verb: 'edit_press_contact' });
}

/** Switches a journalist off, which closes their links at once, or on again. */
export function switchContact(actor: Actor, { contactId, version, to }: PressInput<'switchContact'>): Promise<void> {
  return change(actor, { contactId, version, set: { isActive: to === 'on' }, verb: 'switch_press_contact' });
}

/**
 * The journalists of a portal, those in use first.
 *
 * @throws not_found for anyone but its desk and auditors
 */
export async function contactsOf(
  actor: Actor,
  portalId: PortalId,
): Promise<{ contacts: PressContact[]; mayKeep: boolean }> {
  const here = pressPortals(actor).find((one) => one.portalId === portalId);
  if (here === undefined) throw notFound('press');
  const contacts = await database()
    .select(contactColumns)
    .from(pressContacts)
    .where(eq(pressContacts.portalId, portalId))
    .orderBy(desc(pressContacts.isActive), asc(pressContacts.name), asc(pressContacts.id));
  return { contacts, mayKeep: here.mayKeep };
}

const { id, name, outlet, email, phone, note, isActive, version } = pressContacts;
const contactColumns = { id, name, outlet, email, phone, note, isActive, version };

type Change = {
  contactId: PressContactId;
  version: number;
  set: Partial<Omit<PressContact, 'id' | 'version'>>;
  verb: EventVerb;
};

function change(actor: Actor, { contactId, version: seen, set, verb }: Change): Promise<void> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    const [before] = await tx.select().from(pressContacts).where(eq(pressContacts.id, contactId)).for('update');
    if (before === undefined) throw notFound('press_contact');
    requireDesk(asked, before.portalId);
    if (before.version !== seen) {
      throw conflict('Data wartawan ini baru saja diubah orang lain. Muat ulang, lalu ulangi perubahan Anda.');
    }
    await unlessTaken(
      tx
        .update(pressContacts)
        .set({ ...set, version: seen + 1 })
        .where(and(eq(pressContacts.id, contactId), eq(pressContacts.version, seen))),
    );
    const changed = shown({ ...before, ...set });
    await tell(tx, asked, before.portalId, verb, contactId, { before: shown(before), after: changed });
  });
}

/** What the log remembers: who it is and for whom they write, not how to reach them. */
function shown(contact: { name?: string; outlet?: string; isActive?: boolean }) {
  return { name: contact.name, outlet: contact.outlet, isActive: contact.isActive ?? true };
}

function tell(
  tx: Transaction,
  actor: Actor,
  portalId: PortalId,
  verb: EventVerb,
  contactId: PressContactId,
  detail: Record<string, unknown>,
): Promise<void> {
  return recordEvent(tx, {
    ...{ portalId, actorId: actor.userId, actorRole: requireDesk(actor, portalId), verb },
    detail: { about: `press_contact:${contactId}`, ...detail },
  });
}

async function unlessTaken<T>(write: PromiseLike<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (sqlState(error) === '23505') throw invalid([{ field: 'name', code: 'already_there', text: taken }]);
    throw error;
  }
}
