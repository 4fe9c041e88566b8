import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { database } from '#db/client.ts';
import { errorCode, invalid } from '#lib/errors.ts';
import { checkLive, type Fault, type LiveFinding } from '#lib/newsroom/live-check.ts';
import { firstLostHead } from '#lib/record/chain-heads.ts';
import { verifyChain } from '#lib/record/events.ts';
import { compareWithLog, longestWitness, readWitnessed } from '#lib/record/witnessed-heads.ts';
import { withDatabase } from './open-database.ts';
import { say } from './say.ts';

/** More findings than this are one finding: somebody was at work. */
const shown = 50;

const inWords: Readonly<Record<Fault, string>> = {
  card: 'kartunya (judul, teras, alamat, kanal, status, atau waktunya) bukan yang disegel',
  words: 'isinya bukan yang ditandatangani',
  signatures: 'tanda tangannya tidak cukup atau tidak sah',
  state: 'statusnya bukan yang tercatat di jejak audit',
};

const count = (value: number) => value.toLocaleString('id-ID');

const usage = 'Contoh: npm run audit:verify -- --saksi surel-saksi.txt, atau npm run audit:verify -- --sampai 1200';

/**
 * `npm run audit:verify [-- --saksi <file>] [-- --sampai <number>]`: reads the whole audit log and says whether an
 * entry was removed or altered, compares it with the heads that were published and with those a witness kept, then
 * checks all live editions against their seals, hashes and signatures. With `--sampai` it only tells the
 * fingerprint of that entry, to be compared with one that was published. Ends with code 1 when anything does not fit.
 */
await withDatabase('audit_verify', async () => {
  const { sampai, saksi } = given();
  const until = sampai === undefined ? undefined : numberIn(sampai);
  const witnessed = saksi === undefined ? undefined : await witnessIn(saksi);
  const sound = [await tellChain(until)];
  if (until === undefined) sound.push(await tellHeads());
  if (witnessed !== undefined) sound.push(await tellWitness(witnessed));
  if (until === undefined) sound.push(await tellEditions());
  if (sound.every((part) => part)) return;
  say('\nJangan ubah apa pun. Salin basis data ini apa adanya, lalu panggil auditor.');
  process.exitCode = 1;
});

function given() {
  try {
    return parseArgs({ options: { sampai: { type: 'string' }, saksi: { type: 'string' } } }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw refusal(`Argumen tidak dikenali. ${usage}`);
  }
}

function numberIn(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw refusal(`Sebut nomor peristiwa sesudah --sampai. ${usage}`);
  return Number(text);
}

async function witnessIn(file: string) {
  try {
    if ((await stat(file)).size > longestWitness) throw refusal(`Berkas ${file} terlalu besar.`);
    const heads = readWitnessed(await readFile(file, 'utf8'));
    if (heads.length > 0) return heads;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw refusal(`Berkas ${file} tidak ada.`);
    if (errorCode(error) === 'EISDIR')
      throw refusal(`${file} adalah folder. Satukan surel saksi dalam satu berkas teks.`);
    throw error;
  }
  throw refusal(`Tidak ada sidik di berkas ${file}. Tempelkan surel saksi apa adanya: tanggal, nomor, dan sidiknya.`);
}

function refusal(text: string) {
  return invalid([{ field: '', code: 'usage', text }]);
}

async function tellChain(until: number | undefined): Promise<boolean> {
  const { checked, headHash, brokenAt } = await verifyChain(database(), until);
  if (brokenAt !== null) {
    say(`✗ Jejak audit RUSAK pada peristiwa nomor ${brokenAt}: baris itu diubah, hilang, atau tersisip.`);
    say(`  ${count(checked)} peristiwa sebelumnya utuh.`);
    return false;
  }
  if (until !== undefined && checked < until) {
    say(`✗ Jejak audit berakhir pada peristiwa nomor ${checked}, sebelum nomor ${until}: ekornya dipotong.`);
    return false;
  }
  say(`✓ Jejak audit utuh: ${count(checked)} peristiwa diperiksa.`);
  say(`  Sidik peristiwa ${until === undefined ? 'terakhir' : `nomor ${until}`}: ${headHash}`);
  say(
    until === undefined
      ? '  Simpan sidik ini di luar mesin; dengannya terlihat bila ekor jejak dipotong.'
      : '  Bandingkan dengan sidik nomor itu di halaman /integritas atau di surel saksi.',
  );
  return true;
}

async function tellHeads(): Promise<boolean> {
  const lost = await firstLostHead();
  if (lost === undefined) return true;
  say(`✗ Sidik yang diumumkan ${lost.day} (peristiwa nomor ${lost.seq}) bukan lagi sidik di jejak audit.`);
  say('  Jejak sampai nomor itu ditulis ulang sesudah diumumkan.');
  return false;
}

async function tellWitness(kept: Awaited<ReturnType<typeof witnessIn>>): Promise<boolean> {
  const verdicts = await compareWithLog(database(), kept);
  const wrong = verdicts.filter(({ outcome }) => outcome !== 'same');
  const [first] = wrong;
  if (first === undefined) {
    const last = kept.at(-1);
    say(`✓ Saksi luar membenarkan: ${count(kept.length)} sidik cocok, yang terakhir ${last?.day} nomor ${last?.seq}.`);
    return true;
  }
  const sound = verdicts.findLast(({ outcome, seq }) => outcome === 'same' && seq < first.seq);
  say(`✗ Saksi luar MEMBANTAH: riwayat sampai ${first.day} ditulis ulang atau dipotong.`);
  say(
    sound === undefined
      ? '  Tidak ada sidik saksi sebelum itu yang cocok: perubahannya bisa sejak awal.'
      : `  Sampai ${sound.day} (peristiwa nomor ${sound.seq}) masih cocok. Yang diubah ada sesudah nomor itu.`,
  );
  for (const { day, seq, outcome } of wrong.slice(0, shown)) {
    say(
      `  ${day}, peristiwa nomor ${seq}: ${outcome === 'missing' ? 'peristiwanya tidak ada lagi' : 'sidiknya lain'}.`,
    );
  }
  if (wrong.length > shown) say(`  … dan ${count(wrong.length - shown)} lagi.`);
  return false;
}

async function tellEditions(): Promise<boolean> {
  const { checked, findings, wrong } = await checkLive();
  if (wrong === 0) {
    say(`✓ Artikel utuh: segel, isi, dan tanda tangan ${count(checked)} edisi terbit diperiksa.`);
    return true;
  }
  say(`✗ ${count(wrong)} edisi TIDAK cocok dengan tanda tangan atau jejaknya:`);
  for (const finding of findings.slice(0, shown)) say(`  ${sentence(finding)}`);
  if (wrong > shown) say(`  … dan ${count(wrong - shown)} lagi.`);
  return false;
}

function sentence({ slug, number, editionId, faults }: LiveFinding): string {
  const where = slug === null ? 'naskah yang belum terbit' : `/berita/${slug}`;
  return `${where}, edisi ${number} (${editionId}): ${faults.map((fault) => inWords[fault]).join('; ')}.`;
}
