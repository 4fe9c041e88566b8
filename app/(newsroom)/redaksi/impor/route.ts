import { uploadLimits } from '#lib/media/table.ts';
import { takeImport } from '#lib/web/import-answers.ts';
import { newsroomRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

// Somewhat more than the limit, so that a file above it gets the sentence about its size.
export const POST = newsroomRoute(takeImport, { maxBytes: uploadLimits.bytes * 2 });
