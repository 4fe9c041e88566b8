import { newsroomRoute } from '#lib/web/route.ts';
import { spellingAnswer } from '#lib/web/spelling-answer.ts';

export const dynamic = 'force-dynamic';

/** Two hundred words and what stands around them. */
const maxBytes = 32_768;

export const POST = newsroomRoute(spellingAnswer, { maxBytes });
