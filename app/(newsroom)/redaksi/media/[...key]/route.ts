import { newsroomRoute } from '#lib/web/route.ts';
import { newsroomFile } from '#lib/web/upload-answers.ts';

export const dynamic = 'force-dynamic';

export const GET = newsroomRoute<{ key: string[] }>((actor, _request, params) => newsroomFile(actor, params));
