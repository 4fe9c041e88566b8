import type { Upload } from './uploads.ts';

/** How far a file is, in one sentence; `isHeld` while the words it goes into are not this page's to write. */
export function uploadWord({ progress }: Pick<Upload, 'progress'>, isHeld = false): string {
  switch (progress.kind) {
    case 'waiting':
      return isHeld ? 'Menunggu sampai Anda dapat menulis lagi.' : 'Menunggu giliran.';
    case 'stalled':
      return progress.text === ''
        ? 'Menunggu jaringan, lalu dikirim sendiri.'
        : `${progress.text} Dikirim lagi sendiri.`;
    case 'sending':
      return progress.isPaused ? 'Menunggu jaringan, lalu dilanjutkan sendiri.' : 'Sedang dikirim.';
    case 'processing':
      return 'Terkirim. Sedang diolah; Anda dapat terus menulis.';
    case 'ready':
      return 'Siap dipakai.';
    case 'failed':
      return progress.text;
  }
}
