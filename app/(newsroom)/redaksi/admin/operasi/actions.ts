'use server';

import { z } from 'zod';
import { dropFailedJobs, retryFailedJobs } from '#lib/jobs/failed-jobs.ts';
import { beginReadOnly, endReadOnly, readOnlyInputs } from '#lib/operations/read-only-mode.ts';
import { confirmedAction, verbAction } from '#lib/web/action.ts';

const ofTask = z.strictObject({ task: z.string().max(60) });

export const retryJobsAction = verbAction(ofTask, retryFailedJobs, (count) => ({
  message: `${count} pekerjaan dicoba lagi.`,
}));

export const dropJobsAction = verbAction(ofTask, dropFailedJobs, (count) => ({
  message: `${count} pekerjaan dibuang.`,
}));

export const beginReadOnlyAction = confirmedAction(readOnlyInputs.begin, beginReadOnly, (isNew) => ({
  message: isNew ? 'Mode baca saja berlaku di semua portal dan mesin.' : 'Alasan mode baca saja diganti.',
}));

export const endReadOnlyAction = confirmedAction(readOnlyInputs.end, endReadOnly, () => ({
  message: 'Mode baca saja diakhiri. Yang terjadwal selama itu terbit sekarang.',
}));
