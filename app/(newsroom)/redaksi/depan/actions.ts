'use server';

import * as frontDesk from '#lib/newsroom/front-desk.ts';
import { verbInputs } from '#lib/newsroom/verb-inputs.ts';
import { verbAction } from '#lib/web/action.ts';

export const chooseFront = verbAction(verbInputs.chooseFront, frontDesk.chooseFront, () => ({
  message: 'Artikel ini sudah dipilih untuk halaman depan.',
}));

export const clearFront = verbAction(verbInputs.clearFront, frontDesk.clearFront);
