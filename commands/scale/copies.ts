import postgres, { type Sql } from 'postgres';
import { databaseUrl } from '#db/client.ts';
import { articles, editions, events, listed, searchEntries, signatures } from '#db/schema/index.ts';
import { entryOf, placesOf } from '#lib/newsroom/listing.ts';
import { eventAfter } from '#lib/record/events.ts';
import { type Copying, copyInto } from './copy.ts';
import type { ScaleArticle } from './rows.ts';

type LastEvent = Parameters<typeof eventAfter>[0];

/** Articles on their way into all tables they have rows in. */
export type Copies = {
  write(made: ScaleArticle, derived: Pick<typeof searchEntries.$inferInsert, 'words' | 'pairs'>): Promise<void>;
  end(): Promise<void>;
};

/**
 * A client for statements over a million rows: they take longer than the application's own
 * connections allow. What is lost when the machine stops is generated anew.
 */
export function patientClient(): Sql {
  return postgres(databaseUrl(), {
    max: 1,
    onnotice: () => undefined,
    connection: { application_name: 'ruang-warta-skala', synchronous_commit: 'off' },
  });
}

/** Opens a COPY into each table, on connections of their own, so that PostgreSQL works on all at once. */
export async function openCopies(lastEvent: LastEvent): Promise<Copies> {
  const clients: Sql[] = [];
  const client = () => {
    const one = patientClient();
    clients.push(one);
    return one;
  };
  const into = {
    articles: await copyInto(client(), articles, [
      ...(['id', 'portalId', 'agencyId', 'slug', 'firstPublishedAt', 'createdBy', 'createdAt'] as const),
    ]),
    editions: await copyInto(client(), editions, editionColumns),
    signatures: await copyInto(client(), signatures, [
      ...(['editionId', 'contentHash', 'userId', 'role', 'act', 'at', 'mac', 'keyId'] as const),
    ]),
    events: await copyInto(client(), events, [
      ...(['seq', 'at', 'portalId', 'actorId', 'actorRole', 'verb', 'articleId', 'editionId', 'agencyId'] as const),
      ...(['fromState', 'toState', 'detail', 'previousHash', 'hash'] as const),
    ]),
    listed: await copyInto(client(), listed, ['portalId', 'list', 'at', 'articleId']),
    searchEntries: await copyInto(client(), searchEntries, [
      ...(['articleId', 'portalId', 'kind', 'sectionId', 'agencyIds', 'regencyCodes', 'at', 'words', 'pairs'] as const),
    ]),
  };
  let last = lastEvent;
  return {
    async write({ article, edition, signatures: signed, events: entries }, derived) {
      await into.articles.write(article);
      await into.editions.write(edition);
      await writeAll(into.signatures, signed);
      for (const { entry, at } of entries) {
        const row = eventAfter(last, entry, at);
        await into.events.write(row);
        last = row;
      }
      await writeAll(into.listed, placesOf({ article, edition }));
      const entry = entryOf({ article, edition });
      if (entry !== null) await into.searchEntries.write({ ...entry, ...derived });
    },
    async end() {
      for (const one of Object.values(into)) await one.end();
      for (const one of clients) await one.end({ timeout: 5 });
    },
  };
}

async function writeAll<Row>(into: Copying<Row>, rows: readonly Row[]): Promise<void> {
  for (const row of rows) await into.write(row);
}

/** All but what stays at its default on a straight road. */
const editionColumns = [
  ...(['id', 'articleId', 'number', 'state', 'version', 'createdBy', 'createdAt'] as const),
  ...(['kind', 'title', 'lead', 'body', 'cover', 'credits', 'regencyCodes', 'datelinePlace'] as const),
  ...(['sectionId', 'topicIds', 'lastTypedAt', 'lastTypedBy', 'submittedBy', 'submittedAt'] as const),
  ...(['approvedBy', 'approvedAt', 'approvalOutcome', 'publishedAt', 'contentHash', 'cardMac', 'cardKeyId'] as const),
] as const;
