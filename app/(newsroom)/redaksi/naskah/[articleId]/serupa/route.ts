import { newsroomRoute } from '#lib/web/route.ts';
import { similarAnswer } from '#lib/web/similar-answer.ts';

export const dynamic = 'force-dynamic';

export const GET = newsroomRoute<{ articleId: string }>(similarAnswer);
