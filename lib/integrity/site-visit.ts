import { type Fetched, fetchOutside } from '#lib/fetching/fetch-outside.ts';

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

/** Asks our own site for a path as one of those visitors would, by its public address. */
export function visit(origin: URL, path: string, visitor: Visitor): Promise<Fetched> {
  return fetchOutside(new URL(path, origin).href, {
    own: origin,
    headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', ...visitors[visitor] },
  });
}
