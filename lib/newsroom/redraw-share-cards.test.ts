import { and, eq, gt } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { agencies, generationChanges, portals, shareCards } from '#db/schema/index.ts';
import { editAgency } from '#lib/accounts/agencies.ts';
import { askForMoreCards } from '#lib/cards/card-jobs.ts';
import type { AgencyId, EditionId, PortalId } from '#lib/ids.ts';
import { tasks } from '#lib/jobs/tasks.ts';
import { generations } from '#lib/record/generation.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anAgency, anOffice, aPerson, aPublishedArticle, editionRow, type Office } from '#lib/testing/newsroom.ts';
import { testMediaFolders } from '#lib/testing/photos.ts';
import { takeJobs } from '#lib/testing/waiting-jobs.ts';
import { drawShareCard, keepCards, paintedCard } from './draw-share-card.ts';
import { heedPortalNames } from './portal-names.ts';
import { articlePage } from './public-article.ts';
import { retract } from './publishing.ts';
import { cardsPerRun } from './redraw-share-cards.ts';
import { isPublicShareCard } from './share-cards.ts';

testDatabase();
testMediaFolders();

let office: Office;
beforeEach(async () => {
  office = await anOffice();
  await takeJobs('redraw_share_cards');
  await takeJobs('draw_share_card');
});

let titles = 0;
function published(of: Office = office) {
  titles += 1;
  return aPublishedArticle(of, { words: { title: `Jembatan ke-${titles} dibuka` } });
}

async function drawn(of: Office = office) {
  const article = await published(of);
  await drawShareCard(article.editionId);
  return { ...article, key: await keyOf(article.editionId) };
}

async function keyOf(editionId: EditionId): Promise<string> {
  const [row] = await database().select().from(shareCards).where(eq(shareCards.editionId, editionId));
  return row?.key ?? '';
}

async function edit(changes: Partial<typeof agencies.$inferSelect>, agencyId: AgencyId = office.agencyId) {
  const [row] = await database().select().from(agencies).where(eq(agencies.id, agencyId));
  if (row === undefined) throw new Error('There is no such agency.');
  const { id: _id, portalId: _portal, createdAt: _at, ...kept } = row;
  await editAgency(office.admin, { agencyId, ...kept, ...changes });
}

/** Does what waits, and tells how many runs there were. */
async function redraw(): Promise<number> {
  for (let runs = 0; ; ) {
    const waiting = await takeJobs('redraw_share_cards');
    if (waiting.length === 0) return runs;
    for (const payload of waiting) await tasks.redraw_share_cards(payload);
    runs += waiting.length;
  }
}

const generationOf = async (portal: PortalId) => (await generations(database())).get(portal) ?? 0;
async function changesAfter(generation: number): Promise<string[][]> {
  const rows = await database()
    .select({ names: generationChanges.names })
    .from(generationChanges)
    .where(and(eq(generationChanges.portalId, office.portalId), gt(generationChanges.generation, generation)))
    .orderBy(generationChanges.generation);
  return rows.map(({ names }) => names);
}

