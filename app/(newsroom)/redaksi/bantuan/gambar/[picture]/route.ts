import { helpPictureAnswer } from '#lib/web/help-answers.ts';
import { newsroomRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

export const GET = newsroomRoute<{ picture: string }>((_actor, _request, params) => helpPictureAnswer(params));
