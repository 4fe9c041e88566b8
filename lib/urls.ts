import type { ArticleKind } from '../db/schema/enums.ts';

/** The only place that builds addresses of the site and the newsroom. Pure, and but for one rule paths without a host. */

/**
 * The name under which readers meet a portal and which its pages call their own: that of the public
 * address for the default portal and for whoever else answers to it, else the portal's first.
 */
export function canonicalHost(
  { hosts, isDefault }: { hosts: readonly string[]; isDefault: boolean },
  publicUrl: URL,
): string {
  const [own] = hosts;
  const isPublic = own === undefined || isDefault || hosts.includes(publicUrl.hostname);
  return isPublic ? publicUrl.hostname : own.toLowerCase();
}

/** The origin under which readers meet a portal: scheme and port are those of the public address. */
export function originOfPortal(portal: { hosts: readonly string[]; isDefault: boolean }, publicUrl: URL): URL {
  const origin = new URL(publicUrl.origin);
  origin.hostname = canonicalHost(portal, publicUrl);
  return origin;
}

export const frontPath = '/';
export const articlePath = (slug: string) => `/berita/${encodeURIComponent(slug)}`;
/** A lasting page (kind `page`): about, policy, an agency's profile. */
export const lastingPagePath = (slug: string) => `/halaman/${encodeURIComponent(slug)}`;
/** Where readers meet an article of this kind; a banner stands on every page, so on the first. */
export function readerPath({ kind, slug }: { kind: ArticleKind; slug: string }): string {
  if (kind === 'banner') return frontPath;
  return kind === 'page' ? lastingPagePath(slug) : articlePath(slug);
}
/** The note of a change, in the article. */
export const changeNotePath = (card: { kind: ArticleKind; slug: string }, edition: number) =>
  `${readerPath(card)}#perubahan-${edition}`;
/** The same article for machines: Markdown, plain text, and an event for a calendar. */
export const markdownPath = (slug: string) => `${articlePath(slug)}.md`;
export const plainTextPath = (slug: string) => `${articlePath(slug)}.txt`;
export const eventFilePath = (slug: string) => `${articlePath(slug)}.ics`;

export const agenciesPath = '/opd';
export const agencyPath = (slug: string) => `/opd/${encodeURIComponent(slug)}`;
export const agencyDocumentsPath = (slug: string) => `${agencyPath(slug)}/dokumen`;
export const sectionPath = (slug: string) => `/kanal/${encodeURIComponent(slug)}`;
export const topicsPath = '/topik';
export const topicPath = (slug: string) => `/topik/${encodeURIComponent(slug)}`;

/** Kinds that have a list of their own. */
export const listedKinds = [
  'press_release',
  'announcement',
  'hoax_clarification',
  'gallery',
  'infographic',
  'speech',
  'agenda_event',
] as const satisfies readonly ArticleKind[];
export type ListedKind = (typeof listedKinds)[number];

/** The address of each kind's list. */
export const kindPaths: Readonly<Record<ListedKind, string>> = {
  press_release: '/siaran-pers',
  announcement: '/pengumuman',
  hoax_clarification: '/klarifikasi',
  gallery: '/galeri',
  infographic: '/infografis',
  speech: '/pidato',
  agenda_event: '/agenda',
};

export const agendaPath = kindPaths.agenda_event;
export const agendaFilePath = '/agenda.ics';
export const amendmentsPath = '/ralat';
export const searchPath = '/cari';
export const checkPath = '/cek';
/** Where browsers tell what a page's policy made them refuse; takes POST alone. */
export const policyReportsPath = '/laporan-kebijakan';
/** The head of the audit chain of each day, and who outside holds it too. */
export const integrityPath = '/integritas';
/** An embargoed text, for the one person who holds this secret. */
export const embargoReadingPath = (token: string) => `/embargo/${token}`;
/** The words themselves, one step behind their cover. */
export const embargoWordsPath = (token: string) => `${embargoReadingPath(token)}?buka=1`;
export const embargoMediaPath = (token: string, key: string) => `${embargoReadingPath(token)}/media/${key}`;
/** What the renderer is asked for to draw it; never reachable from outside. */
export const renderedEmbargoPage = (token: string, reading: { device: string } | null) =>
  `/sistem/embargo/${token}${reading === null ? '' : `?${new URLSearchParams({ perangkat: reading.device })}`}`;
