import { asc, eq, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import {
  agencies,
  figures,
  heldPosts,
  houseNames,
  plainWords,
  registeredPeople,
  regulations,
} from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { csvOf } from '#lib/export/csv.ts';
import type { PortalId } from '#lib/ids.ts';
import { csvColumns } from './csv-columns.ts';
import { requireReader } from './register-access.ts';
import type { CsvKind } from './register-input.ts';

/**
 * One list of the register as a CSV file that can be changed in a spreadsheet and taken in again.
 * An empty list gives the names of its columns: a form to fill.
 *
 * @throws not_found outside the person's portals
 */
export async function exportRegister(actor: Actor, portalId: PortalId, kind: CsvKind): Promise<string> {
  requireReader(actor, portalId);
  return csvOf(
    csvColumns[kind].map(([name]) => name),
    await rowsOf[kind](portalId),
  );
}

const rowsOf: Readonly<Record<CsvKind, (portalId: PortalId) => Promise<string[][]>>> = {
  people: async (portalId) => {
    const rows = await database()
      .select({ name: registeredPeople.name, post: heldPosts, agency: agencies.shortName })
      .from(registeredPeople)
      .leftJoin(heldPosts, eq(heldPosts.personId, registeredPeople.id))
      .leftJoin(agencies, eq(agencies.id, heldPosts.agencyId))
      .where(eq(registeredPeople.portalId, portalId))
      .orderBy(asc(sql`lower(${registeredPeople.name})`), asc(registeredPeople.id), asc(heldPosts.id));
    return rows.map(({ name, post, agency }) =>
      post === null
        ? [name, '', '', '', '', '']
        : [name, post.title, agency ?? '', tickText(post.isActing), dayText(post.fromDay), dayText(post.untilDay)],
    );
  },
  regulations: async (portalId) => {
    const rows = await database()
      .select()
      .from(regulations)
      .where(eq(regulations.portalId, portalId))
      .orderBy(asc(regulations.year), asc(regulations.id));
    return rows.map((row) => [row.kind, row.number, String(row.year), row.subject, tickText(row.isVerified)]);
  },
  figures: async (portalId) => {
    const rows = await database()
      .select()
      .from(figures)
      .where(eq(figures.portalId, portalId))
      .orderBy(asc(sql`lower(${figures.label})`));
    return rows.map((row) => [row.label, row.value, dayText(row.asOf), row.source]);
  },
  names: async (portalId) => {
    const rows = await database()
      .select({ word: houseNames.word })
      .from(houseNames)
      .where(sql`${houseNames.portalId} = ${portalId} and ${houseNames.state} = 'approved'`)
      .orderBy(asc(sql`lower(${houseNames.word})`));
    return rows.map((row) => [row.word]);
  },
  plain_words: async (portalId) => {
    const rows = await database()
      .select()
      .from(plainWords)
      .where(eq(plainWords.portalId, portalId))
      .orderBy(asc(sql`lower(${plainWords.expression})`));
    return rows.map((row) => [row.expression, row.plain, row.note]);
  },
};

const tickText = (value: boolean) => (value ? 'ya' : '');

/** As Indonesian Excel shows a day. */
function dayText(day: string | null): string {
  return day === null ? '' : day.split('-').toReversed().join('/');
}
