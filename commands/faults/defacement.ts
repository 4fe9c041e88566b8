import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { and, desc, eq, gte, isNotNull, isNull } from 'drizzle-orm';
import { database, databaseUrl } from '#db/client.ts';
import { alarms, articles, assets, editions, renditions, siteChecks } from '#db/schema/index.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { claim, submit } from '#lib/newsroom/publishing.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { readerPath } from '#lib/urls.ts';
import { aDraftAtHand, rowOf } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { type FrontMachine, frontMachine } from './front-machine.ts';
import { answered, newsroomClient } from './newsroom-client.ts';
import { type CommandEnd, runCommand } from './run-command.ts';
import { type Stage, until } from './stage.ts';

/** Milliseconds from the round's beginning to the alarm, and to its end; the round comes every five minutes by itself. */
const roundWithin = 180_000;
const words = 'Slot gacor maxwin hari ini';
const hidden = `<div style="display:none"><a href="https://slot-gacor.example/">${words}</a></div>`;

/**
 * F28: the drill. Somebody writes a row, a media file, and a file in `public/`, then breaks into what stands before
 * the application and shows gambling links to search bots alone. Then the operator's road: freeze, clean, rebuild, open.
 */
export const defacement: Fault = {
  number: 'F28',
  name: 'Latihan: situs disusupi lewat baris, berkas media, berkas publik, dan tautan tersembunyi bagi mesin pencari',
  promise:
    'Tidak disajikan, atau alarm dalam lima menit; mode baca saja dan penyusunan ulang dengan satu perintah; lalu bersih',
  async run(stage) {
    const front = await frontMachine(stage.port);
    try {
      await stage.restart({ PUBLIC_URL: front.origin });
      await settled();
      await fileInPublic(stage);
      await mediaFile(stage);
      const cloaked = await cloakedPages(front);
      const row = await rowWritten(stage, front);
      return {
        held: `berkas publik dan berkas media tidak disajikan; tautan bagi mesin pencari saja: alarm ${cloaked} detik, baris yang diubah: tidak disajikan dan alarm ${row} detik sesudah putaran dimulai; mode baca saja menolak terbitan; sesudah disusun ulang alarm padam`,
      };
    } finally {
      front.add(null);
      await command(stage, 'site-freeze', ['--buka']);
      await stage.restart();
      await front.close();
    }
  },
};

/** A file that nobody built is not there. */
async function fileInPublic({ origin }: Stage): Promise<void> {
  const name = `latihan-${crypto.randomUUID().slice(0, 8)}.svg`;
  const path = join('public', name);
  await writeFile(path, `<svg xmlns="http://www.w3.org/2000/svg"><text>${words}</text></svg>`);
  try {
    const answer = await answered(`${origin}/${name}`);
    promise(answer?.status === 404, `Berkas asing di public/ dijawab ${answer?.status}`);
  } finally {
    await rm(path);
  }
}

/** A picture whose bytes are others than its name says. */
async function mediaFile({ origin, dataDir }: Stage): Promise<void> {
  const rows = await database()
    .select({ key: renditions.key })
    .from(renditions)
    .innerJoin(assets, eq(assets.id, renditions.assetId))
    .where(and(eq(assets.state, 'ready'), isNotNull(assets.publicSince)))
    .orderBy(renditions.width)
    .limit(1);
  const key = rows[0]?.key ?? '';
  const path = join(dataDir, 'media', key);
  const whole = await readFile(path);
  await writeFile(path, words);
  try {
    const answer = await answered(`${origin}/media/${key}`);
    promise(answer !== null && !answer.text.includes(words), 'Berkas media yang diganti disajikan');
  } finally {
    await writeFile(path, whole);
  }
  const again = await answered(`${origin}/media/${key}`);
  promise(again?.status === 200, `Berkas media yang utuh lagi dijawab ${again?.status}`);
}

/** Hidden links that only search bots, and then only who comes from a search engine, are given. */
async function cloakedPages(front: FrontMachine): Promise<number> {
  front.add(hidden, (headers) => /googlebot/i.test(headers['user-agent'] ?? ''));
  const bots = await alarmed('Tautan tersembunyi bagi mesin pencari tidak ditemukan');
  front.add(hidden, (headers) => /google\./.test(headers.referer ?? ''));
  const comers = await alarmed('Tautan tersembunyi bagi pembaca dari mesin pencari tidak ditemukan');
  front.add(null);
  await settled();
  return Math.max(bots, comers);
}

