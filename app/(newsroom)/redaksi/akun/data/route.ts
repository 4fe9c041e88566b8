import { accountDataFile } from '#lib/web/account-data-answers.ts';
import { newsroomRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

export const POST = newsroomRoute((actor, request) => accountDataFile(actor, request));
