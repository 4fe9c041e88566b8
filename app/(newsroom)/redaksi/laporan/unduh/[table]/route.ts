import { reportFile } from '#lib/web/report-answers.ts';
import { newsroomRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

export const GET = newsroomRoute<{ table: string }>((actor, request, params) => reportFile(actor, request, params));