/** The newest article's row is written over; then all that the operator does. */
async function rowWritten(stage: Stage, front: FrontMachine): Promise<number> {
  const { id, slug, title } = await newestArticle();
  const address = `${stage.origin}${readerPath({ kind: 'news', slug })}`;
  const retitle = (text: string) =>
    behindOurBack(databaseUrl(), 'update editions set title = $1 where id = $2', [text, id]);
  const draft = await aDraftAtHand();
  const submitted = await submit(draft.writer, draft);
  const { version } = await claim(draft.editor, { editionId: draft.editionId, version: submitted.version });
  await retitle(words);
  try {
    const took = await alarmed('Baris yang diubah tidak ditemukan');
    await command(stage, 'site-freeze', ['--alasan', 'Latihan: situs disusupi.']);
    const editor = await newsroomClient(stage, draft.editor);
    const fields = { editionId: draft.editionId, version: String(version), outcome: 'publish' };
    await editor.act(draft.articleId, 'approve', fields);
    promise((await rowOf(draft.editionId)).state === 'in_editing', 'Dalam mode baca saja ada yang terbit');
    const unfit = await rebuild(stage, front);
    promise(unfit.code === 1 && unfit.said.includes(slug), 'Penyusunan ulang tidak menyebut edisi yang tidak cocok');
    for (const url of [address, `${stage.origin}/`, `${stage.origin}/rss.xml`]) {
      promise((await answered(url))?.text.includes(words) !== true, `${url} menyajikan baris yang diubah`);
    }
    await retitle(title);
    const fit = await rebuild(stage, front);
    promise(fit.code === 0, `Penyusunan ulang sesudah dibersihkan: ${fit.said.slice(-300)}`);
    await command(stage, 'site-freeze', ['--buka']);
    await settled();
    const again = await editor.act(draft.articleId, 'approve', fields);
    promise(again?.status === 200, `Sesudah dibuka lagi, menerbitkan dijawab ${again?.status}`);
    promise((await rowOf(draft.editionId)).state === 'published', 'Sesudah dibuka lagi tidak dapat menerbitkan');
    return took;
  } finally {
    await retitle(title);
  }
}

async function newestArticle() {
  const [row] = await database()
    .select({ id: editions.id, slug: articles.slug, title: editions.title })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(eq(editions.kind, 'news'), eq(editions.state, 'published'), isNotNull(articles.slug)))
    .orderBy(desc(editions.publishedAt))
    .limit(1);
  if (row?.slug == null) throw new Error('The demo has no article');
  return { ...row, slug: row.slug };
}

/** @returns seconds from the beginning of the round to the alarm */
async function alarmed(broken: string): Promise<number> {
  const begun = performance.now();
  const { wrong } = await looked();
  promise(wrong > 0 && (await openAlarms()) === 1, broken);
  return Math.round((performance.now() - begun) / 1_000);
}

/** The alarm ends by itself with the next round, which is whole after one that found something. */
async function settled(): Promise<void> {
  const { wrong, findings } = await looked();
  promise(wrong === 0, `Sesudah dibersihkan masih ditemukan ${JSON.stringify(findings.slice(0, 3))}`);
  promise((await openAlarms()) === 0, 'Sesudah dibersihkan alarm tidak padam');
}

/** Has the site looked at from outside now, and waits for what was found. */
async function looked() {
  const asked = new Date();
  await addJob(database(), 'check_site', {}, { jobKey: 'check_site' });
  let found: typeof siteChecks.$inferSelect | undefined;
  await until(
    async () => {
      [found] = await database()
        .select()
        .from(siteChecks)
        .where(gte(siteChecks.begunAt, asked))
        .orderBy(desc(siteChecks.id))
        .limit(1);
      return found !== undefined;
    },
    { milliseconds: roundWithin, broken: 'Pemeriksaan dari luar tidak selesai' },
  );
  if (found === undefined) throw new Error('There is no round');
  return found;
}

const openAlarms = () => database().$count(alarms, and(eq(alarms.kind, 'site_integrity'), isNull(alarms.settledAt)));

const command = (stage: Stage, name: string, parts: readonly string[], settings = {}): Promise<CommandEnd> =>
  runCommand(name, stage.dataDir, { parts, settings });

const rebuild = (stage: Stage, { origin }: FrontMachine) => command(stage, 'site-rebuild', [], { PUBLIC_URL: origin });
