import { join } from 'node:path';
import { type Fault, promise } from './fault.ts';
import { runIfPresent } from './present-program.ts';

/** Milliseconds, the filling of a demo included. */
const patience = 900_000;

/** P3: the whole application in a network that consists of this machine alone (Linux namespace). */
export const onlyLoopback: Fault = {
  number: 'P3',
  name: 'Ruang jaringan tanpa dunia luar',
  promise: 'Aplikasi bekerja utuh tanpa satu pun sambungan ke luar (ASVS 1.3.6, 13.2.4)',
  async run() {
    if (process.getuid?.() !== 0) return { notRun: 'ruang jaringan sendiri perlu root' };
    const alone = ['--net', 'sh', '-c', 'ip link set lo up || exit 70; exec "$0" "$@"'];
    const walk = [process.execPath, join(import.meta.dirname, 'walk-alone.ts')];
    const ended = await runIfPresent('unshare', [...alone, ...walk], patience);
    if (ended.missing) return { notRun: 'unshare' };
    if (ended.code === 70 || /unshare failed|Operation not permitted/.test(ended.said))
      return { notRun: 'mesin ini tidak mengizinkan ruang jaringan sendiri' };
    const lines = ended.said.trim().split('\n');
    promise(ended.code === 0, lines.slice(-3).join(' · '));
    return { held: lines.findLast((line) => line.startsWith('Berjalan sendiri')) ?? '' };
  },
};
