import { randomBytes } from 'node:crypto';
import { and, count, eq, gte, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { assets, events, mails, notifications, renditions, shareCards } from '#db/schema/index.ts';
import type { EditionId } from '#lib/ids.ts';
import { claim, submit } from '#lib/newsroom/publishing.ts';
import { aMailServer } from '#lib/testing/mail-server.ts';
import { feedPath, frontPath } from '#lib/urls.ts';
import { aDesk } from '../bench/measure-newsroom.ts';
import { aBusyPhoto } from './busy-photo.ts';
import { aDraftAtHand } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { askForMails } from './mail-away.ts';
import { answered, newsroomClient } from './newsroom-client.ts';
import { jobsWaiting, type QueueGate, queueGate } from './queue-gate.ts';
import { type Stage, until } from './stage.ts';

const times = 10;
const mostDeaths = 6;
/** Milliseconds within which the queue must be empty again: jobs of a dead worker are handed back each minute. */
const emptyWithin = 300_000;

/**
 * F11: the process dies after a job's effect and before the queue has recorded it, so that the job runs again; then
 * every job runs ten times more. The effects are those of once.
 */
export const jobsTwice: Fault = {
  number: 'F11',
  name: 'Pekerjaan latar berjalan lagi: proses dibunuh sesudah akibatnya dan sebelum dicatat, lalu semua diulang',
  promise: 'Hasilnya sama dengan sekali: satu terbitan, satu surel, satu pemberitahuan, satu entri umpan',
  async run(stage) {
    const box = await aMailServer();
    const mail = { SMTP_URL: box.url, MAIL_FROM: 'Uji <uji@contoh.example>' };
    const gate = await queueGate();
    const begunAt = new Date();
    try {
      await stage.restart(mail);
      const work = await askForWork(stage, gate, mail);
      const deaths = await dieBeforeRecords(stage, gate, mail);
      await untilIdle('Antrean pekerjaan tidak kosong sesudah proses nyala lagi');
      await expectEachMailOnce(box.arrived.length, begunAt);
      const once = await effectsOf(stage, work);
      promise(once.renditions > 0 && once.publications === 1, `Tidak selesai: ${JSON.stringify(once)}`);
      const done = await gate.done();
      await runAgain(done);
      await untilIdle('Antrean pekerjaan tidak kosong sesudah semuanya diulang');
      await expectEachMailOnce(box.arrived.length, begunAt);
      const after = JSON.stringify(await effectsOf(stage, work));
      promise(after === JSON.stringify(once), `Diulang, ${JSON.stringify(once)} menjadi ${after}`);
      const kinds = new Set(done.filter(({ wasHeld }) => wasHeld).map(({ task }) => task));
      promise(kinds.has('make_renditions') && kinds.has('deliver_mail'), 'Foto dan surel tidak ikut terputus');
      return {
        held: `${deaths} kali dibunuh di antara akibat dan catatannya (${kinds.size} jenis pekerjaan); ${done.length} pekerjaan diulang ${times} kali; hasilnya tetap`,
      };
    } finally {
      await gate.remove();
      await stage.restart();
      await box.close();
    }
  },
};

type Work = { editionId: EditionId; title: string; photo: string };

/** A publication that people are told of, mails, and a photo: none of their jobs is recorded yet. */
async function askForWork(stage: Stage, gate: QueueGate, mail: Record<string, string>): Promise<Work> {
  const draft = await aDraftAtHand();
  const { editionId, articleId, writer, editor, words } = draft;
  const submitted = await submit(writer, draft);
  const { version } = await claim(editor, { editionId, version: submitted.version });
  await untilIdle('Antrean pekerjaan tidak kosong sebelum percobaan');
  await gate.shut();
  const photo = `dua-kali-${randomBytes(6).toString('hex')}.jpg`;
  const { agencyId } = await aDesk();
  const client = await newsroomClient(stage, writer);
  const taken = await client.post(`/redaksi/unggah?opd=${agencyId}`, new Uint8Array(await aBusyPhoto()), {
    ...{ 'content-type': 'application/octet-stream', 'x-nama-berkas': photo },
  });
  promise(taken?.status === 201, `Foto dijawab ${taken?.status}`);
  const fields = { editionId, version: String(version), outcome: 'publish' };
  const answer = await (await newsroomClient(stage, editor)).act(articleId, 'approve', fields);
  promise(answer?.status === 200, `Menerbitkan dijawab ${answer?.status}`);
  await askForMails({ ...mail, RUANG_WARTA_MODE: 'contoh', DATA_DIR: stage.dataDir });
  return { editionId, title: words.title, photo };
}

/** @returns how often the process died */
async function dieBeforeRecords(stage: Stage, gate: QueueGate, mail: Record<string, string>): Promise<number> {
  let deaths = 0;
  while (deaths < mostDeaths && (await gate.allWait())) {
    await stage.kill();
    await gate.giveUpWaiting();
    await stage.start(mail);
    deaths += 1;
  }
  await gate.open();
  return deaths;
}

async function runAgain(done: readonly { task: string; payload: unknown }[]): Promise<void> {
  for (const { task, payload } of done) {
    await database().execute(sql`
      select count(graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json))
      from generate_series(1, ${times})`);
  }
}

function untilIdle(broken: string): Promise<number> {
  return until(async () => (await jobsWaiting()) === 0, { milliseconds: emptyWithin, broken });
}

async function expectEachMailOnce(arrived: number, begunAt: Date): Promise<void> {
  const sent = await database().$count(mails, gte(mails.sentAt, begunAt));
  promise(arrived === sent, `${sent} surel tercatat terkirim, ${arrived} sampai`);
}

async function effectsOf({ origin }: Stage, { editionId, title, photo }: Work) {
  const ofEdition = eq(notifications.editionId, editionId);
  const [made] = await database()
    .select({ count: count() })
    .from(renditions)
    .innerJoin(assets, eq(assets.id, renditions.assetId))
    .where(eq(assets.fileName, photo));
  const feed = await answered(`${origin}${feedPath(frontPath, 'rss')}`);
  return {
    publications: await database().$count(
      events,
      and(eq(events.editionId, editionId), eq(events.toState, 'published')),
    ),
    told: await database().$count(notifications, ofEdition),
    cards: await database().$count(shareCards, eq(shareCards.editionId, editionId)),
    renditions: made?.count ?? 0,
    inFeed: (feed?.text ?? '').split(`<title>${title}</title>`).length - 1,
  };
}
