import { newsroomRoute } from '#lib/web/route.ts';
import { saveAnswer } from '#lib/web/save-answer.ts';
import { newestAnswer } from '#lib/web/together-answers.ts';

export const dynamic = 'force-dynamic';

/** A document of 1 MB and the fields around it. */
const maxBytes = 1_572_864;

export const GET = newsroomRoute<{ editionId: string }>(newestAnswer);
export const POST = newsroomRoute<{ editionId: string }>(saveAnswer, { maxBytes });
