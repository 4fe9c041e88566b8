import { registerFile } from '#lib/web/register-answers.ts';
import { newsroomRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

export const GET = newsroomRoute<{ list: string }>((actor, request, params) => registerFile(actor, request, params));
