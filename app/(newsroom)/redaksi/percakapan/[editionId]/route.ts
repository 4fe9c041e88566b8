import { newsroomRoute } from '#lib/web/route.ts';
import { conversationAnswer, remarkAnswer } from '#lib/web/together-answers.ts';

export const dynamic = 'force-dynamic';

export const GET = newsroomRoute<{ editionId: string }>(conversationAnswer);
export const POST = newsroomRoute<{ editionId: string }>(remarkAnswer, { maxBytes: 64 * 1024 });
