import type { Sql } from 'postgres';

/** A table of ours as the catalogue of PostgreSQL describes it: a new one is in backups without anybody thinking of it. */
export type KeptTable = {
  name: string;
  /** Those that hold something; generated ones are computed anew. */
  columns: string[];
  /** What its rows are ordered by, as SQL: then two databases with the same rows give the same bytes. */
  order: string;
};

export type KeptSequence = { name: string; value: string; isCalled: boolean };

/**
 * Tables whose rows do not belong into a backup: brought back, they would open what was closed since.
 * The structure of every table comes from the migrations.
 */
export const leftOut: Readonly<Record<string, string>> = {
  sessions: 'Everyone signs in anew: a session that was ended after the backup must not live again.',
  account_codes: 'An invite or a reset that was used after the backup must not be usable again.',
};

/** Every table of ours with rows worth keeping, in the order of names. */
export async function keptTables(sql: Sql): Promise<KeptTable[]> {
  const rows = await sql<{ name: string; columns: string[]; order: string | null }[]>`
    select c.relname as name,
      (select jsonb_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select string_agg(format(case when a.attcollation = 0 then '%I' else '%I collate "C"' end, a.attname), ', '
          order by k.place)
        from pg_index i cross join unnest(i.indkey::int2[]) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
        where i.indrelid = c.oid and i.indisprimary) as order
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
    order by c.relname`;
  return rows
    .filter(({ name }) => !Object.hasOwn(leftOut, name))
    .map(({ name, columns, order }) => ({ name, columns, order: order ?? columns.map(asText).join(', ') }));
}

/** Where every sequence of ours stands. */
export async function keptSequences(sql: Sql): Promise<KeptSequence[]> {
  const names = await sql<{ name: string }[]>`
    select sequencename as name from pg_sequences where schemaname = 'public' order by sequencename`;
  const kept: KeptSequence[] = [];
  for (const { name } of names) {
    const [row] = await sql.unsafe(`select last_value::text as value, is_called from public.${quoted(name)}`);
    if (row !== undefined) kept.push({ name, value: String(row.value), isCalled: row.is_called === true });
  }
  return kept;
}

/** References between tables, to be taken away while rows are loaded and put back after. */
export async function references(sql: Sql): Promise<{ table: string; to: string; name: string; definition: string }[]> {
  return sql`
    select t.relname as table, r.relname as to, c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class r on r.oid = c.confrelid
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
    order by t.relname, c.conname`;
}

/** Reads all rows of a table in a fixed order, in PostgreSQL's own text form. */
export function copyOut({ name, columns, order }: KeptTable): string {
  return `copy (select ${columns.map(quoted).join(', ')} from public.${quoted(name)} order by ${order}) to stdout`;
}

const asText = (column: string) => `${quoted(column)}::text collate "C"`;

/** Takes the rows that `copyOut` gave. */
export function copyIn({ name, columns }: Pick<KeptTable, 'name' | 'columns'>): string {
  return `copy public.${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`;
}

/** A name as SQL takes it. Names come from the catalogue or a backup, never from a request. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
