import { machineRoute } from '#lib/web/machine-route.ts';
import { siteTextAnswer } from '#lib/web/site-answers.ts';

export const dynamic = 'force-dynamic';

/** robots.txt, llms.txt and security.txt. */
export const GET = machineRoute((asked, { name = '' }) => siteTextAnswer(asked, name));
