import { openNewsAnswer } from '#lib/web/news-answers.ts';
import { newsroomRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

export const GET = newsroomRoute<{ notificationId: string }>(openNewsAnswer);
