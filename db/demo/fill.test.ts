import { createHash, randomUUID } from 'node:crypto';
import { and, eq, gt, inArray, isNotNull, like } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '#db/client.ts';
import {
  articles,
  assets,
  commentMentions,
  comments,
  editions,
  embargoPasses,
  events,
  installFacts,
  namedPeople,
  portals,
  pressContacts,
  redirects,
  suggestions,
  users,
} from '#db/schema/index.ts';
import { loadActor } from '#lib/accounts/actor.ts';
import { absencesToSee, delegationsToSee } from '#lib/accounts/delegation-reads.ts';
import { verifyPassword } from '#lib/accounts/passwords.ts';
import { now } from '#lib/clock.ts';
import { editionId, type PortalId } from '#lib/ids.ts';
import { isPublicDocument } from '#lib/media/documents.ts';
import { addressOf, tombstone } from '#lib/newsroom/addresses.ts';
import { agendaPage } from '#lib/newsroom/agenda.ts';
import { amendmentPage } from '#lib/newsroom/amendments.ts';
import { ownCoaching } from '#lib/newsroom/coaching.ts';
import { findingsForActor } from '#lib/newsroom/edition-checks.ts';
import { frontPage } from '#lib/newsroom/front-page.ts';
import { lists } from '#lib/newsroom/listing.ts';
import { articlePage } from '#lib/newsroom/public-article.ts';
import { agencyDocuments, agencyPage, cardsIn, kindPage, sectionPage, topicPage } from '#lib/newsroom/public-lists.ts';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { verifyChain } from '#lib/record/events.ts';
import { similarForActor } from '#lib/similar/similar-reads.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { testMediaFolders } from '#lib/testing/photos.ts';
import { listedKinds } from '#lib/urls.ts';
import { demoAgencies, demoSections } from './agencies.ts';
import { demoArticles } from './articles/all-articles.ts';
import { fillDemo } from './fill.ts';
import { demoAccounts, demoPassword } from './people.ts';

testDatabase();
testMediaFolders();

const patience = 400_000;
let portalId: PortalId;
const begun = now();

beforeAll(async () => {
  await fillDemo({ drawPhoto: aPlainPhoto });
  const [portal] = await database().select().from(portals);
  if (portal === undefined) throw new Error('no portal');
  portalId = portal.id;
}, patience);

