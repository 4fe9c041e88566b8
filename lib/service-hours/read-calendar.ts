import { eq } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { daysOff, portals } from '#db/schema/index.ts';
import { notFound } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';
import { type DeskSettings, deskSettingsOf } from './desk-settings.ts';
import type { ServiceCalendar } from './service-calendar.ts';

/** When the offices of a portal are open, as it stands now. */
export async function serviceCalendarOf(queryable: Queryable, portalId: PortalId): Promise<ServiceCalendar> {
  return (await serviceTimeOf(queryable, portalId)).calendar;
}

/** What a portal has set for its desk. */
export async function deskSettings(queryable: Queryable, portalId: PortalId): Promise<DeskSettings> {
  return deskSettingsOf((await portalRow(queryable, portalId)).deskSettings);
}

/** The calendar and the settings in one reading. */
export async function serviceTimeOf(
  queryable: Queryable,
  portalId: PortalId,
): Promise<{ calendar: ServiceCalendar; settings: DeskSettings }> {
  const { timeZone, deskSettings: row } = await portalRow(queryable, portalId);
  const settings = deskSettingsOf(row);
  const days = await queryable.select({ day: daysOff.day }).from(daysOff).where(eq(daysOff.portalId, portalId));
  return { calendar: { timeZone, week: settings.week, daysOff: new Set(days.map(({ day }) => day)) }, settings };
}

async function portalRow(queryable: Queryable, portalId: PortalId) {
  const [row] = await queryable
    .select({ timeZone: portals.timeZone, deskSettings: portals.deskSettings })
    .from(portals)
    .where(eq(portals.id, portalId));
  if (row === undefined) throw notFound('portal');
  return row;
}