/** Ends the digests of one person, without signing in. */
export const unsubscribePath = (token: string) => `/berhenti-surel/${token}`;
export const checkCodePath = (code: string) => `${checkPath}/${encodeURIComponent(code)}`;

export const archivePath = '/arsip';
/** The archive of a year (`2026`), a month (`2026-01`) or a day (`2026-01-14`). */
export const archiveOfPath = (when: string) => `${archivePath}/${when.replaceAll('-', '/')}`;

export const feedFormats = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];
const feedFiles: Readonly<Record<FeedFormat, string>> = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' };
/** The feed of a list; that of everything stands at the root. */
export const feedPath = (listPath: string, format: FeedFormat) =>
  `${listPath === frontPath ? '' : listPath}/${feedFiles[format]}`;

export const sitemapIndexPath = '/sitemap.xml';
export const newsSitemapPath = '/sitemap-berita.xml';
/** @param part `halaman`, or a month (`2026-01`), or a further part of one (`2026-01-2`) */
export const sitemapPath = (part: string) => `/sitemap-${part}.xml`;
export const robotsPath = '/robots.txt';
export const llmsPath = '/llms.txt';
export const securityTextPath = '/.well-known/security.txt';

export const apiArticlesPath = '/api/v1/artikel';
export const apiArticlePath = (slug: string) => `${apiArticlesPath}/${encodeURIComponent(slug)}`;
export const apiDescriptionPath = '/api/v1/openapi.json';
/** Whether an address, with or without its query, is one of the public API. */
export const isApiAddress = (address: string) => /^\/api\/v1(?:[/?]|$)/.test(address);

export const mediaPath = (key: string) => `/media/${key}`;

/** The same list further on; page 1 is the list itself. */
export const pageOf = (path: string, page: number) => (page > 1 ? `${path}?halaman=${page}` : path);

/** A secret address at which a guest reads one edition before readers do. */
export const guestPreviewPath = (token: string) => `/pratinjau/${token}`;
export const guestMediaPath = (token: string, key: string) => `${guestPreviewPath(token)}/media/${key}`;
/** What the renderer is asked for to draw it, with what became of a comment; never reachable from outside. */
export const renderedGuestPreview = (token: string, after?: { told: string; typed: string }) => {
  const asked = after === undefined ? '' : `?${new URLSearchParams({ kabar: after.told, isi: after.typed })}`;
  return `/sistem/pratinjau/${token}${asked}`;
};

/** What the renderer is asked for where somebody ends their digests; never reachable from outside. */
export const renderedUnsubscribe = (token: string, isDone: boolean) =>
  `/sistem/berhenti-surel/${token}${isDone ? '?sudah=1' : ''}`;

/** Finished pages that delivery renders for itself; never reachable from outside. */
export const notFoundPage = '/sistem/tidak-ditemukan';
export const outagePage = '/sistem/gangguan';
export const tombstonePage = (slug: string) => `/sistem/ditarik/${encodeURIComponent(slug)}`;

/**
 * What the renderer is asked for where that is not the reader's own address: answers for programs
 * and lists that share a page. Never reachable from outside.
 */
export const renderedPaths = {
  feed: (format: FeedFormat, listPath: string) => `/sistem/umpan/${format}?daftar=${encodeURIComponent(listPath)}`,
  copy: (slug: string, form: 'md' | 'txt' | 'ics') => `/sistem/salinan/${encodeURIComponent(slug)}/${form}`,
  kind: (kind: ListedKind) => (kind === 'agenda_event' ? agendaPath : `/sistem/daftar/${kind}`),
  agenda: '/sistem/agenda',
  archive: (when: string) => `/sistem/arsip/${when}`,
  check: (code: string) => checkCodePath(code),
  /** What is said of a text that a reader sent. */
  checked: (answer: string) => `/sistem/cek/${answer}`,
  sitemap: (part: string) => `/sistem/peta/${part}`,
  text: (name: 'robots' | 'llms' | 'security') => `/sistem/teks/${name}`,
} as const;

