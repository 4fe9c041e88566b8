import { uploadLimits } from '#lib/media/table.ts';
import { takePhoto } from '#lib/web/photo-answers.ts';
import { newsroomRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

// Somewhat more than the limit, so that a file above it gets the sentence about photos.
export const POST = newsroomRoute(takePhoto, { maxBytes: uploadLimits.bytes * 2 });
