import { descriptionAnswer } from '#lib/web/api-answers.ts';
import { machineRoute } from '#lib/web/machine-route.ts';

export const dynamic = 'force-dynamic';

/** What the API offers. */
export const GET = machineRoute(descriptionAnswer);