/** What delivery puts in the place of a page of the newsroom that is not there, or that broke. */
export const newsroomNotFoundPage = '/redaksi/sistem/tidak-ditemukan';
export const newsroomFailedPage = '/redaksi/sistem/gangguan';

export const deskPath = '/redaksi';
export const signInPath = '/redaksi/masuk';
export const redeemPath = '/redaksi/kode';
export const accountPath = '/redaksi/akun';
/** One's own second factors and sessions. */
export const securityPath = '/redaksi/akun/keamanan';
/** Where somebody shows again that it is they, before something grave. */
export const confirmPath = '/redaksi/akun/konfirmasi';
/** The second step of signing in. */
export const secondStepPath = '/redaksi/masuk/langkah-kedua';
/** Sends a browser to the provider of sign-ins, and takes it back from there. */
export const providerStartPath = '/redaksi/masuk/sso';
export const providerReturnPath = `${providerStartPath}/kembali`;
/** Takes POST alone: everything kept about an account, as a file. */
export const accountDataPath = `${accountPath}/data`;
export const queuePath = '/redaksi/antrean';
/** What ended without publication. */
export const putAsidePath = `${queuePath}/disisihkan`;
export const publishedListPath = '/redaksi/terbit';
export const frontDeskPath = '/redaksi/depan';
/** Where an open desk hears that something changed. */
export const liveSignalsPath = '/redaksi/kabar-langsung';
/** What this person was told, and how they want to be told. */
export const notificationsPath = '/redaksi/pemberitahuan';
export const notificationSettingsPath = `${notificationsPath}/pengaturan`;
/** Marks a piece of news as read and goes where it leads. */
export const openNewsPath = (notificationId: string) => `${notificationsPath}/${notificationId}`;
/** The list of news: all of it or what is unread, and further down. */
export function notificationsOf(at: { onlyUnread?: boolean; olderThan?: string | undefined }): string {
  const query = new URLSearchParams();
  if (at.onlyUnread === true) query.set('lihat', 'belum');
  if (at.olderThan !== undefined) query.set('sebelum', at.olderThan);
  return `${notificationsPath}${query.size === 0 ? '' : `?${query}`}`;
}
export const editorialCalendarPath = '/redaksi/kalender';
export const reportsPath = '/redaksi/laporan';
export const monthlyReportPath = `${reportsPath}/bulanan`;
/** The reports of one question, as `reportQueryText` writes it. */
export const reportsOfPath = (query: string) => withQuery(reportsPath, query);
/** One table of them as a file. */
export const reportFilePath = (file: string, query: string) => withQuery(`${reportsPath}/unduh/${file}`, query);
/** @param month `2026-11` */
export const monthlyReportOfPath = (month: string, agencySlug: string | null) =>
  `${monthlyReportPath}?bulan=${month}${agencySlug === null ? '' : `&opd=${encodeURIComponent(agencySlug)}`}`;
const withQuery = (path: string, query: string) => (query === '' ? path : `${path}?${query}`);
/** The audit log, for auditors. */
export const auditTrailPath = '/redaksi/jejak-audit';
/** Takes the filter as a form. */
export const auditFilePath = `${auditTrailPath}/unduh`;
/** @param query of the filter, as lib/record/trail-filter.ts writes it */
export const auditTrailOf = (query: string) => (query === '' ? auditTrailPath : `${auditTrailPath}?${query}`);
/** Journalists who may be let in before an embargo ends. */
export const pressContactsPath = '/redaksi/pers';
/** The register of hosts outside that texts lead to. */
export const linkRegisterPath = '/redaksi/tautan';

/** The script that serves what was opened without a network, and the page that says what there is (`public/redaksi/luring.js` names it too). */
export const offlineScriptPath = '/redaksi/luring.js';
export const offlinePath = '/redaksi/luring';
export const draftPath = (articleId: string) => `/redaksi/naskah/${articleId}`;
export const reviewPath = (articleId: string, editionNumber?: number) =>
  editionNumber === undefined
    ? `${draftPath(articleId)}/tinjau`
    : `${draftPath(articleId)}/tinjau?edisi=${editionNumber}`;
