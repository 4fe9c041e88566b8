import { batchAnswer } from '#lib/web/api-answers.ts';
import { machineRoute } from '#lib/web/machine-route.ts';

export const dynamic = 'force-dynamic';

/** Articles for other programs, newest first. */
export const GET = machineRoute((asked, _named, query) => batchAnswer(asked, query));
