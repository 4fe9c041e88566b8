import { now } from '#lib/clock.ts';
import { addFigure } from '#lib/register/figures.ts';
import { proposeHouseName } from '#lib/register/house-names.ts';
import { addPerson, addPost } from '#lib/register/people.ts';
import { addPlainWord } from '#lib/register/plain-words.ts';
import { addRegulation } from '#lib/register/regulations.ts';
import { demoAgencies } from './agencies.ts';
import { type DemoOffice, known } from './office.ts';

const day = 86_400_000;

/** A day of the portal, so many days from now. */
const dayFromNow = (days: number) => new Date(now().getTime() + days * day).toISOString().slice(0, 10);

/**
 * What the demo's newsroom looks up: the heads of its agencies, one of them acting for a while, and
 * invented regulations and figures.
 */
export async function fillRegister({ portalId, agencies, people }: DemoOffice): Promise<void> {
  const [editor, writer] = [known(people, 'maria'), known(people, 'dewi')];
  for (const { key, name, headName } of demoAgencies) {
    const { personId } = await addPerson(editor, { portalId, name: headName });
    const title = `Kepala ${name.replace(' (contoh)', '')}`;
    // Acting for some months, as it happens while an office waits for its head.
    const isActing = key === 'bpbd';
    const untilDay = isActing ? dayFromNow(120) : null;
    const fromDay = isActing ? dayFromNow(-60) : '2025-02-20';
    await addPost(editor, { personId, title, agencyId: known(agencies, key), isActing, fromDay, untilDay });
  }
  for (const regulation of regulations) await addRegulation(editor, { portalId, ...regulation });
  for (const figure of figures) await addFigure(editor, { portalId, ...figure });
  for (const word of ['Mahakam Ulu', 'Long Apari', 'Sempaja', 'Posyandu Mekar']) {
    await proposeHouseName(editor, { portalId, word });
  }
  await proposeHouseName(writer, { portalId, word: 'Muara Wahau' });
  for (const word of plainWords) await addPlainWord(editor, { portalId, ...word });
}

const regulations = [
  {
    kind: 'Peraturan Gubernur',
    number: '901',
    year: 2025,
    subject: 'Contoh Pelayanan Perizinan Satu Pintu',
    isVerified: true,
  },
  {
    kind: 'Peraturan Daerah',
    number: '902',
    year: 2024,
    subject: 'Contoh Pengelolaan Sampah dari Rumah',
    isVerified: false,
  },
];

const figures = [
  { label: 'jumlah kabupaten/kota', value: '10', asOf: '2026-01-01', source: 'Data contoh' },
  { label: 'puskesmas yang buka Sabtu', value: '42', asOf: '2026-01-01', source: 'Dinas Kesehatan (contoh)' },
];

const plainWords = [
  { expression: 'melaksanakan kegiatan sosialisasi', plain: 'menjelaskan', note: 'Sebut apa yang dijelaskan.' },
  { expression: 'dalam rangka percepatan', plain: 'untuk mempercepat', note: '' },
];
