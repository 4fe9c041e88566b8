import { copyAnswer } from '#lib/web/feed-answers.ts';
import { machineRoute } from '#lib/web/machine-route.ts';

export const dynamic = 'force-dynamic';

/** An article as Markdown, plain text or an event. */
export const GET = machineRoute((asked, { slug = '', form = '' }) => copyAnswer(asked, slug, form));
