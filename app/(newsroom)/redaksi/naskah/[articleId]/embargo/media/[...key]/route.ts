import { embargoPicture } from '#lib/web/embargo-answers.ts';
import { newsroomRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

export const GET = newsroomRoute<{ articleId: string; key: string[] }>((actor, _request, params) =>
  embargoPicture(actor, params),
);