/** @param at further down, and with one version chosen to be compared */
export function historyPath(
  articleId: string,
  at: { olderThan?: string | undefined; compareWith?: string | undefined } = {},
): string {
  const query = new URLSearchParams();
  if (at.olderThan !== undefined) query.set('sebelum', at.olderThan);
  if (at.compareWith !== undefined) query.set('dari', at.compareWith);
  return `${draftPath(articleId)}/riwayat${query.size === 0 ? '' : `?${query}`}`;
}
export const revisionPath = (articleId: string, revisionId: string) => `${historyPath(articleId)}/${revisionId}`;
export const previewPath = (articleId: string, editionNumber?: number) =>
  editionNumber === undefined
    ? `${draftPath(articleId)}/pratinjau`
    : `${draftPath(articleId)}/pratinjau?edisi=${editionNumber}`;
/** Who may read an article before its embargo ends, and who has. */
export const embargoPassesPath = (articleId: string) => `${draftPath(articleId)}/embargo`;
/** The embargoed text for an account that was let in. */
export const embargoForAccountPath = (articleId: string) => `${embargoPassesPath(articleId)}/baca`;
export const embargoAccountMediaPath = (articleId: string, key: string) =>
  `${embargoPassesPath(articleId)}/media/${key}`;
/** The sheet that shows who signed an edition. */
export const approvalSheetPath = (articleId: string, editionNumber?: number) =>
  editionNumber === undefined
    ? `${draftPath(articleId)}/lembar`
    : `${draftPath(articleId)}/lembar?edisi=${editionNumber}`;
/** Who else tells the same story: for programs, and one of them beside this article. */
export const similarPath = (articleId: string) => `${draftPath(articleId)}/serupa`;
export const similarComparePath = (articleId: string, otherId: string) => `${similarPath(articleId)}/${otherId}`;
/** Who reads an article before publication, and who releases it together. */
export const accessPath = (articleId: string) => `${draftPath(articleId)}/akses`;
export const strandedPath = (articleId: string) => `${draftPath(articleId)}/tertinggal`;

/** How an edition will look to readers, to those it is shared with, and to search engines. */
export const appearancePath = (articleId: string) => `/redaksi/naskah/${articleId}/tampilan`;
export const cardPreviewPath = (articleId: string) => `/redaksi/naskah/${articleId}/kartu`;
/** What texts of an article are compared with: the portal's register and lists. */
export const referencePath = (articleId: string) => `/redaksi/naskah/${articleId}/rujukan`;
/** Where two versions are compared; a form adds which. */
export const compareFormPath = (articleId: string) => `${historyPath(articleId)}/banding`;
/** Two versions side by side or as one text; the words as they stand are `sekarang`. */
export const comparePath = (articleId: string, of: { from: string; to: string; view?: 'inline' | 'side' }) =>
  `${compareFormPath(articleId)}?dari=${of.from}&ke=${of.to}${of.view === 'inline' ? '&tampilan=menyatu' : ''}`;

/** The register: people, regulations, figures, names and plain words, each a list of its own. */
export const registerPath = '/redaksi/daftar';
export const registerPaths = {
  people: registerPath,
  regulations: `${registerPath}/peraturan`,
  figures: `${registerPath}/angka`,
  names: `${registerPath}/nama`,
  plain_words: `${registerPath}/istilah`,
} as const;
type RegisterList = keyof typeof registerPaths;
/** How each list is called in the address of its file and of what it takes in. */
const registerFiles: Readonly<Record<RegisterList, string>> = {
  people: 'orang',
  regulations: 'peraturan',
  figures: 'angka',
  names: 'nama',
  plain_words: 'istilah',
};
export const registeredPersonPath = (personId: string) => `${registerPath}/orang/${personId}`;
export const registerImportPath = (list: RegisterList) => `${registerPath}/impor/${registerFiles[list]}`;
export const registerExportPath = (list: RegisterList, portalId: string) =>
  `${registerPath}/unduh/${registerFiles[list]}?portal=${portalId}`;
/** The list an address means by its last part; undefined for none. */
export function registerListNamed(part: string): RegisterList | undefined {
  const lists: readonly RegisterList[] = ['people', 'regulations', 'figures', 'names', 'plain_words'];
  return lists.find((list) => registerFiles[list] === part);
}

