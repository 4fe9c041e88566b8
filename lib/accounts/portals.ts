import { asc } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable, Transaction } from '#db/client.ts';
import { daysOff, portals } from '#db/schema/index.ts';
import type { PortalId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import { daysOffOfTheState } from '#lib/service-hours/days-off-of-the-state.ts';
import { slugify } from '#lib/urls.ts';

const isTimeZone = (name: string) => Intl.supportedValuesOf('timeZone').includes(name);

/** A new public site: its name, the host names it answers to (canonical first), its time zone. */
export const newPortal = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Nama portal belum diisi. Contoh: "Warta Kaltim"')
    .max(120, 'Nama portal terlalu panjang.'),
  hosts: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(
          /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/,
          'Tulis nama host tanpa https:// dan tanpa porta. Contoh: warta.kaltimprov.go.id',
        ),
    )
    .min(1, 'Tulis paling sedikit satu nama host. Contoh: warta.kaltimprov.go.id'),
  timeZone: z
    .string()
    .refine(
      isTimeZone,
      'Zona waktu tidak dikenali. Contoh: Asia/Makassar (WITA), Asia/Jakarta (WIB), Asia/Jayapura (WIT).',
    ),
});

/** The portals of this install, oldest first. */
export function portalsOf(
  queryable: Queryable,
): Promise<{ id: PortalId; slug: string; name: string; timeZone: string }[]> {
  return queryable
    .select({ id: portals.id, slug: portals.slug, name: portals.name, timeZone: portals.timeZone })
    .from(portals)
    .orderBy(asc(portals.createdAt), asc(portals.id));
}

/** Adds a portal with the days off that are decreed. Only the command line does. */
export async function addPortal(tx: Transaction, input: z.output<typeof newPortal>): Promise<PortalId> {
  const [row] = await tx
    .insert(portals)
    .values({ ...input, slug: slugify(input.name) })
    .returning({ id: portals.id });
  if (row === undefined) throw new Error('The new portal was not returned.');
  await tx.insert(daysOff).values(daysOffOfTheState.map((day) => ({ ...day, portalId: row.id })));
  await recordEvent(tx, {
    portalId: row.id,
    actorId: null,
    actorRole: null,
    verb: 'create_portal',
    detail: { name: input.name, hosts: input.hosts },
  });
  return row.id;
}
