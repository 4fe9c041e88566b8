import { and, asc, count, eq, gt, ne, sql, sum } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { assets } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import { notAllowed } from '#lib/errors.ts';
import type { UserId } from '#lib/ids.ts';

const day = 24 * 60 * 60 * 1000;
const minute = 60_000;

/** What one account has uploaded, and what it may. */
export type UploadUse = {
  /** Within the last 24 hours. */
  files: number;
  bytes: number;
  /** What is kept of it altogether. */
  bytesInAll: number;
  most: { files: number; bytes: number; bytesInAll: number };
};

/** How much of its quota an account has used, counted from the rows. */
export async function uploadUse(person: UserId): Promise<UploadUse> {
  const [[recent], kept] = await Promise.all([
    database()
      .select({ files: count(), bytes: sum(assets.bytes).mapWith(Number) })
      .from(assets)
      .where(and(eq(assets.uploadedBy, person), gt(assets.uploadedAt, aDayAgo()))),
    bytesKept(person),
  ]);
  return { files: recent?.files ?? 0, bytes: recent?.bytes ?? 0, bytesInAll: kept, most: mostOf() };
}

/**
 * Refuses one more file to an account that has used up its quota. Uploads that arrive at the same moment do not
 * see each other, so that the quota can be exceeded by as many as one person may send at once.
 *
 * @param bytes of the file to come, as far as they are known
 * @throws notAllowed, with the time until it goes on
 */
export async function refuseBeyondQuota(person: UserId, bytes: number): Promise<void> {
  const most = mostOf();
  if ((await bytesKept(person)) + bytes > most.bytesInAll) {
    throw notAllowed(
      `Berkas Anda seluruhnya sudah ${gigabytes(most.bytesInAll)}, batas untuk satu akun. Minta admin menaikkan batasnya.`,
    );
  }
  const recent = await database()
    .select({ at: assets.uploadedAt, bytes: assets.bytes })
    .from(assets)
    .where(and(eq(assets.uploadedBy, person), gt(assets.uploadedAt, aDayAgo())))
    .orderBy(asc(assets.uploadedAt))
    // Enough to know when the first place is free again, whatever the setting was before.
    .limit(most.files + 1_000);
  const free = placeFreeAt(recent, bytes, most);
  if (free === undefined) return;
  throw notAllowed(
    `Anda sudah mengunggah ${recent.length} berkas (${gigabytes(total(recent))}) dalam 24 jam; batasnya ${most.files} berkas dan ${gigabytes(most.bytes)}. Lanjutkan ${waitWords(free.getTime() + day - now().getTime())} lagi.`,
  );
}

type Sent = { at: Date; bytes: number };

/** When the last of those was sent that have to be a day old before one more fits; undefined when it fits now. */
function placeFreeAt(recent: readonly Sent[], bytes: number, most: UploadUse['most']): Date | undefined {
  let [files, held] = [recent.length, total(recent)];
  let last: Date | undefined;
  for (const sent of recent) {
    if (files < most.files && held + bytes <= most.bytes) return last;
    files -= 1;
    held -= sent.bytes;
    last = sent.at;
  }
  return last;
}

const total = (sent: readonly Sent[]) => sent.reduce((bytes, one) => bytes + one.bytes, 0);

const mostOf = (): UploadUse['most'] => config().uploads;
const aDayAgo = () => new Date(now().getTime() - day);

async function bytesKept(person: UserId): Promise<number> {
  const [kept] = await database()
    .select({ bytes: sql<number>`coalesce(sum(${assets.bytes}), 0)`.mapWith(Number) })
    .from(assets)
    .where(and(eq(assets.uploadedBy, person), ne(assets.state, 'failed')));
  return kept?.bytes ?? 0;
}

/** `2 GB`, `0,3 GB`. */
function gigabytes(bytes: number): string {
  return `${new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 }).format(bytes / 1e9)} GB`;
}

function waitWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.ceil(milliseconds / minute));
  const hours = Math.floor(minutes / 60);
  return [hours > 0 ? `${hours} jam` : '', minutes % 60 > 0 ? `${minutes % 60} menit` : ''].filter(Boolean).join(' ');
}