/** The guides: a list, and each with a place in it. */
export const helpListPath = '/redaksi/bantuan';
export const helpPath = (slug: string, section?: string) =>
  `${helpListPath}/${slug}${section === undefined ? '' : `#${section}`}`;
/** @param mark changes with the picture, which browsers keep under its address */
export const helpPicturePath = (name: string, mark: string) => `${helpListPath}/gambar/${name}?v=${mark}`;

export const coachingPath = '/redaksi/saya/catatan';

/** Where those who read an edition remark upon it. */
export const conversationPath = (articleId: string, comment?: string) =>
  `${draftPath(articleId)}/percakapan${comment === undefined ? '' : `#komentar-${comment}`}`;

/** Where the editor asks the dictionary about words. */
export const spellingPath = '/redaksi/ejaan';
/** An edition on paper, and as a document of Word. */
export const printPath = (articleId: string, editionNumber?: number) =>
  editionNumber === undefined
    ? `${draftPath(articleId)}/cetak`
    : `${draftPath(articleId)}/cetak?edisi=${editionNumber}`;
export const wordFilePath = (articleId: string, editionNumber?: number) =>
  editionNumber === undefined
    ? `${draftPath(articleId)}/unduh.docx`
    : `${draftPath(articleId)}/unduh.docx?edisi=${editionNumber}`;
/** What was done to the words of a document that became this article. */
export const importReportPath = (articleId: string) => `${draftPath(articleId)}/impor`;

export const importPath = '/redaksi/impor';
export const savePath = (editionId: string) => `/redaksi/simpan/${editionId}`;
export const presencePath = (editionId: string) => `/redaksi/hadir/${editionId}`;
export const turnPath = (editionId: string) => `/redaksi/giliran/${editionId}`;
export const remarksPath = (editionId: string) => `/redaksi/percakapan/${editionId}`;
export const uploadPath = '/redaksi/unggah';
export const resumableUploadPath = '/redaksi/unggah/berkas';
export const uploadStatusPath = (assetId: string) => `/redaksi/unggah/${assetId}`;
export const newsroomMediaPath = (key: string) => `/redaksi/media/${key}`;

export const libraryPath = '/redaksi/media';
export const libraryAssetPath = (assetId: string) => `${libraryPath}/berkas/${assetId}`;
export const libraryUploadPath = '/redaksi/media/unggah';
export const librarySearchPath = '/redaksi/media/cari';
export const libraryDescribePath = '/redaksi/media/keterangan';

export const adminPath = '/redaksi/admin';
export const adminAgenciesPath = '/redaksi/admin/opd';
export const adminSectionsPath = '/redaksi/admin/kanal';
export const adminTopicsPath = '/redaksi/admin/topik';
export const adminPeoplePath = '/redaksi/admin/orang';
export const adminRolesPath = '/redaksi/admin/peran';
export const adminInvitesPath = '/redaksi/admin/orang/undang';
export const adminPeopleImportPath = '/redaksi/admin/orang/impor';
export const adminDelegationsPath = '/redaksi/admin/delegasi';
export const adminHandoversPath = '/redaksi/admin/serah-terima';
export const adminHandoverPath = (handoverId: string) => `${adminHandoversPath}/${handoverId}`;
export const adminPortalPath = '/redaksi/admin/portal';
export const adminServiceHoursPath = '/redaksi/admin/jam-layanan';
export const adminHolidaysPath = '/redaksi/admin/hari-libur';
export const adminTargetsPath = '/redaksi/admin/target';
export const adminReasonsPath = '/redaksi/admin/alasan';
export const adminRedirectsPath = '/redaksi/admin/pengalihan';
export const adminMailPath = '/redaksi/admin/surel';
export const adminOperationsPath = '/redaksi/admin/operasi';

/** The absolute form of a path on a public origin such as `https://warta.example.go.id`. */
export const absolute = (origin: string, path: string) => new URL(path, origin).toString();

const longestSlug = 80;

/**
 * A slug from a title: lower case, Latin letters and digits, words joined by hyphens, at
 * most 80 characters cut at a word. Empty titles give `artikel`.
 */
export function slugify(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, longestSlug) : `${slug}-${word}`;
    if (longer.length > longestSlug) break;
    slug = longer;
  }
  return slug === '' ? 'artikel' : slug;
}
