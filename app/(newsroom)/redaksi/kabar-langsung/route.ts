import { liveAnswer } from '#lib/web/live-answers.ts';
import { sessionRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

export const GET = sessionRoute(liveAnswer);
