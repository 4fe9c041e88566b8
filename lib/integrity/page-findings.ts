import { gamblingIn, isGamblingAddress } from '../language/rules/gambling.ts';
import { type LinkRegister, standingOf } from '../newsroom/outgoing-links.ts';
import { blockWords, fileNote } from '../richtext/block-words.ts';
import { originLabels } from '../richtext/origin-words.ts';
import type { SeenPage } from './seen-page.ts';
import type { SiteFinding } from './site-finding.ts';

/** What a page may lead to, and what of its words was signed. */
export type Expected = {
  origin: string;
  register: LinkRegister;
  /** Everything that was signed of what this page may show: a word of gambling within is a report or was let pass. */
  signedWords: string;
};

/** Where our own template leads beside what authors write: buttons for sharing. */
const shareHosts = ['wa.me', 't.me', 'x.com', 'www.facebook.com'];
/** Longest excerpt of a page that a finding shows. */
const shownLength = 120;

const shortened = (text: string) => (text.length > shownLength ? `${text.slice(0, shownLength)}…` : text);

/** What is wrong with a page of ours, whatever kind it is. */
export function pageFindings(address: string, page: SeenPage, expected: Expected): SiteFinding[] {
  const tell = (fault: SiteFinding['fault'], shows: string): SiteFinding => ({
    address,
    fault,
    shows: shortened(shows),
  });
  return [
    ...page.running.slice(0, 1).map((what) => tell('script', what)),
    ...(page.moves ? [tell('refresh', 'meta refresh')] : []),
    ...page.hidden.slice(0, 1).map((what) => tell('hidden', what)),
    ...foreignAddresses(page, expected)
      .slice(0, 3)
      .map((href) => tell('foreign_link', href)),
    ...unsignedGambling(page.words, expected)
      .slice(0, 1)
      .map((words) => tell('gambling', words)),
  ];
}

function foreignAddresses({ addresses }: SeenPage, { origin, register, signedWords }: Expected): string[] {
  const base = new URL(origin);
  return [...new Set(addresses)].filter((written) => {
    if (!URL.canParse(written, base)) return true;
    const url = new URL(written, base);
    if (url.protocol === 'mailto:' || url.protocol === 'tel:') return false;
    if (url.origin === base.origin) return isGamblingAddress(url.pathname) && !signedWords.includes(url.pathname);
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    if (!isWeb) return true;
    if (shareHosts.includes(url.hostname)) return false;
    const standing = standingOf(url.hostname, register);
    return standing === 'new' || standing === 'refused';
  });
}

function unsignedGambling(words: string, { signedWords }: Expected): string[] {
  const hits = gamblingIn(words).filter(({ isTopic, isDisguised }) => !isTopic || isDisguised);
  if (hits.length === 0) return [];
  const known = new Set(gamblingIn(signedWords).map((hit) => hit.words));
  return hits.filter((hit) => !known.has(hit.words)).map((hit) => hit.words);
}

/** An article as it was signed, for its page to be compared with. */
export type SignedArticle = {
  /** Title, lead and every paragraph: none may be missing. */
  lines: readonly string[];
  /** All texts that belong to it: no other word may stand in its body. */
  texts: string;
};

/** Days and months, as a date in a card of the agenda names them. */
const calendarWords =
  'Senin Selasa Rabu Kamis Jumat Sabtu Minggu Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember pukul WITA WIB WIT';
/** Words of our own template within the body of an article. */
const furniture = new Set(
  [...Object.values(blockWords), ...Object.values(originLabels), fileNote('KB MB GB'), calendarWords].flatMap(
    plainWords,
  ),
);

/** Where the words of an article's page are not those that were signed; undefined when they are. */
export function differsFromSigned(page: SeenPage, signed: SignedArticle): string | undefined {
  const seen = plainWords(page.words).join(' ');
  const lost = signed.lines.find((line) => !seen.includes(plainWords(line).join(' ')));
  if (lost !== undefined) return `tidak ada: ${shortened(lost)}`;
  const known = new Set(plainWords(signed.texts));
  const added = plainWords(page.body ?? '').find(
    (word) => !known.has(word) && !furniture.has(word) && !/^\d{1,4}$/.test(word),
  );
  return added === undefined ? undefined : `tidak ditandatangani: ${added}`;
}

/** Letters and figures alone: how a page sets dashes, quotes and spaces is not what was signed. */
function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}
