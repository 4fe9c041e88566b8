'use server';

import { z } from 'zod';
import { dropFailedJobs, retryFailedJobs } from '#lib/jobs/failed-jobs.ts';
import { verbAction } from '#lib/web/action.ts';

const ofTask = z.strictObject({ task: z.string().max(60) });

export const retryJobsAction = verbAction(ofTask, retryFailedJobs, (count) => ({
  message: `${count} pekerjaan dicoba lagi.`,
}));

export const dropJobsAction = verbAction(ofTask, dropFailedJobs, (count) => ({
  message: `${count} pekerjaan dibuang.`,
}));
