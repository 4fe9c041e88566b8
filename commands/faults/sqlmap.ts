import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { database } from '#db/client.ts';
import { agencies, sections } from '#db/schema/index.ts';
import { aDesk } from '../bench/measure-newsroom.ts';
import { cookieOf } from '../bench/signed-in.ts';
import { type Fault, promise } from './fault.ts';
import { runIfPresent } from './present-program.ts';

/** Milliseconds for one address. */
const patience = 240_000;

/** P1: sqlmap on everything strangers can vary, and on two lists of the newsroom. Lowest level, one request at a time. */
export const sqlmap: Fault = {
  number: 'P1',
  name: 'sqlmap atas pencarian, daftar, umpan, API, dan ruang redaksi',
  promise: 'Tidak satu pun parameter dapat disisipi SQL (ASVS 1.2.4)',
  async run(stage) {
    const folder = await mkdtemp(join(tmpdir(), 'sqlmap-'));
    const cookie = await cookieOf((await aDesk()).editor.userId);
    let requests = 0;
    try {
      const targets = await targetsOf(stage.origin);
      for (const { url, isNewsroom } of targets) {
        const ended = await runIfPresent(
          'sqlmap',
          [
            ...['-u', url, '--batch', '--flush-session', '--disable-coloring', `--output-dir=${folder}`],
            ...[
              '--level=1',
              '--risk=1',
              '--threads=1',
              '--timeout=10',
              '--retries=1',
              '--time-sec=2',
              '--dbms=PostgreSQL',
            ],
            ...['--ignore-code=*', '-v', '3'],
            ...(isNewsroom ? [`--cookie=${cookie}`, '--param-exclude=ruang-warta'] : []),
          ],
          patience,
        );
        if (ended.missing) return { notRun: 'sqlmap' };
        requests += ended.said.match(/\[PAYLOAD\]/g)?.length ?? 0;
        const looked = /all tested parameters do not appear to be injectable/.test(ended.said);
        const found = /is vulnerable|identified the following injection point/.test(ended.said);
        promise(!found, `Dapat disisipi: ${url}`);
        promise(looked, `sqlmap tidak selesai atas ${url}`);
      }
      return { held: `${targets.length} alamat, ${requests} percobaan, tidak ada yang dapat disisipi` };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function targetsOf(origin: string): Promise<{ url: string; isNewsroom: boolean }[]> {
  const [agency] = await database().select({ slug: agencies.slug }).from(agencies).limit(1);
  const [section] = await database().select({ slug: sections.slug }).from(sections).limit(1);
  const reader = [
    `/cari?q=jalan&opd=${agency?.slug}&kanal=${section?.slug}&jenis=news&dari=2026-01-01&urut=terbaru&halaman=1`,
    `/opd/${agency?.slug}?halaman=2`,
    `/kanal/${section?.slug}*/rss.xml`,
    `/berita/jalan*`,
    `/cek?kode=0123456789ab`,
    `/api/v1/artikel?jumlah=5&jenis=news&opd=${agency?.slug}&sejak=2026-01-01&kursor=a`,
  ];
  const newsroom = ['/redaksi/antrean?status=submitted&opd=x&urut=lama&q=jalan', '/redaksi/terbit?q=jalan&halaman=1'];
  return [
    ...reader.map((path) => ({ url: `${origin}${path}`, isNewsroom: false })),
    ...newsroom.map((path) => ({ url: `${origin}${path}`, isNewsroom: true })),
  ];
}
