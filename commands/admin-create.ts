import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { database, type Transaction, transaction } from '#db/client.ts';
import { addFirstAdmin, firstAdminInput } from '#lib/accounts/first-admins.ts';
import { addPortal, newPortal, portalsOf } from '#lib/accounts/portals.ts';
import { config } from '#lib/config.ts';
import { invalid } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';
import { redeemPath } from '#lib/urls.ts';
import { withDatabase } from './open-database.ts';
import { say } from './say.ts';

/**
 * `npm run admin:create`: makes one of a portal's first two admins, and the portal when there is none.
 * What is not given as an option is asked for, when somebody sits at the terminal.
 *
 * Example: `npm run admin:create -- --name "Rina Sari" --email rina@kaltimprov.go.id`
 */
const { values: given } = parseArgs({
  options: {
    name: { type: 'string' },
    email: { type: 'string' },
    portal: { type: 'string' },
    'portal-name': { type: 'string' },
    host: { type: 'string' },
    'time-zone': { type: 'string' },
  },
});

const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;

await withDatabase('admin_create', async () => {
  const known = await portalsOf(database());
  const portal = known.length === 0 ? await askPortal() : undefined;
  const admin = parsed(firstAdminInput, {
    name: await answer('name', 'Nama lengkap admin'),
    email: await answer('email', 'Surel admin'),
  });
  const { code } = await transaction(async (tx) => addFirstAdmin(tx, await portalIn(tx, known, portal), admin));
  say(`\nAkun ${admin.email} siap. Kode ini berlaku 24 jam, satu kali; serahkan langsung kepada orangnya:\n`);
  say(`  ${code.code}\n`);
  say(`Buka ${config().publicUrl.origin}${redeemPath} dan masukkan kode itu untuk membuat kata sandi.`);
});
terminal?.close();

type Known = Awaited<ReturnType<typeof portalsOf>>;

async function askPortal(): Promise<z.output<typeof newPortal>> {
  say('Belum ada portal; portal pertama dibuat sekarang.');
  return parsed(newPortal, {
    name: await answer('portal-name', 'Nama portal (misalnya Warta Kaltim)'),
    hosts: (await answer('host', 'Nama host, dipisah koma', config().publicUrl.host)).split(','),
    timeZone: await answer('time-zone', 'Zona waktu', 'Asia/Makassar'),
  });
}

async function portalIn(
  tx: Transaction,
  known: Known,
  fresh: z.output<typeof newPortal> | undefined,
): Promise<PortalId> {
  if (fresh !== undefined) return addPortal(tx, fresh);
  const [first, second] = known;
  const chosen = known.find(({ slug }) => slug === given.portal) ?? (second === undefined ? first : undefined);
  if (chosen !== undefined && (given.portal === undefined || chosen.slug === given.portal)) return chosen.id;
  throw refused('portal', `Pilih portal dengan --portal: ${known.map(({ slug }) => slug).join(', ')}.`);
}

async function answer(option: keyof typeof given, question: string, usual?: string): Promise<string> {
  const value = given[option];
  if (value !== undefined) return value;
  if (terminal === undefined) {
    if (usual !== undefined) return usual;
    throw refused(
      option,
      `Tambahkan --${option}: ${question}. Contoh: npm run admin:create -- --name "Rina Sari" --email rina@kaltimprov.go.id`,
    );
  }
  const typed = (await terminal.question(`${question}${usual ? ` [${usual}]` : ''}: `)).trim();
  return typed || (usual ?? '');
}

function parsed<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(
    result.error.issues.map((issue) => ({ field: issue.path.join('.'), code: 'setting', text: issue.message })),
  );
}

function refused(field: string, text: string): Error {
  return invalid([{ field, code: 'option', text }]);
}
