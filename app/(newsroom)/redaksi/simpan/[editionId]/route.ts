import { newsroomRoute } from '#lib/web/route.ts';
import { saveAnswer } from '#lib/web/save-answer.ts';

export const dynamic = 'force-dynamic';

/** A document of 1 MB and the fields around it. */
const maxBytes = 1_572_864;

export const POST = newsroomRoute<{ editionId: string }>(saveAnswer, { maxBytes });
