import { getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { encode } from 'next-auth/jwt';
import { database } from '#db/client.ts';
import * as tables from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { startSession } from '#lib/accounts/sessions.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import { heedPortalNames } from '#lib/newsroom/portal-names.ts';
import { anAssetRow, coverOf } from '#lib/testing/asset-rows.ts';
import {
  aDraft,
  anAgency,
  anOffice,
  aPerson,
  aPublishedArticle,
  aSubmittedArticle,
  editionRow,
  withRole,
} from '#lib/testing/newsroom.ts';
import { withDatabase } from '../commands/open-database.ts';
import type { IntruderScene } from './intruder-visitors.ts';

/**
 * What may come meanwhile without anybody's doing: admins are mailed of alarms, and pages of readers are to be made
 * anew. What changed on them stands in a row of its own.
 */
const byItself = new Set(['generation_changes', 'mails']);

/**
 * `node e2e/intruder-scene.ts set`: an office whose draft, photo, people, lists and settings nobody else may touch,
 * and everybody who might try. `… digest <id>…`: the hash of every row that names one of these ids, table by table.
 * `… waiting <id>…`: how many jobs still have something to do for them.
 */
await withDatabase('intruder_scene', async () => {
  const [, , what, ...ids] = process.argv;
  const answer = what === 'digest' ? await digest(ids) : what === 'waiting' ? await waiting(ids) : await set();
  process.stdout.write(`${JSON.stringify(answer)}\n`);
});

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('Nothing was inserted.');
  return row;
}

async function set(): Promise<IntruderScene> {
  const office = await anOffice();
  const { portalId, agencyId } = office;
  const foreign = await anAgency(portalId);
  const elsewhere = await anOffice();
  const of = (name: string, role: 'contributor' | 'verifier' | 'leader') =>
    aPerson({ name, role, portalId, agencyId: foreign.agencyId });
  const visitors: Record<keyof IntruderScene['cookies'], Actor> = {
    writer: office.contributor,
    leader: office.leader,
    auditor: office.auditor,
    admin: office.admin,
    editor: office.editor,
    managingEditor: office.managingEditor,
    foreignWriter: await of('Farid Penulis', 'contributor'),
    foreignVerifier: await of('Fitri Verifikator', 'verifier'),
    foreignLeader: await of('Fajri Pimpinan', 'leader'),
    elsewhereAdmin: elsewhere.admin,
    elsewhereEditor: await withRole(elsewhere.managingEditor, 'editor', elsewhere),
  };
  const photo = await anAssetRow({ portalId, agencyId }, office.contributor);
  const draft = await aDraft(office, {
    words: { title: 'Naskah yang masih tertutup', lead: 'Teras rahasia.', cover: coverOf(photo) },
  });
  const submitted = await aSubmittedArticle(office, { by: office.colleague });
  const live = await aPublishedArticle(office);
  const own = await aDraft({ ...office, agencyId: foreign.agencyId }, { by: visitors.foreignWriter });
  const rows = await lists(office, visitors.foreignWriter);
  const revision = only(
    (
      await database().execute(
        sql`select id from revisions where edition_id = ${draft.editionId} order by id desc limit 1`,
      )
    ).map((row) => String(row['id'])),
  );
  const victim = await startSession(office.colleague.userId, 'Ponsel');
  const session = only(
    (await database().execute(sql`select id from sessions where user_id = ${office.colleague.userId}`)).map((row) =>
      String(row['id']),
    ),
  );
  if (victim.token === '') throw new Error('No session was begun.');
  // The hourly round notes each portal that it sees for the first time: were it left to it, that row could come midway.
  await heedPortalNames();
  const cookies: Partial<IntruderScene['cookies']> = {};
  for (const name of Object.keys(visitors) as (keyof typeof visitors)[]) {
    const { token } = await startSession(visitors[name].userId, 'Laptop');
    cookies[name] = await encode({ token: { sessionToken: token }, secret: config().authSecret });
  }
  return {
    cookies: cookies as IntruderScene['cookies'],
    ids: {
      ...{
        host: office.host,
        agencySlug: office.agencySlug,
        portalId,
        agencyId,
        foreignAgencyId: foreign.agencyId,
        sectionId: office.sectionId,
      },
      ...{ userId: office.colleague.userId, session, revision, photo: photo.assetId, photoHash: photo.hash },
      ...{ draft: draft.editionId, draftArticle: draft.articleId, draftVersion: String(draft.version) },
      ...{ submitted: submitted.editionId, submittedVersion: String(submitted.version) },
      ...{ live: live.editionId, liveArticle: live.articleId, liveVersion: String(live.version), liveSlug: live.slug },
      ...{
        own: own.editionId,
        ownArticle: own.articleId,
        ownVersion: String((await editionRow(own.editionId)).version),
      },
      ...rows,
    },
    victims: [
      ...[portalId, elsewhere.portalId, agencyId, foreign.agencyId],
      ...[draft.articleId, submitted.articleId, live.articleId],
      ...[draft.editionId, submitted.editionId, live.editionId, own.editionId],
      ...[office.colleague, ...Object.values(visitors)].map(({ userId }) => userId),
    ],
  };
}

