import { createHash } from 'node:crypto';
import type { Fetched } from '#lib/fetching/fetch-outside.ts';
import type { LinkRegister } from '#lib/newsroom/outgoing-links.ts';
import type { PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import type { FileHashes } from './build-manifest.ts';
import { differsFromSigned, pageFindings } from './page-findings.ts';
import { type SeenPage, seenPage } from './seen-page.ts';
import { signedArticle, wordsOfArticles } from './signed-texts.ts';
import type { SiteFinding } from './site-finding.ts';
import { type Visitor, visit, visitorNames } from './site-visit.ts';

/** What a round is to look at, and what it is compared with. */
export type Look = {
  origin: URL;
  portal: PublicPortal;
  register: LinkRegister;
  /** Pages of the site that are no article. */
  pages: readonly string[];
  /** Articles by their slugs. */
  slugs: readonly string[];
  /** Sitemaps, and the paths that each must name: no more and no fewer. */
  sitemaps: readonly { path: string; names: () => Promise<ReadonlySet<string>> }[];
  /** Texts for programs: they must answer, and advertise nothing. */
  texts: readonly string[];
  /** Paths that intruders like and that we do not have. */
  strange: readonly string[];
  /** The files of the build, undefined where nothing is built. */
  program: FileHashes | undefined;
};

export type Seen = { addresses: number; answers: number; articles: number; findings: SiteFinding[] };

/**
 * Looks at the site from outside: by its public address, as a reader, as a search bot, and as somebody who comes
 * from a search engine. What seems wrong is looked at a second time, since the site may have changed meanwhile.
 */
export async function lookAtSite(look: Look): Promise<Seen> {
  const seen: Seen = { addresses: 0, answers: 0, articles: 0, findings: [] };
  const assets = new Set<string>();
  const twice = async (ask: () => Promise<{ answers: number; findings: SiteFinding[] }>) => {
    seen.addresses += 1;
    const first = await ask();
    const last = first.findings.length === 0 ? first : await ask();
    seen.answers += first.answers;
    seen.findings.push(...last.findings);
  };
  for (const path of look.pages) await twice(() => lookAtPage(look, path, undefined, assets));
  for (const slug of look.slugs) {
    seen.articles += 1;
    await twice(() => lookAtPage(look, `/berita/${slug}`, slug, assets));
  }
  for (const map of look.sitemaps) await twice(() => lookAtSitemap(look, map));
  for (const path of look.texts) await twice(() => lookAtText(look, path));
  for (const path of look.strange) await twice(() => lookAtStrange(look, path));
  for (const path of assets) await twice(() => lookAtFile(look, path));
  return seen;
}

type Looked = { answers: number; findings: SiteFinding[] };

async function lookAtPage(look: Look, path: string, slug: string | undefined, assets: Set<string>): Promise<Looked> {
  const { origin, portal } = look;
  // Signed words are read first: what is published while we look is looked at again.
  const signed = slug === undefined ? undefined : await signedArticle(portal, slug);
  // What was withdrawn since it was chosen is no article any more.
  if (signed === null) return { answers: 0, findings: [] };
  const got = new Map<Visitor, Fetched>();
  for (const visitor of visitorNames) got.set(visitor, await visit(origin, path, visitor));
  const answers = visitorNames.length;
  const [first] = got.values();
  if (first === undefined || first.kind === 'failed') {
    return { answers, findings: [{ address: path, fault: 'unreachable', shows: first?.why ?? '' }] };
  }
  const findings: SiteFinding[] = [];
  if (signed === 'broken') findings.push({ address: path, fault: 'words', shows: 'tanda tangan tidak cocok' });
  if (first.status !== 200) return { answers, findings: [...findings, statusOf(path, first.status)] };
  const pages = new Map([...got].map(([visitor, answer]) => [visitor, pageOf(answer)]));
  const linked = [...pages.values()].flatMap((page) => slugsOn(page));
  const signedWords = `${await wordsOfArticles(portal.id, [...new Set([...linked, ...(slug === undefined ? [] : [slug])])])}\n${signed === 'broken' || signed === undefined ? '' : signed.texts}`;
  const expected = { origin: origin.origin, register: look.register, signedWords };
  const told = new Set<string>();
  for (const page of pages.values()) {
    const differs = signed === 'broken' || signed === undefined ? undefined : differsFromSigned(page, signed);
    const all = pageFindings(path, page, expected);
    if (differs !== undefined) all.push({ address: path, fault: 'words', shows: differs });
    for (const finding of all.filter(({ fault }) => !told.has(fault))) {
      told.add(finding.fault);
      findings.push(finding);
    }
  }
  for (const page of pages.values()) keepAssets(page, assets);
  const bytes = new Set(
    [...got.values()].map((answer) => (answer.kind === 'answer' ? hashOf(answer.body) : answer.why)),
  );
  if (bytes.size > 1) findings.push({ address: path, fault: 'cloaked', shows: visitorsApart(got) });
  return { answers, findings };
}

const statusOf = (address: string, status: number): SiteFinding => ({
  address,
  fault: 'status',
  shows: String(status),
});
const hashOf = (body: Buffer) => createHash('sha256').update(body).digest('hex');
const pageOf = (answer: Fetched): SeenPage => seenPage(answer.kind === 'answer' ? answer.body.toString('utf8') : '');

const slugsOn = ({ addresses }: SeenPage): string[] =>
  addresses.flatMap((address) => /^\/(?:berita|halaman)\/([a-z0-9-]+)/.exec(address)?.[1] ?? []);

function keepAssets({ addresses }: SeenPage, assets: Set<string>): void {
  for (const address of addresses) {
    if (address.startsWith('/_next/static/') && assets.size < mostAssets) assets.add(address.replace(/[?#].*$/, ''));
  }
}

const mostAssets = 8;

/** Who gets something else than the reader. */
function visitorsApart(got: ReadonlyMap<Visitor, Fetched>): string {
  const words = {
    reader: 'pembaca',
    searchBot: 'mesin pencari',
    fromSearch: 'yang datang dari mesin pencari',
  } as const;
  const of = (answer: Fetched | undefined) => (answer?.kind === 'answer' ? hashOf(answer.body) : 'failed');
  const usual = of(got.get('reader'));
  return visitorNames
    .filter((visitor) => of(got.get(visitor)) !== usual)
    .map((visitor) => words[visitor])
    .join(', ');
}

async function lookAtSitemap({ origin }: Look, { path, names }: Look['sitemaps'][number]): Promise<Looked> {
  const wanted = await names();
  const answer = await visit(origin, path, 'searchBot');
  if (answer.kind === 'failed') return one(path, 'unreachable', answer.why);
  if (answer.status !== 200) return { answers: 1, findings: [statusOf(path, answer.status)] };
  const named = [...answer.body.toString('utf8').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address);
  const paths = new Set(
    named.map((address) => {
      const url = URL.canParse(address) ? new URL(address) : undefined;
      return url?.origin === origin.origin ? url.pathname : address;
    }),
  );
  const unknown = [...paths].find((one) => !wanted.has(one));
  if (unknown !== undefined) return one(path, 'sitemap', `menyebut ${unknown}`);
  const lacking = [...wanted].find((one) => !paths.has(one));
  return lacking === undefined ? { answers: 1, findings: [] } : one(path, 'sitemap', `tidak menyebut ${lacking}`);
}

function one(address: string, fault: SiteFinding['fault'], shows: string): Looked {
  return { answers: 1, findings: [{ address, fault, shows: shows.slice(0, 200) }] };
}

async function lookAtText(look: Look, path: string): Promise<Looked> {
  const answer = await visit(look.origin, path, 'searchBot');
  if (answer.kind === 'failed') return one(path, 'unreachable', answer.why);
  if (answer.status !== 200) return { answers: 1, findings: [statusOf(path, answer.status)] };
  const words = answer.body.toString('utf8');
  const slugs = [...words.matchAll(/\/berita\/([a-z0-9-]+)/g)].flatMap(([, slug]) => slug ?? []);
  const expected = {
    ...{ origin: look.origin.origin, register: look.register },
    signedWords: await wordsOfArticles(look.portal.id, [...new Set(slugs)]),
  };
  const page: SeenPage = { words, body: null, addresses: [], running: [], moves: false, hidden: [] };
  return { answers: 1, findings: pageFindings(path, page, expected) };
}

async function lookAtStrange({ origin }: Look, path: string): Promise<Looked> {
  const answer = await visit(origin, path, 'searchBot');
  if (answer.kind === 'failed') return one(path, 'unreachable', answer.why);
  const isAbsent = answer.status === 404 || answer.status === 410;
  return isAbsent ? { answers: 1, findings: [] } : one(path, 'unknown_address', String(answer.status));
}

async function lookAtFile({ origin, program }: Look, path: string): Promise<Looked> {
  const answer = await visit(origin, path, 'reader');
  if (answer.kind === 'failed') return one(path, 'unreachable', answer.why);
  const built = program?.[`.next/${path.slice('/_next/'.length)}`];
  const isSame = built === undefined ? answer.status === 200 : hashOf(answer.body) === built;
  return isSame ? { answers: 1, findings: [] } : one(path, 'file', String(answer.status));
}
