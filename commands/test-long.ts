import { number, type Table, tableMarkdown } from './bench/table.ts';
import { findBrowser } from './browser.ts';
import { buildStep } from './check-steps.ts';
import { tryFaults } from './faults/try-faults.ts';
import { tryMachines } from './faults/try-machines.ts';
import { writePart } from './measured-page.ts';
import { playwrightStep, type Step, vitestStep, type Worked, workThrough } from './steps.ts';

/**
 * `npm run test:long [-- --write]`: what takes too long for every change, before a release and after a change of what
 * it looks at. Takes more than an hour on two cores. `--write` puts the results into docs/keandalan.md.
 */
const isWritten = process.argv.includes('--write');

const accidents: Step = { name: 'Gangguan pada aplikasi sungguhan', run: () => tryFaults([], isWritten) };

const machines: Step = { name: 'Beberapa mesin di belakang nginx', run: () => tryMachines(isWritten) };

const worked = await workThrough([
  buildStep,
  vitestStep('Uji panjang', ['--project=long']),
  vitestStep('Proses dibunuh seratus kali di tengah pekerjaan', ['lib/newsroom/crashes.test.ts'], { CRASHES: '100' }),
  accidents,
  machines,
  playwrightStep('Setiap layar pada tiap lebar, dan gambar panduan', 'screens', findBrowser),
]);
if (isWritten) await writePart('panjang', tableMarkdown(tableOf(worked)));

function tableOf(steps: readonly Worked[]): Table {
  return {
    head: ['', 'lama', 'lulus', 'gagal'],
    rows: steps.map(({ name, seconds, outcome }) =>
      outcome === undefined
        ? [name, 'tidak dijalankan', '–', '–']
        : [name, `${number(seconds)} detik`, number(outcome.passed), number(outcome.failed)],
    ),
  };
}
