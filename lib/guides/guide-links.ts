import { helpPath } from '#lib/urls.ts';

/** Where a link of a guide leads in the newsroom. */
export type GuideLink = { href: string; isOutside: boolean };

/**
 * Guides link to each other as files (`foto.md#kredit`), so that the same words work on the
 * repository's host. Here those links become addresses of the newsroom.
 *
 * @param slugs the guides there are
 * @throws Error for a link that leads nowhere here: a guide is written by us, and mended
 */
export function linkInNewsroom(href: string, slugs: readonly string[]): GuideLink {
  if (href.startsWith('#')) return { href, isOutside: false };
  if (/^https:\/\/|^mailto:/.test(href)) return { href, isOutside: true };
  const [file = '', anchor] = href.split('#');
  const slug = file.endsWith('.md') ? file.slice(0, -'.md'.length) : '';
  if (!slugs.includes(slug)) throw new Error(`A guide links to ${href}, which is no guide.`);
  return { href: helpPath(slug, anchor), isOutside: false };
}

/**
 * The name of a picture of the guides.
 *
 * @throws Error for anything but a file of `gambar/`
 */
export function pictureName(href: string): string {
  const name = /^gambar\/(?<name>[a-z0-9-]+\.webp)$/.exec(href)?.groups?.['name'];
  if (name === undefined) throw new Error(`A guide shows ${href}, which is no picture of docs/panduan/gambar.`);
  return name;
}

/** The anchor of a heading, made as the repository's host makes it: `Memberi foto` becomes `memberi-foto`. */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replace(/\s/gu, '-');
}
