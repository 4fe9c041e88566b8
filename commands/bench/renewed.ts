import { transaction } from '#db/client.ts';
import type { PortalId } from '#lib/ids.ts';
import { raiseGeneration } from '#lib/record/generation.ts';
import { fetchPage } from './measure-pages.ts';

/** Milliseconds from a change within which every instance has heard of it and made the page anew. */
const noticed = 400;

/** A page that there is only one of, and a name whose change makes it stale. */
export type RenewedPage = { address: string; name: string };

/**
 * Milliseconds for which a page is waited for that has to be made anew: its name changes several
 * times, and after each it is asked for without a break. The longest answer is the one that waited.
 */
export async function renewed(
  port: number,
  portal: PortalId,
  { address, name }: RenewedPage,
  times: number,
): Promise<number[]> {
  const found: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await transaction((tx) => raiseGeneration(tx, portal, [name]));
    const until = performance.now() + noticed;
    let longest = 0;
    while (performance.now() < until) longest = Math.max(longest, await timeOf(port, address));
    found.push(longest);
  }
  return found;
}

/** Milliseconds of one answer. */
export async function timeOf(port: number, address: string): Promise<number> {
  const { status, milliseconds } = await fetchPage(port, address);
  if (status !== 200) throw new Error(`${address} answered ${status}`);
  return milliseconds;
}

/** Milliseconds of each answer, one after another. */
export async function timesOf(port: number, addresses: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const address of addresses) times.push(await timeOf(port, address));
  return times;
}
