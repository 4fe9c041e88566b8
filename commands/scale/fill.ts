import { desc, eq, sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { z } from 'zod';
import { database, transaction } from '#db/client.ts';
import { events, installFacts, searchWords } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import type { PortalId } from '#lib/ids.ts';
import { generationNames, raiseGeneration } from '#lib/record/generation.ts';
import { isLearnable } from '#lib/search/search-words.ts';
import { say, seconds } from '../say.ts';
import { chanceFrom } from './chance.ts';
import { openCopies, patientClient } from './copies.ts';
import { type ScaleOffice, scaleOffice } from './office.ts';
import { scaleArticle } from './rows.ts';
import { searchPairsOf, searchVectorOf } from './search-vector.ts';
import { frameOf } from './table-frame.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { type WrittenTexts, wordsEach, writeTexts } from './written-texts.ts';

const probes = z.array(z.string());

/** What a filled install says of itself: how many articles were put in, and words by how many of them have it. */
const scaleFact = z.strictObject({
  articles: z.int(),
  words: z.strictObject({ everywhere: probes, common: probes, medium: probes, rare: probes }),
});
export type ScaleFact = z.output<typeof scaleFact>;

const factName = 'scale';
const years = 12;
const year = 365.25 * 86_400_000;

/** What was put into this database, when it is whole; undefined for any other. */
export async function scaleFactOf(): Promise<ScaleFact | undefined> {
  const [fact] = await database().select().from(installFacts).where(eq(installFacts.name, factName));
  return fact === undefined ? undefined : scaleFact.parse(fact.value);
}

/**
 * Puts generated articles into a demo, spread over twelve years up to today, so that nothing in the
 * application tells them from published ones. Revisions alone are missing: no page of readers and
 * no check asks for them. A filling that was interrupted leaves no fact: its folder is to be emptied.
 */
export async function fillScale(count: number): Promise<ScaleFact> {
  const begun = performance.now();
  const office = await scaleOffice();
  const vocabulary = vocabularyOf(office.texts);
  const owner = patientClient();
  try {
    const stems = await stemsOf(owner, vocabulary);
    const frame = await frameOf(owner, filledTables, listedKey);
    for (const statement of frame.drop) await owner.unsafe(statement);
    const uses = await copyArticles(count, office, vocabulary, stems);
    say(`  ${wholeNumber(count)} artikel disalin dalam ${seconds(begun)}; menyusun indeks …`);
    await owner.unsafe(`set maintenance_work_mem = '1GB'`);
    await copyHeadings(owner);
    for (const statement of frame.restore) await owner.unsafe(statement);
    await learnWords(office.portalId, uses, vocabulary);
    await owner.unsafe('vacuum analyze');
  } finally {
    await owner.end({ timeout: 5 });
  }
  const fact: ScaleFact = { articles: count, words: probeWords(vocabulary) };
  await transaction(async (tx) => {
    await raiseGeneration(tx, office.portalId, [generationNames.site]);
    await tx.insert(installFacts).values({ name: factName, value: fact, at: now() });
  });
  say(`  Siap dalam ${seconds(begun)}.`);
  return fact;
}

const filledTables = ['articles', 'editions', 'signatures', 'events', 'listed', 'search_entries', 'search_headings'];
const listedKey = ['listed_portal_id_list_at_article_id_pk'];

async function stemsOf(owner: Sql, { words }: Vocabulary): Promise<string[]> {
  const rows = await owner<{ stem: string }[]>`
    select (ts_lexize('indonesian_stem', word))[1] as stem
    from unnest(${[...words]}::text[]) with ordinality as given(word, place) order by place`;
  return rows.map(({ stem }) => stem);
}

/** @returns in how many articles the title or the lead uses each word, by rank */
async function copyArticles(
  count: number,
  office: ScaleOffice,
  vocabulary: Vocabulary,
  stems: readonly string[],
): Promise<Uint32Array> {
  const chance = chanceFrom(count);
  const keys = config().signingKeys;
  const until = now().getTime() - 3_600_000;
  const step = (years * year) / count;
  const uses = new Uint32Array(vocabulary.words.length);
  const copies = await openCopies(await lastEvent());
  for (let index = 0; index < count; index += 1) {
    const texts = writeTexts(vocabulary, chance);
    const at = new Date(Math.floor(until - step * (count - index - chance())));
    await copies.write(scaleArticle(office, keys, texts, { index, at, chance }), {
      words: searchVectorOf(texts.ranks, vocabulary, stems),
      pairs: searchPairsOf(texts.ranks, stems),
    });
    countUses(uses, texts);
    if ((index + 1) % 50_000 === 0) say(`  ${wholeNumber(index + 1)} artikel …`);
  }
  await copies.end();
  return uses;
}

async function copyHeadings(owner: Sql): Promise<void> {
  await owner.unsafe(`
    insert into search_headings select article_id, ts_filter(words, '{a,b}') from search_entries on conflict do nothing`);
}

async function lastEvent(): Promise<{ seq: number; hash: string } | undefined> {
  const [last] = await database()
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1);
  return last;
}

function countUses(uses: Uint32Array, { ranks }: WrittenTexts): void {
  for (const rank of new Set([...ranks.title, ...ranks.lead])) uses[rank] = (uses[rank] ?? 0) + 1;
}

/** Words at a time: each takes a few parameters of one statement. */
const batch = 2_000;

async function learnWords(portalId: PortalId, uses: Uint32Array, { words }: Vocabulary): Promise<void> {
  const rows = words.flatMap((word, rank) => {
    const used = uses[rank] ?? 0;
    return used > 0 && isLearnable(word) ? [{ portalId, word, uses: used }] : [];
  });
  for (let from = 0; from < rows.length; from += batch) {
    await database()
      .insert(searchWords)
      .values(rows.slice(from, from + batch))
      .onConflictDoUpdate({
        target: [searchWords.portalId, searchWords.word],
        set: { uses: sql`${searchWords.uses} + excluded.uses` },
      });
  }
}

/** Words of about these shares of the articles. */
const shares = { everywhere: 0.9, common: 0.2, medium: 0.02, rare: 0.001 } as const;

const probesEach = 20;

/** For each share the words nearest to it, long enough to be typed. */
function probeWords(vocabulary: Vocabulary): ScaleFact['words'] {
  const near = (share: number) => {
    const wanted = 1 - (1 - share) ** (1 / wordsEach);
    const found = vocabulary.words.findIndex((_, rank) => vocabulary.shareOf(rank) <= wanted);
    // The rarest words may be more common than that.
    const first = found < 0 ? vocabulary.words.length - probesEach * 2 : found;
    const around = vocabulary.words.slice(Math.max(0, first - probesEach), first + probesEach * 2);
    return around.filter((word) => isLearnable(word)).slice(0, probesEach);
  };
  return {
    everywhere: near(shares.everywhere),
    common: near(shares.common),
    medium: near(shares.medium),
    rare: near(shares.rare),
  };
}

const wholeNumber = (value: number) => value.toLocaleString('id-ID');