/** A surface of a colour of its own: the pictures are drawn by a test of theirs, and seen by the browser tests. */
function aPlainPhoto(picture: string): Promise<Buffer> {
  const background = `#${createHash('sha256').update(picture).digest('hex').slice(0, 6)}`;
  return sharp({ create: { width: 480, height: 320, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

const told = (to: string) => demoArticles.filter(({ story }) => story.to === to).length;

async function countOf(state: (typeof editions.$inferSelect)['state']) {
  return database().$count(editions, eq(editions.state, state));
}

describe('the filled demo', () => {
  it('has every article in the state that was promised', async () => {
    const live = ['published', 'embargoed', 'fast_lane', 'corrected', 'reopened'].reduce(
      (sum, to) => sum + told(to),
      0,
    );
    expect(await database().$count(articles)).toBe(demoArticles.length);
    expect(await countOf('published')).toBe(live);
    expect(await countOf('superseded')).toBe(told('corrected'));
    expect(await countOf('draft')).toBe(told('draft') + told('reopened'));
    expect(await countOf('approved')).toBe(told('awaiting_confirmation'));
    for (const state of [
      'submitted',
      'verified',
      'in_editing',
      'returned',
      'rejected',
      'retracted',
      'scheduled',
      'discarded',
    ] as const) {
      expect({ state, count: await countOf(state) }).toEqual({ state, count: told(state) });
    }
  });

  it('talks about a draft: a remark with a call by name, its answer, and a proposal nobody has decided', async () => {
    const said = await database().select().from(comments).orderBy(comments.at);
    expect(said.map(({ parentId, place }) => ({ isAnswer: parentId !== null, place }))).toEqual([
      { isAnswer: false, place: 'body' },
      { isAnswer: true, place: '' },
    ]);
    expect(await database().$count(commentMentions)).toBe(1);
    expect(await database().select().from(suggestions)).toMatchObject([{ place: 'lead', state: 'open' }]);
  });

  it('has something to teach a writer whose articles came back twice', async () => {
    const [writer] = await database().select().from(users).where(eq(users.email, 'petrus@contoh.example'));
    if (writer === undefined) throw new Error('no writer');
    const coaching = await ownCoaching(await loadActor(writer.id));
    expect(coaching.reasons.map(({ reason }) => reason).sort()).toEqual(['ceremony_only', 'incomplete_facts']);
    expect(coaching.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['plain_words', 'passive_chain']));
  });

  it('leaves the checks nothing to find in what readers have, with the register at hand', async () => {
    const [editor] = await database().select().from(users).where(eq(users.email, 'aditya@contoh.example'));
    if (editor === undefined) throw new Error('no editor');
    const actor = await loadActor(editor.id);
    const live = await database()
      .select({ id: editions.articleId, number: editions.number, slug: articles.slug })
      .from(editions)
      .innerJoin(articles, eq(articles.id, editions.articleId))
      .where(eq(editions.state, 'published'));
    for (const { id, number, slug } of live) {
      const found = (await findingsForActor(actor, id, number))
        // Lasting advice has no day, and readers look for a statement on accessibility by this name.
        .filter(({ rule, text }) => rule !== 'no_date' && text !== 'Aksesibilitas')
        .map(({ rule, text }) => `${rule}: ${text}`);
      expect({ slug, found }).toEqual({ slug, found: [] });
    }
  });

  it('has an unbroken audit log that runs forward in time and ends in the past', async () => {
    expect(await verifyChain(database())).toMatchObject({ brokenAt: null });
    const rows = await database().select({ at: events.at }).from(events).orderBy(events.seq);
    const times = rows.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(now().getTime());
  });

  it('shows readers every live article, whole and signed', async () => {
    const rows = await database()
      .select({ slug: articles.slug })
      .from(articles)
      .innerJoin(editions, eq(editions.articleId, articles.id))
      .where(eq(editions.state, 'published'));
    for (const { slug } of rows) {
      const page = await articlePage(portalId, slug ?? '');
      expect(page?.title).toBeTruthy();
      const isAwaiting = page?.fastLane?.reviewedAt === null;
      expect(page?.signedBy.length).toBeGreaterThanOrEqual(isAwaiting ? 1 : 2);
    }
  });

  it('fills the front page, and every agency and section that wrote', async () => {
    const front = await frontPage(portalId);
    expect(front.lead?.cover).toBeTruthy();
    expect(front.seconds.length).toBe(2);
    expect(front.river.length).toBeGreaterThanOrEqual(10);
    for (const { slug } of demoAgencies) expect((await agencyPage(portalId, slug, 1))?.cards.length).toBeGreaterThan(0);
    for (const { slug } of demoSections)
      expect((await sectionPage(portalId, slug, 1))?.cards.length).toBeGreaterThan(0);
  });

  it('has lasting pages in the footer, and no banner', async () => {
    const { pages, banner } = await siteFrame(portalId);
    expect(pages.map(({ path }) => path)).toEqual([
      '/halaman/tentang-ruang-warta-kaltim',
      '/halaman/kebijakan-redaksi',
      '/halaman/privasi-pembaca',
      '/halaman/pernyataan-aksesibilitas',
    ]);
    expect(banner).toBeNull();
  });

  it('has a profile for every agency, and an introduction for two topics', async () => {
    for (const { slug, about } of demoAgencies) {
      expect((await agencyPage(portalId, slug, 1))?.profile?.lead).toBe(about);
    }
    for (const slug of ['angkutan-sungai', 'kelola-sampah']) {
      const blocks = (await topicPage(portalId, slug, 1))?.introduction?.body.content.map(({ type }) => type);
      expect(blocks).toEqual(expect.arrayContaining(['timeline', 'keyNumbers']));
    }
  });

  it('has something in the list of every kind and in every strip of the front page', async () => {
    const least = {
      press_release: 4,
      announcement: 4,
      hoax_clarification: 1,
      gallery: 3,
      infographic: 2,
      speech: 2,
      agenda_event: 6,
    } as const;
    for (const kind of listedKinds) {
      expect((await kindPage(portalId, kind, 1))?.total).toBeGreaterThanOrEqual(least[kind]);
    }
    const { strips } = await frontPage(portalId);
    for (const cards of Object.values(strips)) expect(cards.length).toBeGreaterThan(0);
    const announced = (await cardsIn(portalId, lists.kind('announcement'), 20)).map(
      ({ details }) => details.validUntil,
    );
    const today = now().toISOString().slice(0, 10);
    expect(announced.some((day) => day !== undefined && day < today)).toBe(true);
    expect(announced.filter((day) => day !== undefined && day > today).length).toBeGreaterThanOrEqual(3);
  });

  it('has events that come, one of them for the press, and events that are over', async () => {
    const { upcoming, past } = await agendaPage(portalId);
    expect(upcoming.length).toBeGreaterThanOrEqual(4);
    expect(past.length).toBeGreaterThanOrEqual(2);
    expect(upcoming.some(({ details }) => details.audience === 'press')).toBe(true);
  });

  it('published a release when its embargo ended, not before', async () => {
    const ended = and(isNotNull(editions.embargoUntil), eq(editions.state, 'published'));
    const [row] = await database().select().from(editions).where(ended);
    expect(row?.state).toBe('published');
    expect(row?.publishedAt).toEqual(row?.embargoUntil);
    const approved = and(eq(events.editionId, row?.id ?? editionId.parse(randomUUID())), eq(events.verb, 'approve'));
    const [approval] = await database().select({ at: events.at }).from(events).where(approved);
    expect(approval?.at.getTime()).toBeLessThan(row?.embargoUntil?.getTime() ?? 0);
  });

  it('will publish a release on the next working day, which journalists may be let in to read before', async () => {
    const [row] = await database().select().from(editions).where(eq(editions.state, 'scheduled'));
    expect(row?.scheduledFor?.getTime()).toBeGreaterThan(Date.now());
    expect(row?.embargoUntil?.getTime()).toBeLessThanOrEqual(row?.scheduledFor?.getTime() ?? 0);
    expect(await database().$count(pressContacts)).toBe(2);
    const passes = await database().select().from(embargoPasses);
    expect(passes).toMatchObject([{ articleId: row?.articleId, revokedAt: null }]);
  });

  it('gives the desk work to see: assigned, in confidence, alike, and late', async () => {
    const assigned = await database()
      .select({ name: users.name, priority: editions.priority, dueAt: editions.dueAt })
      .from(editions)
      .innerJoin(users, eq(users.id, editions.assignedTo))
      .orderBy(users.name);
    expect(assigned.map(({ name, priority }) => `${name}: ${priority}`)).toEqual([
      'Aditya Ramadhani: high',
      'Maria Magdalena Usat: normal',
    ]);
    expect(assigned.every(({ dueAt }) => dueAt !== null && dueAt > now())).toBe(true);

    const [hidden] = await database().select().from(articles).where(eq(articles.isConfidential, true));
    const names = await database().select().from(namedPeople);
    expect(names.map(({ articleId }) => articleId)).toEqual(Array(4).fill(hidden?.id));

    const late = await database().select({ title: editions.title }).from(editions).where(gt(editions.escalation, 0));
    expect(late).toContainEqual({ title: 'Lampu Jembatan Kayu Menyala sampai Pengunjung Terakhir Pulang' });

    const [editor] = await database().select().from(users).where(eq(users.email, 'aditya@contoh.example'));
    if (editor === undefined) throw new Error('no editor');
    const actor = await loadActor(editor.id);
    const [told] = await database()
      .select({ articleId: editions.articleId })
      .from(editions)
      .where(like(editions.title, 'Murid Sekolah Tepi Sungai%'));
    if (told === undefined) throw new Error('no story told twice');
    const alike = await similarForActor(actor, told.articleId);
    expect(alike.map(({ agencyName, isSameEvent }) => ({ agencyName, isSameEvent }))).toEqual([
      { agencyName: 'Disdikbud', isSameEvent: true },
    ]);
  });

  it('offers documents that readers may fetch', async () => {
    for (const slug of ['dinas-pekerjaan-umum', 'dinas-kependudukan-dan-pencatatan-sipil']) {
      const [card] = (await agencyDocuments(portalId, slug, 1))?.cards ?? [];
      const documents = Object.values((await articlePage(portalId, card?.slug ?? ''))?.documents ?? {});
      expect(documents.length).toBeGreaterThan(0);
      for (const { key, withdrawn } of documents) {
        expect(withdrawn).toBe(false);
        expect(await isPublicDocument(key)).toBe(true);
      }
    }
  });

  it('names its correction and its right of reply in the register, and what was paid for', async () => {
    const page = await amendmentPage(portalId, 1);
    expect(page?.amendments.map(({ changeType }) => changeType).sort()).toEqual(['correction', 'right_of_reply']);
    expect(await database().$count(editions, and(eq(editions.sponsored, true), eq(editions.state, 'published')))).toBe(
      1,
    );
  });

  it('leads from an old address to the new one, and explains what was taken down', async () => {
    const [old] = await database().select().from(redirects);
    expect(await addressOf(portalId, old?.oldSlug ?? '')).toMatchObject({ kind: 'moved' });
    const [gone] = await database()
      .select({ slug: articles.slug })
      .from(articles)
      .innerJoin(editions, and(eq(editions.articleId, articles.id), eq(editions.state, 'retracted')));
    expect((await tombstone(portalId, gone?.slug ?? ''))?.reason).toMatch(/rancangan/);
  });

  it('has its photos ready, and people who can sign in', async () => {
    expect(await database().$count(assets, inArray(assets.state, ['processing', 'failed']))).toBe(0);
    const people = await database().select().from(users);
    expect(people.length).toBe(demoAccounts.length);
    expect(await verifyPassword(people[0]?.passwordHash ?? null, demoPassword)).toBe(true);
  });

  it('has somebody away today with a colleague in her place, and somebody who will be', async () => {
    const [manager] = await database().select().from(users).where(eq(users.email, 'nadia@contoh.example'));
    if (manager === undefined) throw new Error('no managing editor');
    const nadia = await loadActor(manager.id);
    const at = now();
    const absences = await absencesToSee(nadia);
    expect(absences.map(({ name, startsAt }) => [name, startsAt <= at])).toEqual([
      ['Nurul Fadhilah', true],
      ['Lestari Damayanti', false],
    ]);
    const inForce = (await delegationsToSee(nadia)).filter(({ delegated }) => delegated.from <= at);
    expect(inForce.map(({ personName, isPending }) => [personName, isPending])).toEqual([
      ['Bayu Pranoto', false],
      ['Bayu Pranoto', false],
    ]);
  });

  it('leaves the clock as it was', () => {
    expect(now().getTime()).toBeGreaterThanOrEqual(begun.getTime());
  });

  it('is not filled twice, and says what to do when it was interrupted', async () => {
    const before = await database().$count(events);
    await fillDemo();
    expect(await database().$count(events)).toBe(before);
    await database().update(installFacts).set({ value: 'begun' }).where(eq(installFacts.name, 'demo'));
    await expect(fillDemo()).rejects.toThrow(/terputus di tengah/);
  });
});
