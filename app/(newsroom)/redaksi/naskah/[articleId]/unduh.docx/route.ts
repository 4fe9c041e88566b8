import { wordFileAnswer } from '#lib/web/export-answers.ts';
import { newsroomRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

export const GET = newsroomRoute(wordFileAnswer);
