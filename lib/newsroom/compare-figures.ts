import { originLabels } from '../richtext/origin-words.ts';
import type { RichBlock } from '../richtext/rich-nodes.ts';
import type { Cover, Words } from './article-input.ts';
import type { FieldChange } from './compare.ts';

/** What became of one picture. */
export type FigureChange = {
  kind: 'added' | 'removed' | 'changed';
  /** The field or block it stands in now, or stood in. */
  place: string;
  name: string;
  assetId: string;
  /** What it says, to know it by where no picture is shown. */
  words: string;
  /** What is another than before, each in words. */
  differences: { name: string; before: string; after: string }[];
};

type Shown = {
  place: string;
  name: string;
  assetId: string;
  assetHash: string;
  alt: string;
  caption: string;
  credit: string;
  origin: string;
  crop: string;
};

/** Which pictures came, went, or say something else: for whoever signs next. */
export function compareFigures(before: Words, after: Words): FigureChange[] {
  const [was, is] = [figuresOf(before), figuresOf(after)];
  const left = [...was];
  const changes = is.flatMap((shown): FigureChange[] => {
    const at = matching(left, shown);
    const [former] = at < 0 ? [] : left.splice(at, 1);
    if (former === undefined) return [changeOf('added', shown, [])];
    const differences = differencesOf(former, shown);
    return differences.length === 0 ? [] : [changeOf('changed', shown, differences)];
  });
  return [...changes, ...left.map((former) => changeOf('removed', former, []))];
}

/** Changes of words without those that only tell of pictures: these are shown as pictures. */
export function withoutFigures(changes: readonly FieldChange[]): FieldChange[] {
  return changes.filter(({ field, pieces }) => {
    if (field === 'cover') return false;
    const side = (own: 'added' | 'removed') =>
      pieces.flatMap(({ kind, text }) => (kind === 'same' || kind === own ? [text] : [])).join('');
    return ![side('removed'), side('added')].every((text) => text === '' || text.startsWith('[Foto]'));
  });
}

/** The same picture in the same part of the article first, then anywhere. */
function matching(left: readonly Shown[], shown: Shown): number {
  const inPlace = left.findIndex((one) => one.assetId === shown.assetId && one.name === shown.name);
  return inPlace >= 0
    ? inPlace
    : left.findIndex((one) => one.assetId === shown.assetId && isInBody(one) === isInBody(shown));
}

const isInBody = ({ place }: Shown) => place !== 'cover';

function changeOf(kind: FigureChange['kind'], shown: Shown, differences: FigureChange['differences']): FigureChange {
  const { place, name, assetId } = shown;
  return { kind, place, name, assetId, words: shown.caption || shown.alt, differences };
}

function differencesOf(former: Shown, shown: Shown): FigureChange['differences'] {
  const named: [string, keyof Shown][] = [
    ['Berkas', 'assetHash'],
    ['Teks alternatif', 'alt'],
    ['Keterangan', 'caption'],
    ['Kredit', 'credit'],
    ['Jenis gambar', 'origin'],
    ['Titik fokus', 'crop'],
  ];
  return named
    .filter(([, key]) => former[key] !== shown[key])
    .map(([name, key]) => ({ name, before: saying(key, former), after: saying(key, shown) }));
}

function saying(key: keyof Shown, shown: Shown): string {
  return key === 'assetHash' ? shown.assetHash.slice(0, 8) : shown[key];
}

function figuresOf({ cover, body }: Words): Shown[] {
  return [
    ...(cover === null ? [] : [coverShown(cover)]),
    ...body.content.flatMap((block, at) => inBlock(block, `body.${at}`)),
  ];
}

function coverShown(cover: Cover): Shown {
  const { x, y } = cover.focal;
  const percent = (share: number) => Math.round(share * 100);
  return {
    ...{ place: 'cover', name: 'Foto utama', assetId: cover.assetId, assetHash: cover.assetHash },
    ...{ alt: altOf(cover), caption: cover.caption, credit: cover.credit, origin: originOf(cover.origin) },
    crop: `${percent(x)} persen dari kiri, ${percent(y)} persen dari atas`,
  };
}

function inBlock(block: RichBlock, place: string): Shown[] {
  if (block.type === 'gallery') return block.content.flatMap((figure) => inBlock(figure, place));
  if (block.type !== 'figure') return [];
  const { assetId, assetHash, caption = '', credit = '', origin } = block.attrs;
  const name = 'Foto di isi';
  return [
    { place, name, assetId, assetHash, alt: altOf(block.attrs), caption, credit, origin: originOf(origin), crop: '' },
  ];
}

const altOf = ({ alt = '', decorative = false }: { alt?: string; decorative?: boolean }) =>
  decorative ? 'dekoratif' : alt;

const originOf = (origin: 'illustration' | 'ai_made' | undefined) => originLabels[origin ?? 'photo'];
