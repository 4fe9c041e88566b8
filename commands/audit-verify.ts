import { database } from '#db/client.ts';
import { checkLive, type Fault, type LiveFinding } from '#lib/newsroom/live-check.ts';
import { verifyChain } from '#lib/record/events.ts';
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

/**
 * `npm run audit:verify`: reads the whole audit log and says whether an entry was removed or
 * altered, then checks all live editions against their seals, hashes and signatures. Ends with
 * code 1 when anything does not fit.
 */
await withDatabase('audit_verify', async () => {
  const isChainWhole = await tellChain();
  const areEditionsSound = await tellEditions();
  if (isChainWhole && areEditionsSound) return;
  say('\nJangan ubah apa pun. Salin basis data ini apa adanya, lalu panggil auditor.');
  process.exitCode = 1;
});

async function tellChain(): Promise<boolean> {
  const { checked, headHash, brokenAt } = await verifyChain(database());
  if (brokenAt === null) {
    say(`✓ Jejak audit utuh: ${count(checked)} peristiwa diperiksa.`);
    say(`  Sidik peristiwa terakhir: ${headHash}`);
    say('  Simpan sidik ini di luar mesin; dengannya terlihat bila ekor jejak dipotong.');
    return true;
  }
  say(`✗ Jejak audit RUSAK pada peristiwa nomor ${brokenAt}: baris itu diubah, hilang, atau tersisip.`);
  say(`  ${count(checked)} peristiwa sebelumnya utuh.`);
  return false;
}

async function tellEditions(): Promise<boolean> {
  const { checked, findings } = await checkLive();
  if (findings.length === 0) {
    say(`✓ Artikel utuh: segel, isi, dan tanda tangan ${count(checked)} edisi terbit diperiksa.`);
    return true;
  }
  say(`✗ ${count(findings.length)} edisi TIDAK cocok dengan tanda tangan atau jejaknya:`);
  for (const finding of findings.slice(0, shown)) say(`  ${sentence(finding)}`);
  if (findings.length > shown) say(`  … dan ${count(findings.length - shown)} lagi.`);
  return false;
}

function sentence({ slug, number, editionId, faults }: LiveFinding): string {
  const where = slug === null ? 'naskah yang belum terbit' : `/berita/${slug}`;
  return `${where}, edisi ${number} (${editionId}): ${faults.map((fault) => inWords[fault]).join('; ')}.`;
}
