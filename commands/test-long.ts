import { parseArgs } from 'node:util';
import { number, type Table } from './bench/table.ts';
import { findBrowser } from './browser.ts';
import { buildStep } from './check-steps.ts';
import { tryFaults } from './faults/try-faults.ts';
import { tryMachines } from './faults/try-machines.ts';
import { writeRows } from './measured-page.ts';
import { say } from './say.ts';
import { playwrightStep, type Step, vitestStep, type Worked, workThrough } from './steps.ts';

/**
 * `npm run test:long [-- uji bunuh …] [-- --write]`: what takes too long for every change, before a release and after
 * a change of what it looks at; all of it takes more than an hour on two cores. `--write` puts the results into
 * docs/keandalan.md, where lines of parts that were not asked for stay as they are.
 */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean' } } });
const isWritten = values.write === true;

const parts: Readonly<Record<string, Step>> = {
  uji: vitestStep('Uji panjang', ['--project=long']),
  bunuh: vitestStep('Proses dibunuh seratus kali di tengah pekerjaan', ['lib/newsroom/crashes.test.ts'], {
    CRASHES: '100',
  }),
  gangguan: { name: 'Gangguan pada aplikasi sungguhan', run: () => tryFaults([], isWritten) },
  mesin: { name: 'Beberapa mesin di belakang nginx', run: () => tryMachines(isWritten) },
  layar: playwrightStep('Setiap layar pada tiap lebar, dan gambar panduan', 'screens', findBrowser),
};
const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  say(`Tidak ada bagian bernama ${unknown.join(', ')}. Yang ada: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}

const asked = Object.entries(parts).filter(([name]) => positionals.length === 0 || positionals.includes(name));
const worked = await workThrough([buildStep, ...asked.map(([, step]) => step)]);
if (isWritten) {
  const order = Object.values(parts).map(({ name }) => name);
  await writeRows('panjang', tableOf(worked.filter(({ name }) => order.includes(name))), order);
}

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
