import { newsroomRoute } from '#lib/web/route.ts';
import { turnAnswer } from '#lib/web/together-answers.ts';

export const dynamic = 'force-dynamic';

export const POST = newsroomRoute<{ editionId: string }>(turnAnswer, { maxBytes: 1024 });
