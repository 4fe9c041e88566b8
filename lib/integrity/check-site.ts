import { desc, eq, lt } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { siteChecks } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import { log } from '#lib/log.ts';
import { allPortals } from '#lib/newsroom/public.ts';
import type { PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import { raiseAlarm, settleAlarm } from '#lib/record/alarms.ts';
import { renewIntegrity } from '#lib/record/chain-heads.ts';
import { frontPath, originOfPortal } from '#lib/urls.ts';
import { lookAtSite, type Seen } from './look-at-site.ts';
import { faultWords, type SiteFinding } from './site-finding.ts';
import { planOf } from './site-plan.ts';
import { visit } from './site-visit.ts';

/** A whole round begins when the last one is so long ago, in milliseconds. */
const wholeEvery = 55 * 60_000;
const keptFor = 30 * 86_400_000;
const keptFindings = 100;
const namedAtMost = 5;

/**
 * The round of every five minutes: looks at the site from outside (`lookAtSite`), keeps what it found, raises an
 * alarm for what is wrong, and ends it when a whole round finds nothing any more. Once an hour it looks at
 * everything there is a kind of; in between at the front page, the newest articles and a few others.
 */
export async function checkSite(): Promise<void> {
  const begunAt = now();
  const isWhole = await isWholeDue(begunAt);
  const all: Seen = { addresses: 0, answers: 0, articles: 0, findings: [] };
  for (const { portal, origin, isMain } of await portalsByOrigin()) {
    const seen = await lookAtSite(await planOf(portal, origin, isWhole ? 'whole' : 'glance'));
    if (seen.findings.some(({ fault }) => fault === 'unreachable') && !(await isOpen(origin))) {
      // A process that stops, or a proxy that starts anew, is no intruder: readers are told that the look is late.
      log('warn', 'site_not_open', { portal: portal.slug });
      if (isMain) return;
      continue;
    }
    all.addresses += seen.addresses;
    all.answers += seen.answers;
    all.articles += seen.articles;
    all.findings.push(...(isMain ? seen.findings : seen.findings.map((finding) => named(origin, finding))));
  }
  if (all.addresses > 0) await keep(all, { begunAt, isWhole });
}

/** Every portal that readers meet under an address of its own, the one of the public address first. */
async function portalsByOrigin(): Promise<{ portal: PublicPortal; origin: URL; isMain: boolean }[]> {
  const { publicUrl } = config();
  const portals = await allPortals();
  const main = portals.find(({ hosts }) => hosts.includes(publicUrl.hostname)) ?? portals[0];
  if (main === undefined) return [];
  const others = portals
    .map((portal) => ({ portal, origin: originOfPortal(portal, publicUrl), isMain: false }))
    .filter(({ portal, origin }) => portal !== main && origin.hostname !== publicUrl.hostname);
  return [{ portal: main, origin: new URL(publicUrl.origin), isMain: true }, ...others];
}

/** Under which portal's address it was found: the public one goes without saying. */
const named = (origin: URL, finding: SiteFinding): SiteFinding => ({
  ...finding,
  address: `${origin.host}${finding.address}`,
});

/** Whether anybody answers there. */
async function isOpen(origin: URL): Promise<boolean> {
  return (await visit(origin, frontPath, 'reader')).kind === 'answer';
}

async function isWholeDue(at: Date): Promise<boolean> {
  const [last] = await database()
    .select({ begunAt: siteChecks.begunAt, wrong: siteChecks.wrong })
    .from(siteChecks)
    .where(eq(siteChecks.isWhole, true))
    .orderBy(desc(siteChecks.id))
    .limit(1);
  // After something was found, be it in a glance, every round is whole: whoever mends it sees soon whether it holds.
  if (((await lastRound())?.wrong ?? 0) > 0) return true;
  return last === undefined || last.wrong > 0 || at.getTime() - last.begunAt.getTime() >= wholeEvery;
}

async function keep(seen: Seen, round: { begunAt: Date; isWhole: boolean }): Promise<void> {
  const { findings, ...counted } = seen;
  const wrong = findings.length;
  const before = await lastRound();
  await transaction(async (tx) => {
    await tx
      .insert(siteChecks)
      .values({ ...round, ...counted, endedAt: now(), wrong, findings: findings.slice(0, keptFindings) });
    await tx.delete(siteChecks).where(lt(siteChecks.endedAt, new Date(now().getTime() - keptFor)));
    // A generation makes every page look whether it is still right: not for each glance that finds nothing.
    const isNews = round.isWhole || wrong > 0 || (before?.wrong ?? 0) > 0;
    if (isNews) await renewIntegrity(tx);
    const about = { kind: 'site_integrity', subject: 'site' } as const;
    if (wrong > 0) {
      await raiseAlarm(tx, {
        ...{ ...about, portalId: null, detail: { findings: findings.slice(0, 20) } },
        text: `Pemeriksaan situs dari luar menemukan ${wrong} kejanggalan: ${inWords(findings)}. Ikuti “Saat terjadi insiden” di docs/operasi.md.`,
      });
    } else if (round.isWhole) await settleAlarm(tx, about, null);
  });
  const level = wrong === 0 ? 'info' : 'alarm';
  log(level, 'site_checked', { ...counted, wrong, isWhole: round.isWhole, first: findings[0]?.fault ?? null });
}

async function lastRound(): Promise<{ wrong: number } | undefined> {
  const [row] = await database()
    .select({ wrong: siteChecks.wrong })
    .from(siteChecks)
    .orderBy(desc(siteChecks.id))
    .limit(1);
  return row;
}

/** Addresses and what is wrong there. What a page shows stays out: an alarm must not repeat an advertisement. */
function inWords(findings: readonly SiteFinding[]): string {
  const named = findings.slice(0, namedAtMost).map(({ address, fault }) => `${address} ${faultWords[fault]}`);
  const more = findings.length - named.length;
  return `${named.join('; ')}${more > 0 ? `; dan ${more} lainnya` : ''}`;
}
