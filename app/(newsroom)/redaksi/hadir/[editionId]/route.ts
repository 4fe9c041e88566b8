import { newsroomRoute } from '#lib/web/route.ts';
import { beatAnswer } from '#lib/web/together-answers.ts';

export const dynamic = 'force-dynamic';

export const POST = newsroomRoute<{ editionId: string }>(beatAnswer, { maxBytes: 1024 });
