import { isBlank } from '../richtext/document.ts';
import type { RichBlock, RichDocument, RichTable } from '../richtext/rich-nodes.ts';
import type { Tell } from './kind-readiness.ts';

/** A gallery is photos to move through; a single one is a photo. */
export const galleryPhotosAtLeast = 2;

/** What the blocks of a body still lack before readers may have it; photos and documents are asked for elsewhere. */
export function checkBlocks(body: RichDocument, block: Tell): void {
  for (const [index, part] of body.content.entries()) {
    for (const [code, text] of lackingIn(part)) block(`body.${index}`, code, text);
  }
}

function lackingIn(part: RichBlock): [code: string, text: string][] {
  switch (part.type) {
    case 'table':
      return [
        ...(part.attrs.caption.trim() === '' ? [captionMissing] : []),
        ...(hasHeader(part) ? [] : [headerMissing]),
      ];
    case 'gallery':
      return part.content.length < galleryPhotosAtLeast ? [photosMissing] : [];
    case 'documentCard':
      return part.attrs.title.trim() === '' ? [titleMissing] : [];
    default:
      return [];
  }
}

/** Screen readers say the head of the column with every cell. The corner above a column of names may stay empty. */
function hasHeader({ content: [first] }: RichTable): boolean {
  const [corner, ...others] = first?.content ?? [];
  if (corner?.type !== 'tableHeader') return false;
  if (others.length === 0) return !isBlank(corner.content);
  return others.every((cell) => cell.type === 'tableHeader' && !isBlank(cell.content));
}

const captionMissing: [string, string] = [
  'table_caption_missing',
  'Tabel ini belum punya judul. Tulis apa isinya, misalnya “Harga beras per pasar”.',
];
const headerMissing: [string, string] = [
  'table_header_missing',
  'Baris pertama tabel ini belum berisi judul setiap kolom. Jadikan baris itu judul kolom, lalu isi semuanya.',
];
const photosMissing: [string, string] = [
  'gallery_photos_missing',
  `Galeri memuat sedikitnya ${galleryPhotosAtLeast} foto. Tambah fotonya, atau pakai foto biasa.`,
];
const titleMissing: [string, string] = [
  'document_title_missing',
  'Dokumen ini belum punya judul. Tulis nama yang dipahami pembaca.',
];
