import { agendaAnswer } from '#lib/web/feed-answers.ts';
import { machineRoute } from '#lib/web/machine-route.ts';

export const dynamic = 'force-dynamic';

/** The agenda for calendars. */
export const GET = machineRoute(agendaAnswer);
