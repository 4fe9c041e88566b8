import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { agencyRoles, type Role } from '#db/schema/enums.ts';
import { agencies, editions, memberships, portals, sections, users } from '#db/schema/index.ts';
import { type Actor, loadActor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import type { AgencyId, ArticleId, EditionId, PortalId, SectionId } from '#lib/ids.ts';
import type { Words } from '#lib/newsroom/article-input.ts';
import { createArticle, saveWords } from '#lib/newsroom/drafting.ts';
import { approve, claim, publishNow, submit } from '#lib/newsroom/publishing.ts';
import type { VerbResult } from '#lib/newsroom/transition.ts';
import { completeWords } from './words.ts';

/** An office to test in: a portal, an agency, a section, and people by role. */
export type Office = {
  portalId: PortalId;
  host: string;
  agencyId: AgencyId;
  agencySlug: string;
  sectionId: SectionId;
  sectionSlug: string;
  contributor: Actor;
  colleague: Actor;
  verifier: Actor;
  leader: Actor;
  editor: Actor;
  otherEditor: Actor;
  managingEditor: Actor;
  admin: Actor;
  auditor: Actor;
};

const tag = () => randomUUID().slice(0, 8);

/** A portal with one agency and one person for every role (two contributors, two editors). */
export async function anOffice(options: { hasVerification?: boolean; hasVerifier?: boolean } = {}): Promise<Office> {
  const mark = tag();
  const host = `${mark}.contoh.example`;
  const portal = only(
    await database()
      .insert(portals)
      .values({ slug: mark, name: `Portal ${mark}`, hosts: [host], timeZone: 'Asia/Makassar' })
      .returning(),
  );
  const { agencyId, agencySlug } = await anAgency(portal.id, options);
  const section = only(
    await database()
      .insert(sections)
      .values({ portalId: portal.id, slug: `kanal-${mark}`, name: 'Kesehatan' })
      .returning(),
  );
  const person = (name: string, role: Role) => aPerson({ name, role, portalId: portal.id, agencyId });
  return {
    portalId: portal.id,
    host,
    agencyId,
    agencySlug,
    sectionId: section.id,
    sectionSlug: section.slug,
    contributor: await person('Sari Kontributor', 'contributor'),
    colleague: await person('Rudi Rekan', 'contributor'),
    verifier: await person('Vera Verifikator', (options.hasVerifier ?? true) ? 'verifier' : 'leader'),
    leader: await person('Lina Pimpinan', 'leader'),
    editor: await person('Eko Redaktur', 'editor'),
    otherEditor: await person('Endah Redaktur', 'editor'),
    managingEditor: await person('Maya Pelaksana', 'managing_editor'),
    admin: await person('Adi Admin', 'admin'),
    auditor: await person('Ani Auditor', 'auditor'),
  };
}

/** Another agency of a portal. */
export async function anAgency(
  portalId: PortalId,
  options: { hasVerification?: boolean } = {},
): Promise<{ agencyId: AgencyId; agencySlug: string }> {
  const mark = tag();
  const agency = only(
    await database()
      .insert(agencies)
      .values({
        portalId,
        slug: `dinas-${mark}`,
        name: `Dinas ${mark}`,
        shortName: `Dinas ${mark}`,
        hasVerification: options.hasVerification ?? false,
      })
      .returning(),
  );
  return { agencyId: agency.id, agencySlug: agency.slug };
}

/** Somebody with one role in force, as if a second admin had accepted it. */
export async function aPerson(person: {
  name: string;
  role: Role;
  portalId: PortalId;
  agencyId: AgencyId;
}): Promise<Actor> {
  const user = only(
    await database()
      .insert(users)
      .values({ name: person.name, email: `${tag()}@contoh.example` })
      .returning(),
  );
  const isAgencyRole = agencyRoles.some((role) => role === person.role);
  await database()
    .insert(memberships)
    .values({
      userId: user.id,
      portalId: person.portalId,
      agencyId: isAgencyRole ? person.agencyId : null,
      role: person.role,
      effectiveAt: now(),
    });
  return loadActor(user.id);
}

/** The same person with one more role in force. */
export async function withRole(
  actor: Actor,
  role: Role,
  office: Pick<Office, 'portalId' | 'agencyId'>,
): Promise<Actor> {
  const isAgencyRole = agencyRoles.some((agencyRole) => agencyRole === role);
  const agencyId = isAgencyRole ? office.agencyId : null;
  await database()
    .insert(memberships)
    .values({ userId: actor.userId, portalId: office.portalId, agencyId, role, effectiveAt: now() });
  return loadActor(actor.userId);
}

/** Words without a blocking issue. */
export function readyWords(office: Pick<Office, 'sectionId'>, changes: Partial<Words> = {}): Words {
  return completeWords(office.sectionId, changes);
}

/** The edition as its row stands. */
export async function editionRow(id: EditionId) {
  return only(await database().select().from(editions).where(eq(editions.id, id)));
}

/** Saves words as a person would, upon the version that stands. */
export async function type(actor: Actor, editionId: EditionId, words: Words): Promise<number> {
  const { version } = await editionRow(editionId);
  const saved = await saveWords(actor, { editionId, baseVersion: version, saveId: randomUUID(), words });
  if (saved.outcome !== 'saved') throw new Error(`Expected the words to be saved, got ${saved.outcome}.`);
  return saved.version;
}

type Begun = { articleId: ArticleId; editionId: EditionId; version: number };

/** A draft with words that could be submitted. */
export async function aDraft(office: Office, options: { by?: Actor; words?: Partial<Words> } = {}): Promise<Begun> {
  const by = options.by ?? office.contributor;
  const { articleId, editionId } = await createArticle(by, { agencyId: office.agencyId });
  const version = await type(by, editionId, readyWords(office, options.words));
  return { articleId, editionId, version };
}

export async function aSubmittedArticle(
  office: Office,
  options: { by?: Actor; words?: Partial<Words> } = {},
): Promise<Begun> {
  const draft = await aDraft(office, options);
  const { version } = await submit(options.by ?? office.contributor, draft);
  return { ...draft, version };
}

/** At the desk, in the editor's hands. */
export async function anArticleInEditing(office: Office, options: { words?: Partial<Words> } = {}): Promise<Begun> {
  const submitted = await aSubmittedArticle(office, options);
  const { version } = await claim(office.editor, submitted);
  return { ...submitted, version };
}

/** Approved by an editor who changed a word, so that one signature is missing. */
export async function anArticleAwaitingConfirmation(office: Office): Promise<Begun> {
  const editing = await anArticleInEditing(office);
  const version = await type(
    office.editor,
    editing.editionId,
    readyWords(office, { title: 'Puskesmas buka imunisasi tiap Sabtu' }),
  );
  const approved = await approve(office.editor, { editionId: editing.editionId, version, outcome: 'publish' });
  return { ...editing, version: approved.version };
}

/** Signed by two people, and to go out by itself at that moment. */
export async function aScheduledArticle(
  office: Office,
  scheduledFor: Date,
  options: { words?: Partial<Words> } = {},
): Promise<Begun> {
  const editing = await anArticleInEditing(office, options);
  const scheduled = await approve(office.editor, { ...editing, outcome: 'schedule', scheduledFor });
  return { ...editing, version: scheduled.version };
}

/** Live, with the contributor's and the editor's signatures. */
export async function aPublishedArticle(
  office: Office,
  options: { words?: Partial<Words> } = {},
): Promise<Begun & { slug: string }> {
  const editing = await anArticleInEditing(office, options);
  const published = await approve(office.editor, { ...editing, outcome: 'publish' });
  return { ...editing, version: published.version, slug: await slugOf(published) };
}

/** Live by one editor's signature, its second review due. */
export async function aFastLaneArticle(office: Office): Promise<Begun & { slug: string }> {
  const draft = await aDraft(office);
  const published = await publishNow(office.editor, {
    ...draft,
    fastLaneReason: 'immediate_information',
    reason: 'Warga perlu tahu malam ini juga.',
  });
  return { ...draft, version: published.version, slug: await slugOf(published) };
}

async function slugOf({ articleId }: VerbResult): Promise<string> {
  const row = await database().query.articles.findFirst({ where: (article, { eq: is }) => is(article.id, articleId) });
  if (!row?.slug) throw new Error('The article has no address.');
  return row.slug;
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('Expected one row.');
  return row;
}
