import { and, asc, eq, gt, inArray, isNotNull, lte, notExists, sql } from 'drizzle-orm';
import { database, type Queryable, transaction } from '#db/client.ts';
import { editions, installFacts, publishedParagraphs } from '#db/schema/index.ts';
import { fingerprintOf, type NormalLine, normalLines } from '#lib/authenticity/normal-lines.ts';
import type { EditionId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { plainText } from '#lib/richtext/plain-text.ts';
import type { RichBlock } from '#lib/richtext/rich-nodes.ts';
import type { EditionRow } from './edition-record.ts';

/** A line of an edition as it is compared; an aside may be missing in a copy that is whole. */
export type EditionLine = { words: NormalLine; isAside: boolean };

/** What stands beside the words: people who copy an article rarely copy these. */
const asides: readonly RichBlock['type'][] = ['figure', 'gallery', 'documentCard'];

/** All that an edition says, line by line, in the order in which it is read. */
export function linesOfEdition(
  edition: Pick<EditionRow, 'title' | 'lead' | 'summary' | 'body' | 'details'>,
): EditionLine[] {
  const { title, lead, summary, body, details } = edition;
  const own = (text: string, isAside: boolean) => normalLines(text).map((words) => ({ words, isAside }));
  return [
    ...own(title, false),
    ...own(lead, false),
    ...own(summary, true),
    ...body.content.flatMap((block) => own(plainText({ ...body, content: [block] }), asides.includes(block.type))),
    ...own(details.textAlternative ?? '', true),
  ];
}

/** Lists the paragraphs of an edition that goes live, so that a pasted text finds it. */
export async function listParagraphsOf(tx: Queryable, edition: EditionRow): Promise<void> {
  const prints = linesOfEdition(edition).flatMap(({ words }) => fingerprintOf(words) ?? []);
  const rows = [...new Set(prints)].map((fingerprint) => ({ editionId: edition.id, fingerprint }));
  if (rows.length > 0) await tx.insert(publishedParagraphs).values(rows).onConflictDoNothing();
}

/** Editions looked at by one statement. */
const lookedAtOnce = 500;
const allListed = 'paragraphs_listed';

/** The job that lists what an older install published before paragraphs were listed; once, since then each lists itself. */
export async function listParagraphs(): Promise<void> {
  const [done] = await database().select().from(installFacts).where(eq(installFacts.name, allListed));
  if (done !== undefined) return;
  let after: EditionId | undefined;
  let listed = 0;
  for (;;) {
    const last = await lastOfNext(after);
    for (const edition of await unlisted(after, last)) {
      await listParagraphsOf(database(), edition);
      listed += 1;
    }
    if (last === undefined) break;
    after = last;
  }
  await transaction((tx) =>
    tx.insert(installFacts).values({ name: allListed, value: { listed } }).onConflictDoNothing(),
  );
  log('info', 'paragraphs_listed', { editions: listed });
}

async function lastOfNext(after: EditionId | undefined): Promise<EditionId | undefined> {
  const [last] = await database()
    .select({ id: editions.id })
    .from(editions)
    .where(after === undefined ? undefined : gt(editions.id, after))
    .orderBy(asc(editions.id))
    .offset(lookedAtOnce - 1)
    .limit(1);
  return last?.id;
}

function unlisted(after: EditionId | undefined, last: EditionId | undefined): Promise<EditionRow[]> {
  return database()
    .select()
    .from(editions)
    .where(
      and(
        isNotNull(editions.publishedAt),
        inArray(editions.state, ['published', 'archived', 'retracted', 'superseded']),
        notExists(
          database()
            .select({ one: sql`1` })
            .from(publishedParagraphs)
            .where(eq(publishedParagraphs.editionId, editions.id)),
        ),
        after === undefined ? undefined : gt(editions.id, after),
        last === undefined ? undefined : lte(editions.id, last),
      ),
    )
    .orderBy(asc(editions.id));
}
