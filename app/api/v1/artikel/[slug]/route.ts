import { articleAnswer } from '#lib/web/api-answers.ts';
import { machineRoute } from '#lib/web/machine-route.ts';

export const dynamic = 'force-dynamic';

/** One article for other programs. */
export const GET = machineRoute((asked, { slug = '' }) => articleAnswer(asked, slug));
