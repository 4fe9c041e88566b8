import { eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { agencies, heldPosts, registeredPeople } from '#db/schema/index.ts';
import type { Issue } from '#lib/errors.ts';
import type { AgencyId, PortalId, RegisteredPersonId } from '#lib/ids.ts';
import { csvColumns, csvRowSchemas } from './csv-columns.ts';
import { csvEntries, type EntryAt, issueAt } from './csv-entries.ts';
import { counted, inParts, type Merged, planOf, type Taking } from './merging.ts';

/** One row of the file: a person, and the post it gives them, if any. */
type PersonEntry = { name: string; post: PostEntry | null };
type PostEntry = {
  title: string;
  agencyId: AgencyId | null;
  isActing: boolean;
  fromDay: string | null;
  untilDay: string | null;
};

/** Takes people with their posts, a row for each post: person, title, agency and first day say which. */
export async function mergePeople({ tx, portalId, text }: Taking, isWriting: boolean): Promise<Merged> {
  const { entries, issues } = await readPeople(tx, portalId, text);
  const people = await tx.select().from(registeredPeople).where(eq(registeredPeople.portalId, portalId));
  const posts = await tx
    .select({ post: heldPosts, name: registeredPeople.name })
    .from(heldPosts)
    .innerJoin(registeredPeople, eq(registeredPeople.id, heldPosts.personId))
    .where(eq(registeredPeople.portalId, portalId));
  const standing = [
    ...people.map(({ name }) => ({ name, post: null })),
    ...posts.map(({ name, post }) => ({ name, post })),
  ];
  const plan = planOf(
    entries,
    standing,
    { ofEntry: keyOf, ofRow: keyOf },
    (row, { post }) =>
      row.post === null ||
      post === null ||
      (row.post.isActing === post.isActing && row.post.untilDay === post.untilDay),
  );
  const merged = counted(plan, issues);
  if (!isWriting || merged.issues.length > 0) return merged;
  const idOf = await addPeople(tx, portalId, people, plan.add);
  const added = plan.add.flatMap(({ name, post }) => (post === null ? [] : [{ personId: idOf(name), ...post }]));
  for (const part of inParts(added)) await tx.insert(heldPosts).values(part);
  for (const { row, entry } of plan.change) {
    if (row.post === null || entry.post === null) continue;
    const { isActing, untilDay } = entry.post;
    const version = row.post.version + 1;
    await tx.update(heldPosts).set({ isActing, untilDay, version }).where(eq(heldPosts.id, row.post.id));
  }
  return merged;
}

/** The file's rows with the agencies they name. */
async function readPeople(
  tx: Transaction,
  portalId: PortalId,
  text: string,
): Promise<{ entries: EntryAt<PersonEntry>[]; issues: Issue[] }> {
  const { entries, issues } = csvEntries(csvRowSchemas.people, csvColumns.people, text);
  const rows = await tx.select().from(agencies).where(eq(agencies.portalId, portalId));
  const byName = new Map(
    rows.flatMap(({ id, name, shortName, slug }) =>
      [name, shortName, slug].map((one): [string, AgencyId] => [one.toLowerCase(), id]),
    ),
  );
  const read: EntryAt<PersonEntry>[] = [];
  for (const { line, entry } of entries) {
    const { name, agency, ...post } = entry;
    const agencyId = agency === '' ? null : byName.get(agency.toLowerCase());
    if (agencyId === undefined) issues.push(issueAt(line, foreignAgency(agency)));
    else read.push({ line, entry: { name, post: post.title === '' ? null : { ...post, agencyId } } });
  }
  return { entries: read, issues };
}

const foreignAgency = (agency: string) =>
  `perangkat daerah “${agency}” tidak ada di portal ini. Tulis nama atau singkatannya, atau kosongkan untuk instansi lain.`;

function keyOf({ name, post }: PersonEntry): string {
  const person = name.toLowerCase();
  return post === null ? person : [person, post.title.toLowerCase(), post.agencyId, post.fromDay].join('\n');
}

/** Adds the people who are not there yet, and answers everyone's id by name. */
async function addPeople(
  tx: Transaction,
  portalId: PortalId,
  there: readonly { id: RegisteredPersonId; name: string }[],
  added: readonly PersonEntry[],
): Promise<(name: string) => RegisteredPersonId> {
  const ids = new Map(there.map(({ id, name }) => [name.toLowerCase(), id]));
  const names = new Map(added.map(({ name }) => [name.toLowerCase(), name]));
  const missing = [...names].filter(([key]) => !ids.has(key)).map(([, name]) => ({ portalId, name }));
  for (const part of inParts(missing)) {
    const rows = await tx
      .insert(registeredPeople)
      .values(part)
      .returning({ id: registeredPeople.id, name: registeredPeople.name });
    for (const { id, name } of rows) ids.set(name.toLowerCase(), id);
  }
  return (name) => {
    const id = ids.get(name.toLowerCase());
    if (id === undefined) throw new Error('A person of the file was not added.');
    return id;
  };
}
