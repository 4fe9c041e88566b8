import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { liveStates, workingStates } from '#db/schema/enums.ts';
import { articles, assets, editions, renditions } from '#db/schema/index.ts';
import { isStorageKey } from '#lib/media/storage.ts';
import { readStored } from '#lib/media/stored-files.ts';
import { checkLive } from '#lib/newsroom/live-check.ts';
import { checkCodeOf, spokenCode } from '#lib/newsroom/reader-lines.ts';
import { verifyChain } from '#lib/record/events.ts';
import { readerPath } from '#lib/urls.ts';
import { promise } from './fault.ts';
import { answered } from './newsroom-client.ts';
import { type Stage, until } from './stage.ts';

/** Milliseconds within which readers must have the newest edition after an accident. */
const readersWithin = 60_000;

/**
 * What must hold after every accident: one live edition and one working edition at most, a whole audit log that
 * led to each state, signatures that fit, a file behind each row of the media, and the newest edition in front of
 * readers. Whether an acknowledged save is there, only the accident itself can tell.
 *
 * @throws Error that says what does not
 */
export async function expectWhole(stage: Stage): Promise<void> {
  const chain = await verifyChain(database());
  promise(chain.brokenAt === null, `Jejak audit putus pada peristiwa ${chain.brokenAt}`);
  const { wrong, findings } = await checkLive();
  promise(wrong === 0, `${wrong} edisi tidak cocok: ${JSON.stringify(findings.slice(0, 3))}`);
  await expectOneOfEach();
  await expectFiles();
  await expectReaders(stage);
}

/** The database says so itself (partial unique indexes); asked all the same, since an accident may cost an index. */
async function expectOneOfEach(): Promise<void> {
  const doubled = await database().execute(sql`
    select article_id from editions
    group by article_id
    having count(*) filter (where state in ${[...liveStates]}) > 1
      or count(*) filter (where state in ${[...workingStates]}) > 1`);
  promise(doubled.length === 0, `${doubled.length} artikel punya dua edisi sekaligus`);
}

/** Each photo that is ready has its original and every rendition, with the bytes its name says. */
async function expectFiles(): Promise<void> {
  const rows = await database()
    .select({ key: renditions.key })
    .from(renditions)
    .innerJoin(assets, eq(assets.id, renditions.assetId))
    .where(eq(assets.state, 'ready'));
  const wrong: string[] = [];
  for (const { key } of rows) {
    if (!isStorageKey(key) || (await readStored(key)) === null) wrong.push(key);
  }
  promise(wrong.length === 0, `${wrong.length} berkas media hilang atau berubah`);
}

/** The newest edition, for the front page and for the articles that changed last. */
async function expectReaders({ origin }: Stage): Promise<void> {
  const newest = await database()
    .select({ slug: articles.slug, kind: editions.kind, state: editions.state, hash: editions.contentHash })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(eq(editions.kind, 'news'), inArray(editions.state, [...liveStates]), isNotNull(articles.slug)))
    .orderBy(desc(sql`coalesce(${editions.retractedAt}, ${editions.publishedAt})`))
    .limit(20);
  for (const { slug, kind, state, hash } of newest) {
    const shown = async () => {
      const answer = await answered(`${origin}${readerPath({ kind, slug: slug ?? '' })}`);
      if (state === 'retracted') return answer?.status === 410;
      return answer?.status === 200 && answer.text.includes(spokenCode(checkCodeOf(hash ?? '')));
    };
    await until(shown, { milliseconds: readersWithin, broken: `Pembaca tidak melihat edisi terbaru dari ${slug}` });
  }
}
