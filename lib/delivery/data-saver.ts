import { type HtmlAttribute, htmlPieces } from './html-tags.ts';

/** What the link to the same page without pictures asks for; delivery completes it. */
const switchAddress = '?hemat=1';

/** What leads back from there. */
const backWords = 'Tampilkan gambar';

/** Completes the link to the same page without pictures: a list keeps its place. */
export function linkToSaver(html: string, address: string): string {
  const saving = `${address}${address.includes('?') ? '&amp;' : '?'}hemat=1`;
  return html.replace(`href="${switchAddress}"`, `href="${saving}"`);
}

/**
 * A finished page without its pictures: each becomes a link to itself, those of lists go (the
 * article they lead to has them), and links to our own pages keep the choice.
 *
 * @param address of the same page with pictures
 */
export function saveData(html: string, address: string): string {
  const written: string[] = [];
  let from = 0;
  let picture: { isOfList: boolean } | undefined;
  let isSwitch = false;
  const write = (start: number, end: number, instead: string) => {
    written.push(html.slice(from, start), instead);
    from = end;
  };
  for (const piece of htmlPieces(html)) {
    if (picture !== undefined) {
      const instead =
        piece.kind === 'open' && piece.name === 'img' && !picture.isOfList ? photoLink(piece.attributes) : '';
      write(piece.from, piece.to, instead);
      if (piece.kind === 'close' && piece.name === 'picture') picture = undefined;
    } else if (isSwitch) {
      // By its place and not by its words: readers may have typed the same ones into the search.
      if (piece.kind === 'text') write(piece.from, piece.to, backWords);
      else isSwitch = false;
    } else if (piece.kind === 'open') {
      const { name, attributes } = piece;
      const href = attributes.find((attribute) => attribute.name === 'href')?.value;
      if (name === 'picture') {
        picture = { isOfList: attributes.some(({ value }) => /\bphoto-cropped\b/.test(value)) };
        write(piece.from, piece.to, '');
      } else if (name === 'a' && href !== undefined && isOwnPage(href)) {
        isSwitch = href === switchAddress;
        const kept = isSwitch ? escaped(address) : withSaver(href);
        write(piece.from, piece.to, html.slice(piece.from, piece.to).replace(`"${href}"`, `"${kept}"`));
      } else if (name === 'form') {
        write(piece.to, piece.to, '<input type="hidden" name="hemat" value="1"/>');
      }
    }
  }
  written.push(html.slice(from));
  return written.join('');
}

/** The values of a page's attributes are escaped already. */
function photoLink(attributes: readonly HtmlAttribute[]): string {
  const read = (name: string) => attributes.find((attribute) => attribute.name === name)?.value ?? '';
  const alt = read('alt');
  return `<a class="photo-link" href="${read('src')}">Lihat foto${alt === '' ? '' : `: ${alt}`}</a>`;
}

/** Files and answers for programs have no pictures to leave out. */
function isOwnPage(href: string): boolean {
  if (href === switchAddress) return true;
  return /^\/(?!\/)/.test(href) && !/^\/(?:media|api)\/|\.(?:xml|json|md|txt|ics)$/.test(href);
}

function withSaver(href: string): string {
  const [page = '', place] = href.split('#');
  return `${page}${page.includes('?') ? '&amp;' : '?'}hemat=1${place === undefined ? '' : `#${place}`}`;
}

function escaped(address: string): string {
  return address.replaceAll('&', '&amp;');
}
