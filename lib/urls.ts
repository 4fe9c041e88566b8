/** The only place that builds addresses of the site and the newsroom. Pure: paths, no host. */

export const frontPath = '/';
export const articlePath = (slug: string) => `/berita/${encodeURIComponent(slug)}`;
export const agencyPath = (slug: string) => `/opd/${encodeURIComponent(slug)}`;
export const sectionPath = (slug: string) => `/kanal/${encodeURIComponent(slug)}`;
export const mediaPath = (key: string) => `/media/${key}`;

/** The same list further on; page 1 is the list itself. */
export const pageOf = (path: string, page: number) => (page > 1 ? `${path}?halaman=${page}` : path);

/** Finished pages that delivery renders for itself; never reachable from outside. */
export const notFoundPage = '/sistem/tidak-ditemukan';
export const outagePage = '/sistem/gangguan';
export const tombstonePage = (slug: string) => `/sistem/ditarik/${encodeURIComponent(slug)}`;

/** What delivery puts in the place of a page of the newsroom that is not there, or that broke. */
export const newsroomNotFoundPage = '/redaksi/sistem/tidak-ditemukan';
export const newsroomFailedPage = '/redaksi/sistem/gangguan';

export const deskPath = '/redaksi';
export const signInPath = '/redaksi/masuk';
export const redeemPath = '/redaksi/kode';
export const accountPath = '/redaksi/akun';
export const queuePath = '/redaksi/antrean';
export const publishedListPath = '/redaksi/terbit';

export const draftPath = (articleId: string) => `/redaksi/naskah/${articleId}`;
export const reviewPath = (articleId: string, editionNumber?: number) =>
  editionNumber === undefined
    ? `${draftPath(articleId)}/tinjau`
    : `${draftPath(articleId)}/tinjau?edisi=${editionNumber}`;
export const historyPath = (articleId: string) => `${draftPath(articleId)}/riwayat`;
export const revisionPath = (articleId: string, revisionId: string) => `${historyPath(articleId)}/${revisionId}`;
export const previewPath = (articleId: string, editionNumber?: number) =>
  editionNumber === undefined
    ? `${draftPath(articleId)}/pratinjau`
    : `${draftPath(articleId)}/pratinjau?edisi=${editionNumber}`;
export const strandedPath = (articleId: string) => `${draftPath(articleId)}/tertinggal`;

export const savePath = (editionId: string) => `/redaksi/simpan/${editionId}`;
export const uploadPath = '/redaksi/unggah';
export const uploadStatusPath = (assetId: string) => `/redaksi/unggah/${assetId}`;
export const newsroomMediaPath = (key: string) => `/redaksi/media/${key}`;

export const adminPath = '/redaksi/admin';
export const adminAgenciesPath = '/redaksi/admin/opd';
export const adminSectionsPath = '/redaksi/admin/kanal';
export const adminPeoplePath = '/redaksi/admin/orang';
export const adminRolesPath = '/redaksi/admin/peran';

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
