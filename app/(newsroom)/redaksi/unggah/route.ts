import { uploadLimits } from '#lib/media/table.ts';
import { newsroomRoute } from '#lib/web/route.ts';
import { takeUpload } from '#lib/web/upload-answers.ts';

export const dynamic = 'force-dynamic';

// Somewhat more than the limit, so that a file above it gets the sentence about its size.
export const POST = newsroomRoute(takeUpload, { maxBytes: uploadLimits.bytes * 2 });
