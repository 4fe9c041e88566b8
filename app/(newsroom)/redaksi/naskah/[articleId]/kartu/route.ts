import { cardPreviewAnswer } from '#lib/web/card-preview-answer.ts';
import { newsroomRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

export const GET = newsroomRoute<{ articleId: string }>(cardPreviewAnswer);
