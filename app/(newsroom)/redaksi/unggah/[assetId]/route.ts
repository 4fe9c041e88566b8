import { newsroomRoute } from '#lib/web/route.ts';
import { uploadStatus } from '#lib/web/upload-answers.ts';

export const dynamic = 'force-dynamic';

export const GET = newsroomRoute<{ assetId: string }>((actor, _request, params) => uploadStatus(actor, params));
