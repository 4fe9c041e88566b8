import { config } from '#lib/config.ts';
import { type Fetched, fetchOutside, resolveBySystem } from '#lib/fetching/fetch-outside.ts';

/** Who asks for a page: intruders often show theirs only to some. */
export const visitors = {
  reader: {
    'user-agent':
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36',
    'accept-language': 'id',
  },
  searchBot: { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
  fromSearch: {
    'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/138.0.0.0 Safari/537.36',
    'accept-language': 'id',
    referer: 'https://www.google.com/',
  },
} as const;

export type Visitor = keyof typeof visitors;
export const visitorNames: readonly Visitor[] = ['reader', 'searchBot', 'fromSearch'];

/**
 * Asks a portal of ours for a path as one of those visitors would. Whichever portal it is, what stands in front of
 * the public address is asked, for the portal by its name: all of them are served there, and names of some may not
 * be known to this machine.
 *
 * @param origin of the portal
 */
export function visit(origin: URL, path: string, visitor: Visitor): Promise<Fetched> {
  const front = config().publicUrl.hostname.replace(/^\[(.*)\]$/, '$1');
  return fetchOutside(new URL(path, origin).href, {
    own: origin,
    resolve: () => resolveBySystem(front),
    headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', ...visitors[visitor] },
  });
}
