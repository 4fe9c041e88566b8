import { findBrowser } from './browser.ts';
import { buildStep } from './check-steps.ts';
import { playwrightStep, vitestStep, workThrough } from './steps.ts';

/**
 * What takes too long for every change: before a release, and after a change of what it looks at.
 * Takes most of an hour on two cores.
 */
await workThrough([
  buildStep,
  vitestStep('Uji panjang', ['--project=long']),
  vitestStep('Proses dibunuh seratus kali di tengah pekerjaan', ['lib/newsroom/crashes.test.ts'], { CRASHES: '100' }),
  playwrightStep('Setiap layar pada tiap lebar, dan gambar panduan', 'screens', findBrowser),
]);
