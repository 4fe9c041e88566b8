import { referenceAnswer } from '#lib/web/reference-answer.ts';
import { newsroomRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

export const GET = newsroomRoute<{ articleId: string }>(referenceAnswer);
