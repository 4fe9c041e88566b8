import { type Autosave, isSettled } from './autosave.ts';

/** What the writer is told about their words, and how pressing it is. */
export type SaveState = { tone: 'good' | 'busy' | 'warn' | 'bad'; text: string };

/**
 * The one line that always says where the words are. Never says that words are safe before
 * the server or this device has confirmed it.
 *
 * @param formatTime turns an ISO moment into `10.32 WITA`
 */
export function saveStateOf<W>(state: Autosave<W>, isOnline: boolean, formatTime: (at: string) => string): SaveState {
  switch (state.halt?.kind) {
    case 'conflict':
      return { tone: 'bad', text: 'Bentrok: pilih naskah yang dipakai' };
    case 'merging':
      return { tone: 'warn', text: `Bentrok: sedang Anda gabungkan, ${onDevice(state)}` };
    case 'signed_out':
      return { tone: 'bad', text: `Sesi berakhir: ${onDevice(state)}` };
    case 'other_account':
      return { tone: 'bad', text: `Akun lain sedang masuk: ${onDevice(state)}` };
    case 'refused':
      return { tone: 'bad', text: `Belum diterima peladen: ${onDevice(state)}` };
    case 'stranded':
      return {
        tone: 'bad',
        text: isSettled(state) ? 'Ketikan Anda disimpan terpisah' : 'Menyimpan ketikan Anda terpisah…',
      };
    case undefined:
      break;
  }
  if (!isOnline) {
    return isSettled(state)
      ? { tone: 'warn', text: `Luring: semua sudah tersimpan${at(state, formatTime)}` }
      : { tone: state.storage === 'works' ? 'warn' : 'bad', text: `Luring: ${onDevice(state)}` };
  }
  if (state.failures > 0) {
    return { tone: state.storage === 'works' ? 'warn' : 'bad', text: `Peladen tidak menjawab: ${onDevice(state)}` };
  }
  if (!isSettled(state)) return { tone: 'busy', text: 'Menyimpan…' };
  return state.savedAt === null
    ? { tone: 'good', text: 'Belum ada perubahan' }
    : { tone: 'good', text: `Tersimpan${at(state, formatTime)}` };
}

function at<W>({ savedAt }: Autosave<W>, formatTime: (at: string) => string): string {
  return savedAt === null ? '' : ` ${formatTime(savedAt)}`;
}

function onDevice<W>(state: Autosave<W>): string {
  if (state.storage === 'full') return 'penyimpanan perangkat ini penuh, jangan tutup halaman ini';
  if (state.storage === 'missing') return 'peramban ini tidak menyimpan, jangan tutup halaman ini';
  return state.storedChange >= state.change ? 'aman di perangkat ini' : 'sedang diamankan di perangkat ini…';
}