describe('when an agency is renamed', () => {
  test('its cards are drawn anew under another address, and the pages that name them are renewed together', async () => {
    const [first, second] = [await drawn(), await drawn()];
    const other = { ...office, ...(await anAgency(office.portalId)) };
    const colleague = await aPerson({ name: 'Tono', role: 'contributor', ...other });
    const foreign = await drawn({ ...other, contributor: colleague });
    await edit({ name: 'Dinas Pekerjaan Umum Provinsi', shortName: 'Dinas PU' });
    // Nobody waits: until the job comes, the former cards stand.
    expect(await isPublicShareCard(first.key)).toBe(true);
    const before = await generationOf(office.portalId);
    expect(await redraw()).toBe(1);
    for (const { editionId, slug, key } of [first, second]) {
      const fresh = await keyOf(editionId);
      expect(fresh).not.toBe(key);
      expect((await articlePage(office.portalId, slug))?.shareCard?.key).toBe(fresh);
      expect([await isPublicShareCard(key), await isPublicShareCard(fresh)]).toEqual([false, true]);
    }
    expect(await keyOf(foreign.editionId)).toBe(foreign.key);
    expect(await changesAfter(before)).toEqual([[`article:${second.slug}`, `article:${first.slug}`]]);
  });

  test('nothing is drawn for what no card shows', async () => {
    await drawn();
    await edit({ phone: '0541-1234', isActive: false });
    expect(await takeJobs('redraw_share_cards')).toEqual([]);
  });

  test('a second run of the same job changes nothing', async () => {
    const { editionId } = await drawn();
    await edit({ name: 'Dinas Pangan' });
    const [payload] = await takeJobs('redraw_share_cards');
    await tasks.redraw_share_cards(payload);
    const [key, before] = [await keyOf(editionId), await generationOf(office.portalId)];
    await tasks.redraw_share_cards(payload);
    expect([await keyOf(editionId), await generationOf(office.portalId)]).toEqual([key, before]);
  });

  test('an article taken from readers keeps the card it had', async () => {
    const { key, editionId, ...article } = await drawn();
    await retract(office.editor, { ...article, editionId, reason: 'Memuat data pribadi.', hidesTitle: true });
    await edit({ name: 'Dinas Sosial' });
    await redraw();
    expect(await keyOf(editionId)).toBe(key);
  });

  test('many are drawn in runs, the newest first', async () => {
    const articles = [];
    for (let count = 0; count < cardsPerRun + 1; count += 1) articles.push(await published());
    const oldest = articles[0];
    for (const { editionId } of articles) {
      const { contentHash } = await editionRow(editionId);
      const row = { contentHash: contentHash ?? '', key: 'lama', bytes: 1, drawnAt: new Date(), mac: '', keyId: '' };
      await database()
        .insert(shareCards)
        .values({ editionId, ...row });
    }
    await edit({ name: 'Dinas Perhubungan' });
    const [payload] = await takeJobs('redraw_share_cards');
    await tasks.redraw_share_cards(payload);
    const left = [];
    for (const { editionId } of articles) if ((await keyOf(editionId)) === 'lama') left.push(editionId);
    expect(left).toEqual([oldest?.editionId]);

    const [rest] = await takeJobs('redraw_share_cards');
    expect(rest).toMatchObject({ agencyId: office.agencyId, before: articles[1]?.articleId });
    await tasks.redraw_share_cards(rest);
    expect(await keyOf(oldest?.editionId ?? missing())).not.toBe('lama');
    expect(await takeJobs('redraw_share_cards')).toEqual([]);
  }, 90_000);

  test('another renaming takes the place of one that has not begun, and then of what is left of the former', async () => {
    const [older, newer] = [await published(), await published()];
    const renamed = { portalId: office.portalId, agencyId: office.agencyId };
    await transaction((tx) => askForMoreCards(tx, renamed, older.articleId));
    await edit({ name: 'Dinas Sosial' });
    await edit({ name: 'Dinas Sosial Provinsi' });
    await transaction((tx) => askForMoreCards(tx, renamed, newer.articleId));
    const waiting = await takeJobs('redraw_share_cards');
    expect(waiting).toHaveLength(2);
    expect(waiting).toEqual(
      expect.arrayContaining([
        { ...renamed, before: newer.articleId },
        { ...renamed, before: null },
      ]),
    );
  });

  test('while a card is painted, that card is asked for once more', async () => {
    const article = await published();
    const painted = await paintedCard(article.editionId);
    if (painted === undefined) return missing();
    await takeJobs('draw_share_card');
    await edit({ shortName: 'Bappeda', name: 'Badan Perencanaan' });
    await transaction((tx) => keepCards(tx, office.portalId, [painted]));
    expect(await keyOf(article.editionId)).toBe('');
    expect(await takeJobs('draw_share_card')).toEqual([{ editionId: article.editionId }]);
  });
});

describe('when the portal is renamed', () => {
  test('every page is renewed and every card drawn anew, once', async () => {
    const { editionId, key } = await drawn();
    await heedPortalNames();
    expect(await takeJobs('redraw_share_cards')).toEqual([]);
    await database().update(portals).set({ name: 'Kabar Benua' }).where(eq(portals.id, office.portalId));
    const before = await generationOf(office.portalId);
    await heedPortalNames();
    await heedPortalNames();
    expect(await changesAfter(before)).toEqual([['site']]);
    expect(await redraw()).toBe(1);
    expect(await keyOf(editionId)).not.toBe(key);
  });
});

function missing(): never {
  throw new Error('What the test needs is missing.');
}
