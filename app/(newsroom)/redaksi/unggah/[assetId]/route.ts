import { photoStatus } from '#lib/web/photo-answers.ts';
import { newsroomRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

export const GET = newsroomRoute<{ assetId: string }>((actor, _request, params) => photoStatus(actor, params));
