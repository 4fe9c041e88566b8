import { and, eq } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client.ts';
import { agencies, heldPosts, registeredPeople } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { invalid, notFound } from '#lib/errors.ts';
import type { AgencyId, HeldPostId, PortalId, RegisteredPersonId } from '#lib/ids.ts';
import { requireKeeper } from './register-access.ts';
import { changedMeanwhile, recordChange, unlessThere, written } from './register-change.ts';
import type { RegisterInput } from './register-input.ts';

const nameTaken =
  'Nama ini sudah ada di daftar. Buka entri itu, atau bedakan dengan gelar bila orangnya memang berbeda.';

/** Adds a person; their posts follow one by one. */
export function addPerson(
  actor: Actor,
  { portalId, name }: RegisterInput<'addPerson'>,
): Promise<{ personId: RegisteredPersonId }> {
  return transaction(async (tx) => {
    const role = requireKeeper(actor, portalId);
    const rows = tx.insert(registeredPeople).values({ portalId, name }).returning({ id: registeredPeople.id });
    const { id } = written(await unlessThere(rows, 'name', nameTaken));
    await recordChange(tx, { actor, role, portalId, verb: 'add_person', detail: { personId: id, name } });
    return { personId: id };
  });
}

/** Corrects how a person is called. */
export function editPerson(actor: Actor, { personId, version, name }: RegisterInput<'editPerson'>): Promise<void> {
  return transaction(async (tx) => {
    const { role, person } = await personToChange(tx, actor, personId, version);
    await unlessThere(
      tx
        .update(registeredPeople)
        .set({ name, version: version + 1 })
        .where(eq(registeredPeople.id, personId)),
      'name',
      nameTaken,
    );
    const detail = { personId, from: person.name, to: name };
    await recordChange(tx, { actor, role, portalId: person.portalId, verb: 'edit_person', detail });
  });
}

/** Takes a person and their posts out of the register. */
export function removePerson(actor: Actor, { personId, version }: RegisterInput<'removePerson'>): Promise<void> {
  return transaction(async (tx) => {
    const { role, person } = await personToChange(tx, actor, personId, version);
    await tx.delete(heldPosts).where(eq(heldPosts.personId, personId));
    await tx.delete(registeredPeople).where(eq(registeredPeople.id, personId));
    const detail = { personId, name: person.name };
    await recordChange(tx, { actor, role, portalId: person.portalId, verb: 'remove_person', detail });
  });
}

/** Adds a post that a person holds, held or will hold. */
export function addPost(
  actor: Actor,
  { personId, ...post }: RegisterInput<'addPost'>,
): Promise<{ postId: HeldPostId }> {
  return transaction(async (tx) => {
    const { role, person } = await personToChange(tx, actor, personId);
    await requireOwnAgency(tx, person.portalId, post.agencyId);
    const { id } = written(
      await tx
        .insert(heldPosts)
        .values({ personId, ...post })
        .returning({ id: heldPosts.id }),
    );
    const detail = { personId, postId: id, name: person.name, ...post };
    await recordChange(tx, { actor, role, portalId: person.portalId, verb: 'add_post', detail });
    return { postId: id };
  });
}

/** Corrects a post. */
export function editPost(actor: Actor, { postId, version, ...post }: RegisterInput<'editPost'>): Promise<void> {
  return transaction(async (tx) => {
    const { role, person } = await postToChange(tx, actor, postId, version);
    await requireOwnAgency(tx, person.portalId, post.agencyId);
    await tx
      .update(heldPosts)
      .set({ ...post, version: version + 1 })
      .where(eq(heldPosts.id, postId));
    const detail = { personId: person.id, postId, name: person.name, ...post };
    await recordChange(tx, { actor, role, portalId: person.portalId, verb: 'edit_post', detail });
  });
}

/** Writes down the last day of a post. It stays in the register: older articles name it rightly. */
export function endPost(actor: Actor, { postId, version, untilDay }: RegisterInput<'endPost'>): Promise<void> {
  return transaction(async (tx) => {
    const { role, person, post } = await postToChange(tx, actor, postId, version);
    if (post.fromDay !== null && post.fromDay > untilDay) {
      const text = 'Hari terakhir mendahului tanggal mulai jabatan ini. Periksa tanggalnya.';
      throw invalid([{ field: 'untilDay', code: 'days_out_of_order', text }]);
    }
    await tx
      .update(heldPosts)
      .set({ untilDay, version: version + 1 })
      .where(eq(heldPosts.id, postId));
    const detail = { personId: person.id, postId, name: person.name, title: post.title, untilDay };
    await recordChange(tx, { actor, role, portalId: person.portalId, verb: 'end_post', detail });
  });
}

/** Takes out a post that was entered by mistake. */
export function removePost(actor: Actor, { postId, version }: RegisterInput<'removePost'>): Promise<void> {
  return transaction(async (tx) => {
    const { role, person, post } = await postToChange(tx, actor, postId, version);
    await tx.delete(heldPosts).where(eq(heldPosts.id, postId));
    const detail = { personId: person.id, postId, name: person.name, title: post.title };
    await recordChange(tx, { actor, role, portalId: person.portalId, verb: 'remove_post', detail });
  });
}

/** Locks the person, so that changes of one entry and its posts follow each other. */
async function personToChange(tx: Transaction, actor: Actor, id: RegisteredPersonId, version?: number) {
  const [person] = await tx.select().from(registeredPeople).where(eq(registeredPeople.id, id)).for('update');
  if (person === undefined) throw notFound('person');
  const role = requireKeeper(actor, person.portalId);
  if (version !== undefined && person.version !== version) throw changedMeanwhile();
  return { role, person };
}

async function postToChange(tx: Transaction, actor: Actor, id: HeldPostId, version: number) {
  const [named] = await tx.select({ personId: heldPosts.personId }).from(heldPosts).where(eq(heldPosts.id, id));
  if (named === undefined) throw notFound('post');
  const { role, person } = await personToChange(tx, actor, named.personId);
  const [post] = await tx.select().from(heldPosts).where(eq(heldPosts.id, id));
  if (post === undefined) throw notFound('post');
  if (post.version !== version) throw changedMeanwhile();
  return { role, person, post };
}

async function requireOwnAgency(tx: Transaction, portalId: PortalId, agencyId: AgencyId | null): Promise<void> {
  if (agencyId === null) return;
  const [own] = await tx
    .select({ id: agencies.id })
    .from(agencies)
    .where(and(eq(agencies.id, agencyId), eq(agencies.portalId, portalId)));
  if (own === undefined) {
    const text = 'Perangkat daerah ini tidak ada di portal ini. Pilih yang lain.';
    throw invalid([{ field: 'agencyId', code: 'agency_unknown', text }]);
  }
}
