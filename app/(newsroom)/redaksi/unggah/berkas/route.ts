import { beginResumable } from '#lib/web/resumable-answers.ts';
import { newsroomRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

export const POST = newsroomRoute(beginResumable);
