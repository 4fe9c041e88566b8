import { invalid } from '#lib/errors.ts';
import { uploadStates } from '#lib/media/upload-states.ts';
import { assetsOf } from './readiness.ts';
import type { Step } from './transition.ts';

/**
 * Refuses to leave to the clock what readers would get with an empty box: somebody who looks may publish
 * without a withdrawn photo, the system may not.
 *
 * @throws invalid when a photo or document of the words has been withdrawn
 */
export async function refuseWithdrawn({ tx, record }: Step): Promise<void> {
  const uploads = await uploadStates(tx, assetsOf(record.words));
  if (![...uploads.values()].some(({ withdrawn }) => withdrawn)) return;
  const text =
    'Foto atau dokumen di naskah ini sudah ditarik dari pustaka media. Ambil naskah ini untuk disunting, ganti atau hapus, lalu setujui lagi.';
  throw invalid([{ field: 'cover', code: 'upload_withdrawn', text }]);
}
