import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { transaction } from '#db/client.ts';
import { addFirstAdmin, firstAdminInput } from '#lib/accounts/first-admins.ts';
import { addPortal, newPortal, portalsOf } from '#lib/accounts/portals.ts';
import { config, newsroomOrigin } from '#lib/config.ts';
import { domainErrorCode, invalid } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { absolute, redeemPath } from '#lib/urls.ts';
import { withDatabase } from './open-database.ts';
import { say } from './say.ts';

/** Asks the person at the terminal; undefined where there is nobody to ask. */
export type Ask = ((question: string) => Promise<string>) | undefined;

/**
 * `npm run admin:create -- --name "Siti Rahmawati" --email siti@kaltimprov.go.id`
 *
 * Makes one of a portal's first two admins and tells the code that opens the account; for one
 * of them who cannot get in, a new code; with `--lepas-langkah-kedua` also without the second factor they
 * have lost. Without a portal it makes that first.
 *
 * @throws invalid, in words for the operator
 */
export async function createAdmin(argv: readonly string[], ask: Ask): Promise<void> {
  const given = argumentsOf(argv);
  const admin = checked(firstAdminInput, {
    email: given.email ?? (await answer(ask, 'Surel admin', '--email')),
    name: given.name ?? (await answer(ask, 'Nama lengkap admin', '--name')),
  });
  const portal = await existingPortal(given.portal);
  const wanted = portal === undefined ? await portalToMake(given, ask) : undefined;
  const { code } = await inWords(
    transaction(async (tx) => {
      const portalId = portal?.id ?? (wanted && (await addPortal(tx, wanted)));
      if (portalId === undefined) throw new Error('There is no portal to add an admin to.');
      return addFirstAdmin(tx, portalId, admin, { withoutFactors: given['lepas-langkah-kedua'] === true });
    }),
  );
  const timeZone = portal?.timeZone ?? wanted?.timeZone ?? 'UTC';
  if (wanted) say(`Portal "${wanted.name}" dibuat untuk ${wanted.hosts.join(', ')}.`);
  say(
    `\n${code.purpose === 'invite' ? 'Akun admin' : 'Kode atur ulang untuk admin'} ${admin.name} <${admin.email}> siap.`,
  );
  say(`  Kode   ${code.code}`);
  say(`  Buka   ${absolute(newsroomOrigin(), redeemPath)}#${code.code}`);
  say(`  Berlaku sampai ${formatMoment(code.expiresAt, timeZone)}, hanya sekali.`);
}

function argumentsOf(argv: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = { email: text, name: text, portal: text, 'portal-name': text, host: text, 'time-zone': text };
    const drop = { 'lepas-langkah-kedua': { type: 'boolean' } } as const;
    return parseArgs({ args: [...argv], options: { ...options, ...drop } }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw refusal(
      'Argumen tidak dikenali. Contoh: npm run admin:create -- --email siti@kaltimprov.go.id --name "Siti Rahmawati"',
    );
  }
}

async function existingPortal(slug: string | undefined): Promise<{ id: PortalId; timeZone: string } | undefined> {
  const portals = await transaction((tx) => portalsOf(tx));
  if (portals.length === 0) return undefined;
  const [only, another] = portals;
  if (slug === undefined && another === undefined) return only;
  const named = portals.find((portal) => portal.slug === slug);
  if (named) return named;
  const list = portals.map((portal) => `${portal.slug} (${portal.name})`).join(', ');
  throw refusal(`Sebut portalnya dengan --portal. Yang ada: ${list}.`);
}

async function portalToMake(given: ReturnType<typeof argumentsOf>, ask: Ask) {
  say('Belum ada portal; portal pertama dibuat sekarang.');
  return checked(newPortal, {
    name: given['portal-name'] ?? (await answer(ask, 'Nama portal, misalnya Warta Kaltim', '--portal-name')),
    hosts: (given.host ?? config().publicUrl.hostname).split(','),
    timeZone: given['time-zone'] ?? (await answer(ask, 'Zona waktu, misalnya Asia/Makassar', '--time-zone')),
  });
}

async function answer(ask: Ask, question: string, option: string): Promise<string> {
  if (ask === undefined) throw refusal(`${question}: tulis dengan ${option}.`);
  return ask(`${question}: `);
}

function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid(
    parsed.error.issues.map((issue) => ({
      field: issue.path.map(String).join('.'),
      code: 'argument',
      text: issue.message,
    })),
  );
}

/** A verb's refusal as something the operator reads. */
async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (domainErrorCode(error) === 'not_allowed' && error instanceof Error) throw refusal(error.message);
    throw error;
  }
}

function refusal(text: string): Error {
  return invalid([{ field: '', code: 'refused', text }]);
}

if (import.meta.main) {
  const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  await withDatabase('admin_create', async () => {
    if (config().mode === 'demo') {
      throw refusal(
        'Mode contoh sudah punya akun admin contoh. Perintah ini untuk mode produksi (RUANG_WARTA_MODE=produksi).',
      );
    }
    await createAdmin(process.argv.slice(2), terminal && ((question) => terminal.question(question)));
  });
  terminal?.close();
}
