import { describeAnswer } from '#lib/web/library-answers.ts';
import { newsroomRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

export const POST = newsroomRoute(describeAnswer);
