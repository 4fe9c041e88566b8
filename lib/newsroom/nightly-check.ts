import { z } from 'zod';
import { database, transaction } from '#db/client.ts';
import { chainChecks } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { editionId } from '#lib/ids.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { log } from '#lib/log.ts';
import { raiseAlarm, settleAlarm } from '#lib/record/alarms.ts';
import { firstLostHead, renewIntegrity, unwitnessedHeads } from '#lib/record/chain-heads.ts';
import { chainBeginning, verifyPart } from '#lib/record/events.ts';
import { checkLivePart, type LiveFinding } from './live-check.ts';

/** How far a round has come: through the log first, then through the editions. */
const nightlyPlace = z.strictObject({
  seq: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  brokenAt: z.int().positive().nullable(),
  isLogDone: z.boolean(),
  edition: editionId.nullable(),
  editions: z.int().min(0),
  wrong: z.int().min(0),
});
type NightlyPlace = z.output<typeof nightlyPlace>;

const begin: NightlyPlace = {
  ...{ seq: chainBeginning.seq, hash: chainBeginning.hash, brokenAt: null, isLogDone: false },
  ...{ edition: null, editions: 0, wrong: 0 },
};

/**
 * Parts that one job takes on: ten seconds at most. Then it asks for the next one and makes room, so that
 * publications never wait for a check of a million entries; a machine that stops loses one part.
 */
const partsAtOnce = 40;

/** The part of the round that a job's payload names; the first for one that names none. */
export const placeIn = (payload: unknown): NightlyPlace => nightlyPlace.safeParse(payload).data ?? begin;

/**
 * The round of every night: reads the whole audit log, compares it with the heads that were published, checks
 * every live edition, keeps what it found, and raises an alarm where something does not fit. Nothing is settled
 * by itself: whoever changed the log may change it back.
 *
 * @param place where the round before this job came to; undefined to begin
 */
export async function checkIntegrity(place: NightlyPlace = begin): Promise<void> {
  let at = place;
  for (let part = 0; part < partsAtOnce; part += 1) {
    const next = at.isLogDone ? await throughEditions(at) : await throughLog(at);
    at = next.place;
    if (next.isDone) {
      await conclude(at);
      return;
    }
  }
  const goOn = at;
  await transaction((tx) => addJob(tx, 'check_integrity', goOn, { jobKey: 'check_integrity_on' }));
}

type Progress = { place: NightlyPlace; isDone: boolean };

async function throughLog(at: NightlyPlace): Promise<Progress> {
  const { place, isEnd, brokenAt } = await verifyPart(database(), at);
  const next = { ...at, ...place, brokenAt, isLogDone: isEnd };
  if (brokenAt !== null) await alarmOfLog(brokenAt);
  return { place: next, isDone: false };
}

async function throughEditions(at: NightlyPlace): Promise<Progress> {
  const { checked, findings, last } = await checkLivePart(at.edition);
  if (findings.length > 0) await alarmOfEditions(findings);
  const place = { ...at, edition: last, editions: at.editions + checked, wrong: at.wrong + findings.length };
  return { place, isDone: last === null };
}

async function conclude({ seq, hash, brokenAt, editions, wrong }: NightlyPlace): Promise<void> {
  const lost = await firstLostHead();
  if (lost !== undefined && brokenAt === null) await alarmOfLog(lost.seq);
  const found = { checked: seq, headHash: hash, brokenAt: brokenAt ?? lost?.seq ?? null };
  await transaction(async (tx) => {
    await tx.insert(chainChecks).values({ ...found, at: now(), editions, wrongEditions: wrong });
    await renewIntegrity(tx);
  });
  log('info', 'integrity_checked', { entries: seq, brokenAt: found.brokenAt, editions, wrong });
  await watchWitness();
}

/** Says that the audit log was changed at this entry or before it. */
export async function alarmOfLog(seq: number): Promise<void> {
  log('alarm', 'integrity', { what: 'chain', seq });
  await transaction((tx) =>
    raiseAlarm(tx, {
      ...{ kind: 'audit_chain_broken', subject: 'chain', portalId: null, detail: { seq } },
      text: `Jejak audit tidak utuh pada atau sebelum peristiwa nomor ${seq}. Jangan ubah apa pun: salin basis data apa adanya, jalankan npm run audit:verify, dan panggil auditor.`,
    }),
  );
}

async function alarmOfEditions(findings: readonly LiveFinding[]): Promise<void> {
  const [first] = findings;
  log('alarm', 'integrity', { what: 'editions', count: findings.length, editionId: first?.editionId ?? null });
  await transaction((tx) =>
    raiseAlarm(tx, {
      ...{ kind: 'audit_chain_broken', subject: 'editions', portalId: null },
      text: 'Ada edisi yang tidak cocok dengan tanda tangan, segel, atau jejaknya. Jangan ubah apa pun: jalankan npm run audit:verify untuk daftarnya, dan panggil auditor.',
      detail: { editions: findings.slice(0, 20).map((finding) => finding.editionId) },
    }),
  );
}

const dayMs = 86_400_000;

/** A witness who gets no mail is none: somebody must look at the address or the mail server. */
async function watchWitness(): Promise<void> {
  const [late] = await unwitnessedHeads(new Date(now().getTime() - dayMs));
  await transaction(async (tx) => {
    const alarm = { kind: 'witness_failed', subject: 'witness' } as const;
    if (late === undefined) {
      await settleAlarm(tx, alarm, null);
      return;
    }
    await raiseAlarm(tx, {
      ...{ ...alarm, portalId: null, detail: { day: late.day } },
      text: `Sidik jejak audit ${late.day} belum sampai ke saksi luar. Periksa alamat saksi dan peladen surel.`,
    });
  });
}
