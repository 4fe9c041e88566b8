import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getTableColumns, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import * as schema from '#db/schema/index.ts';
import { keptAboutAccounts } from './account-data.ts';
import { dataGroups, dataRegister } from './data-register.ts';

const tables = new Map<string, PgTable>();
for (const [name, value] of Object.entries(schema)) if (is(value, PgTable)) tables.set(name, value);

test('every column says whether it is about a person', () => {
  const inDatabase = [...tables].flatMap(([name, table]) =>
    Object.keys(getTableColumns(table)).map((c) => `${name}.${c}`),
  );
  const inRegister = Object.entries(dataRegister).flatMap(([name, groups]) =>
    Object.values(groups).flatMap((columns) =>
      columns
        .split(' ')
        .filter(Boolean)
        .map((column) => `${name}.${column}`),
    ),
  );
  expect(inRegister.toSorted()).toEqual(inDatabase.toSorted());
});

test('no table keeps an address, a device or a path of readers', () => {
  const suspicious = /^(?:ip|address|remote|network|userAgent|referrer|referer|fingerprint|location|visitor|reader)/i;
  const known = new Set([
    'agencies.address',
    'portals.address',
    'oldAddresses.address',
    'siteChecks.addresses',
    'publishedParagraphs.fingerprint',
  ]);
  const found = [...tables].flatMap(([name, table]) =>
    Object.keys(getTableColumns(table))
      .filter((column) => suspicious.test(column))
      .map((column) => `${name}.${column}`),
  );
  expect(found.filter((column) => !known.has(column))).toEqual([]);
});

test('every group stands in the page on security as it stands here', async () => {
  const page = await readFile(join(import.meta.dirname, '..', '..', 'docs', 'keamanan.md'), 'utf8');
  for (const { name, purpose, ground, kept } of Object.values(dataGroups)) {
    expect(page).toContain(`| ${name} | ${purpose} | ${ground} | ${kept} |`);
  }
});

test('everything that names an account is in the file that its owner can have', () => {
  const naming = /^(?:userId|.*By|by|holderId|actorId|subjectId|assignedTo|escalatedTo|fromUserId|toUserId|inPlaceOf)$/;
  // Who did what to an edition stands in the events, in the person's own file.
  const told = new Set(['users', 'editions', 'queueEntries']);
  const missing = [...tables]
    .filter(
      ([name, table]) => !told.has(name) && Object.keys(getTableColumns(table)).some((column) => naming.test(column)),
    )
    .map(([name]) => name)
    .filter((name) => !(name in keptAboutAccounts));
  expect(missing).toEqual([]);
});
