import { newsroomPicture } from '#lib/web/photo-answers.ts';
import { newsroomRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

export const GET = newsroomRoute<{ key: string[] }>((actor, _request, params) => newsroomPicture(actor, params));
