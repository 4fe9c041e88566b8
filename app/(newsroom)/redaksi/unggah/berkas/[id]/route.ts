import { uploadLimits } from '#lib/media/table.ts';
import { continueResumable, finishResumable } from '#lib/web/resumable-answers.ts';
import { newsroomRoute } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

type Params = { id: string };

export const HEAD = newsroomRoute<Params>(continueResumable);
export const PATCH = newsroomRoute<Params>(continueResumable, { maxBytes: uploadLimits.bytes });
export const DELETE = newsroomRoute<Params>(continueResumable);
export const POST = newsroomRoute<Params>(finishResumable);
