import type { Sql } from 'postgres';

/** Statements that take indexes and foreign keys of a table away and put them back. */
export type TableFrame = { drop: string[]; restore: string[] };

/**
 * All that each new row would be entered into or compared with: the indexes that are no constraint,
 * the foreign keys, and the named constraints. Made anew over all rows at once they take a fraction of
 * the time, and a foreign key that is put back is checked for every row.
 *
 * @param heavy constraints that are worth it too, such as the key of a table of many short rows
 */
export async function frameOf(sql: Sql, tables: readonly string[], heavy: readonly string[]): Promise<TableFrame> {
  const constraints = await sql<{ table: string; name: string; definition: string; isKey: boolean }[]>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition,
      contype <> 'f' as "isKey"
    from pg_constraint
    where conrelid::regclass::text = any(${[...tables]}) and (contype = 'f' or conname = any(${[...heavy]}))
    order by contype = 'f', conname`;
  const indexes = await sql<{ name: string; definition: string }[]>`
    select index.indexrelid::regclass::text as name, pg_get_indexdef(index.indexrelid) as definition
    from pg_index index
    where index.indrelid::regclass::text = any(${[...tables]})
      and not exists (select 1 from pg_constraint where conindid = index.indexrelid)
    order by 1`;
  const dropped = constraints.map(({ table, name }) => `alter table ${table} drop constraint "${name}"`);
  const added = (isKey: boolean) =>
    constraints
      .filter((constraint) => constraint.isKey === isKey)
      .map(({ table, name, definition }) => `alter table ${table} add constraint "${name}" ${definition}`);
  return {
    drop: [...dropped.toReversed(), ...indexes.map(({ name }) => `drop index ${name}`)],
    restore: [...added(true), ...indexes.map(({ definition }) => definition), ...added(false)],
  };
}
