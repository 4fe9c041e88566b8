/** Path and query of a request, taken apart. */
type Target = { path: string; query: string };

/**
 * Shapes of addresses that sites before this one had (FACTS, "CMS in the area"). Only these are
 * looked up: for anything else a stranger thinks of, the database is not asked.
 */
const shapes: readonly RegExp[] = [
  /^\/(?:19|20)\d\d\/(?:0[1-9]|1[0-2])(?:\/[0-3]\d)?\/[^/]{1,200}$/,
  /^\/(?:category|kategori|tag|author)\/[^/]{1,100}(?:\/[^/]{1,100})?$/,
  /^\/(?:post|posts|artikel|read|baca|news)\/(?:detail\/)?[^/]{1,200}$/,
  /^\/berita\/(?:detail\/|read\/|\d{1,9}\/)[^/]{1,200}$/,
  /^\/berita\/[^/]{1,200}\.html?$/,
  /^\/index\.php\/[^?]{1,200}$/,
];

/**
 * The address of an earlier site in the one form in which it is looked up: lower case, without a
 * slash at the end, and of the query only what named an article there (`/?p=123`).
 */
export function oldAddressOf({ path, query }: Target): string | undefined {
  if (path === '/' && query !== '') {
    const given = new URLSearchParams(query);
    const number = given.get('p') ?? given.get('page_id');
    return number !== null && /^\d{1,12}$/.test(number) ? `/?p=${number}` : undefined;
  }
  const bare = path.replace(/\/+$/, '').toLowerCase();
  return shapes.some((shape) => shape.test(bare)) ? bare : undefined;
}
