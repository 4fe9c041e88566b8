import { frontPath } from '#lib/urls.ts';
import { feedAnswer } from '#lib/web/feed-answers.ts';
import { machineRoute } from '#lib/web/machine-route.ts';

export const dynamic = 'force-dynamic';

/** Feeds: `daftar` is the path of the list's page. */
export const GET = machineRoute((asked, { format = '' }, query) =>
  feedAnswer(asked, format, query.get('daftar') ?? frontPath),
);
