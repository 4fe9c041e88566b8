'use server';

import { describeAsset, focusAsset, shareAsset as share } from '#lib/library/describe.ts';
import { libraryInputs } from '#lib/library/facts-input.ts';
import { prepareReplacement as prepare } from '#lib/library/replacement.ts';
import { turnPhoto } from '#lib/library/turn.ts';
import { restoreAsset, withdrawAsset } from '#lib/library/withdrawal.ts';
import { verbAction } from '#lib/web/action.ts';

export const describe = verbAction(libraryInputs.describe, describeAsset, () => ({
  message: 'Keterangan tersimpan.',
}));

export const shareAsset = verbAction(libraryInputs.share, share);

export const focus = verbAction(libraryInputs.focus, focusAsset, () => ({ message: 'Titik fokus tersimpan.' }));

export const turn = verbAction(libraryInputs.turn, turnPhoto, () => ({
  message: 'Salinan yang diputar sedang dibuat. Muat ulang halaman ini sebentar lagi.',
}));

export const withdraw = verbAction(libraryInputs.withdraw, withdrawAsset, () => ({
  message: 'Berkas ini sudah ditarik dari pembaca.',
}));

export const restore = verbAction(libraryInputs.restore, restoreAsset, () => ({
  message: 'Berkas ini tampil lagi bagi pembaca.',
}));

export const prepareReplacement = verbAction(libraryInputs.prepareReplacement, prepare, (result) => ({ result }));
