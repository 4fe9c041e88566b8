import type { Issue } from '../errors.ts';
import { leavesTheSite } from '../richtext/links.ts';
import type { Words } from './article-input.ts';
import { wordsOfKind } from './kind-words.ts';
import { manuscriptOf } from './manuscript.ts';

/** What of the register of a portal tells which hosts a text may lead to. Hosts are in ASCII and small letters. */
export type LinkRegister = {
  /** Hosts of our own portals. */
  own: readonly string[];
  allowed: readonly string[];
  refused: readonly { host: string; note: string }[];
};

/** A link that leaves the site: where it stands and the host it leads to. */
export type OutgoingLink = { place: string; host: string; href: string };

/** `by_rule`: our own, or one that only government offices can register. */
export type LinkStanding = 'by_rule' | 'allowed' | 'refused' | 'new';

/**
 * Domains that are given to offices of the state alone, upon a letter of theirs: of the central and regional
 * governments, of villages, and of the armed forces (PANDI's rules of names).
 */
const officialDomains = ['go.id', 'desa.id', 'mil.id'];

/** Every link of an edition that leaves the site, in reading order. */
export function outgoingLinks(written: Words): OutgoingLink[] {
  const words = wordsOfKind(written);
  const facts = { regencyNames: new Map<string, string>(), photoFacts: () => undefined };
  const links = manuscriptOf(words, facts).pieces.flatMap(({ place, links: inText }) =>
    inText.map(({ href }) => ({ place, href })),
  );
  const banner = words.details.link;
  const all = banner === undefined ? links : [...links, { place: 'details.link', href: banner }];
  return all.flatMap(({ place, href }) => (leavesTheSite(href) ? [{ place, href, host: new URL(href).hostname }] : []));
}

/** Whether a text may lead to a host, and who says so. */
export function standingOf(host: string, { own, allowed, refused }: LinkRegister): LinkStanding {
  const isOfficial = officialDomains.some((domain) => host.endsWith(`.${domain}`));
  // A refusal holds for an official host too: those are broken into more than any other.
  if (refused.some((one) => one.host === host)) return 'refused';
  if (isOfficial || own.includes(host)) return 'by_rule';
  return allowed.includes(host) ? 'allowed' : 'new';
}

/**
 * What the links of an edition come to: a refused host stands in the way at once, a new one when the edition is to
 * be approved.
 */
export function linkIssues(words: Words, register: LinkRegister): { refused: Issue[]; awaiting: Issue[] } {
  const seen = new Set<string>();
  const refused: Issue[] = [];
  const awaiting: Issue[] = [];
  for (const { place, host } of outgoingLinks(words)) {
    if (seen.has(host)) continue;
    seen.add(host);
    const standing = standingOf(host, register);
    if (standing === 'refused') {
      const note = register.refused.find((one) => one.host === host)?.note ?? '';
      const why = note === '' ? '' : ` (${note})`;
      refused.push({
        ...{ field: place, code: 'link_host_refused' },
        text: `Redaktur menolak tautan ke ${host}${why}. Hapus tautannya.`,
      });
    } else if (standing === 'new') {
      awaiting.push({
        ...{ field: place, code: 'link_host_new' },
        text: `Tautan ke alamat baru: ${host} akan diperiksa redaktur.`,
      });
    }
  }
  return { refused, awaiting };
}
