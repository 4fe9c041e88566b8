import { auditFile } from '#lib/web/audit-answers.ts';
import { newsroomRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

export const POST = newsroomRoute((actor, request) => auditFile(actor, request));
