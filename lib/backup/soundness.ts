import { database } from '#db/client.ts';
import { issuesOf } from '#lib/errors.ts';
import { checkLive } from '#lib/newsroom/live-check.ts';
import { requireFittingKeys } from '#lib/newsroom/signing-keys.ts';
import { firstLostHead } from '#lib/record/chain-heads.ts';
import { verifyChain } from '#lib/record/events.ts';
import type { MediaReport } from './restore.ts';

/** Whether what was restored is what was once signed: counts for the operator, and what is wrong, in sentences. */
export type Soundness = { events: number; headHash: string; editions: number; problems: string[] };

/** Checks the audit chain, the published heads, and every live edition of the database in use, as audit:verify does. */
export async function soundnessOf(media: MediaReport): Promise<Soundness> {
  const chain = await verifyChain(database());
  const lost = await firstLostHead();
  const live = await checkLive();
  const problems: string[] = [];
  if (chain.brokenAt !== null) problems.push(`Jejak audit tidak utuh pada peristiwa nomor ${chain.brokenAt}.`);
  if (lost !== undefined)
    problems.push(`Sidik jejak yang diumumkan ${lost.day} (peristiwa nomor ${lost.seq}) tidak cocok dengan jejaknya.`);
  if (live.wrong > 0)
    problems.push(`${live.wrong} edisi tidak cocok dengan tanda tangan, segel, atau jejaknya (npm run audit:verify).`);
  problems.push(...(await keyProblems()));
  for (const [keys, what] of [
    [media.missing, 'tidak ada di folder cadangan'],
    [media.corrupt, 'rusak di folder cadangan'],
  ] as const) {
    if (keys.length > 0)
      problems.push(
        `${keys.length} berkas media ${what}: ${keys.slice(0, 5).join(', ')}${keys.length > 5 ? ', …' : ''}.`,
      );
  }
  return { events: chain.checked, headHash: chain.headHash, editions: live.checked, problems };
}

async function keyProblems(): Promise<string[]> {
  try {
    await requireFittingKeys(database());
    return [];
  } catch (error) {
    const issues = issuesOf(error);
    if (issues.length === 0) throw error;
    return issues.map(({ text }) => text);
  }
}
