'use server';

import { schedule } from '#lib/newsroom/scheduling.ts';
import { verbInputs } from '#lib/newsroom/verb-inputs.ts';
import { verbAction } from '#lib/web/action.ts';

export const reschedule = verbAction(verbInputs.schedule, schedule, () => ({ message: 'Jadwal sudah diubah.' }));