type Office = Awaited<ReturnType<typeof anOffice>>;

/** One row of everything else that has an id: nobody but its keepers may change it. */
async function lists({ portalId, agencyId, admin, colleague }: Office, writer: Actor) {
  const db = database();
  const id = <T extends { id: string }>(rows: readonly T[]) => only(rows).id;
  const { id: person } = only(
    await db.insert(tables.registeredPeople).values({ portalId, name: 'Rahayu' }).returning(),
  );
  return {
    topic: id(
      await db
        .insert(tables.topics)
        .values({ portalId, slug: `topik-${person.slice(-8)}`, name: 'Banjir' })
        .returning(),
    ),
    person,
    post: id(await db.insert(tables.heldPosts).values({ personId: person, title: 'Kepala', agencyId }).returning()),
    regulation: id(
      await db
        .insert(tables.regulations)
        .values({ portalId, kind: 'Perda', number: '1', year: 2024, subject: 'Sampah' })
        .returning(),
    ),
    figure: id(
      await db.insert(tables.figures).values({ portalId, label: 'Penduduk', value: '10', source: 'BPS' }).returning(),
    ),
    houseName: id(
      await db
        .insert(tables.houseNames)
        .values({ portalId, word: 'Mahakam', state: 'proposed', proposedBy: colleague.userId, proposedAt: now() })
        .returning(),
    ),
    plainWord: id(
      await db.insert(tables.plainWords).values({ portalId, expression: 'dalam rangka', plain: 'untuk' }).returning(),
    ),
    contact: id(await db.insert(tables.pressContacts).values({ portalId, name: 'Ani', outlet: 'Media' }).returning()),
    view: id(
      await db
        .insert(tables.savedViews)
        .values({ userId: colleague.userId, name: 'Milik rekan', query: 'keadaan=draf' })
        .returning(),
    ),
    membership: id(
      await db
        .insert(tables.memberships)
        .values({ userId: writer.userId, portalId, agencyId, role: 'verifier', grantedBy: admin.userId })
        .returning(),
    ),
    absence: id(
      await db
        .insert(tables.absences)
        .values({
          ...{ userId: colleague.userId, createdBy: colleague.userId, createdAt: now() },
          ...{ startsAt: new Date('2026-01-01T00:00:00Z'), endsAt: new Date('2099-01-01T00:00:00Z') },
        })
        .returning(),
    ),
  };
}

/**
 * Jobs that are due, begun ones among them: each is gone once what it wrote stands. And events of which nobody has
 * been told yet.
 */
async function waiting(ids: readonly string[]): Promise<number> {
  const [row] = await database().execute(
    sql`select (select count(*) from graphile_worker._private_jobs
                where run_at <= now() and payload::text ~ ${ids.join('|')})
             + (select count(*) from events where seq > (select min(seq) from told_events)) as left`,
  );
  return Number(row?.['left']);
}

/** Reading counts a session's last use, and news is mailed by and by; nothing else of a row may change. */
async function digest(ids: readonly string[]): Promise<Record<string, string>> {
  const pattern = ids.join('|');
  const hashes: Record<string, string> = {};
  for (const table of Object.values(tables).filter((value) => is(value, PgTable))) {
    if (byItself.has(getTableName(table))) continue;
    const [row] = await database().execute(
      sql`select count(*) || ':' || coalesce(md5(string_agg(held, ' ' order by held)), '') as hash
          from (select (to_jsonb(t) - 'last_seen_at' - 'mailed_at' - 'generation')::text as held from ${table} t) as all_rows
          where held ~ ${pattern} and held !~ '"kind": ?"alarm"'`,
    );
    hashes[getTableName(table)] = String(row?.['hash']);
  }
  return hashes;
}
