import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrationsFolder } from './migrate.ts';

/**
 * While a new version migrates, the old one goes on serving. What it reads and writes must therefore stay: tables and
 * columns are added, never taken away, renamed or made stricter than the old version knows.
 */
const breaking: readonly { what: string; pattern: RegExp }[] = [
  {
    what: 'removes something the old version uses',
    pattern: /\bdrop\s+(table|column|type|schema|view|sequence|extension)\b/i,
  },
  { what: 'removes a default the old version leaves to it', pattern: /\bdrop\s+default\b/i },
  { what: 'renames something the old version calls by its name', pattern: /\brename\b/i },
  { what: 'changes the type of a column', pattern: /\balter\s+column\b[^;]*\btype\b|\bset\s+data\s+type\b/i },
  { what: 'refuses rows the old version writes', pattern: /\bset\s+not\s+null\b/i },
  { what: 'empties a table', pattern: /\btruncate\b(?!\s+on\b)/i },
];

const addedColumn = /\badd\s+column\s+(?:if\s+not\s+exists\s+)?"?\w+"?[^;]*/gi;

/** Landed before this rule, when there was no running install to break; `<file>: <what>`. */
const landed: readonly string[] = [
  '0003_reading.sql: removes something the old version uses',
  '0004_phrases_and_headings.sql: removes a default the old version leaves to it',
  '0006_desk.sql: changes the type of a column',
  '0006_desk.sql: removes something the old version uses',
];

function faultsIn(text: string): string[] {
  return text
    .split('--> statement-breakpoint')
    .map((statement) => statement.replace(/--.*$/gm, '').replace(/'(?:[^']|'')*'/g, "''"))
    .flatMap((statement) => {
      // The body of a function is what runs later, and of a trigger: what it says is no change of structure.
      const isProgram = /^\s*create\s+(or\s+replace\s+)?(function|trigger)\b/i.test(statement);
      if (isProgram) return [];
      const faults = breaking.filter(({ pattern }) => pattern.test(statement)).map(({ what }) => what);
      const isStrict = (column: string) => /\bnot\s+null\b/i.test(column) && !/\bdefault\b|\bgenerated\b/i.test(column);
      if ([...statement.matchAll(addedColumn)].some(([column]) => isStrict(column)))
        faults.push('adds a column that the old version does not fill');
      return faults;
    });
}

test('every migration leaves the old version what it uses', () => {
  const files = readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql'));
  expect(files.length).toBeGreaterThan(8);
  const faults = files.flatMap((name) =>
    faultsIn(readFileSync(join(migrationsFolder, name), 'utf8')).map((what) => `${name}: ${what}`),
  );
  expect(faults.filter((fault) => !landed.includes(fault))).toEqual([]);
});

test.each([
  ['drop table users', 1],
  ['alter table users drop column name', 1],
  ['alter table users rename column name to full_name', 1],
  ['alter table "users" alter column "name" set data type varchar(20)', 1],
  ['alter table users alter column name set not null', 1],
  ['alter table users add column age int not null', 1],
  ['truncate users', 1],
  ['alter table users add column age int not null default 0', 0],
  ['alter table users add column age int', 0],
  ["insert into words values ('drop table users')", 0],
  ['create trigger a before truncate on users for each statement execute function f()', 0],
  ['create table t (id int not null)', 0],
  ['create index users_name on users (name)', 0],
])('%s: %i', (statement, faults) => {
  expect(faultsIn(statement)).toHaveLength(faults);
});
