import type { Editor } from '@tiptap/core';
import { policyBox } from '#lib/newsroom/templates.ts';
import { insertBlock } from './block-commands.ts';

/** What a choice needs of the screen around the text: windows and the device's own picker. */
export type InsertDesk = {
  pickPhotos: () => void;
  pickGallery: () => void;
  /** Opens the library for photos, one by one or as a gallery. */
  openLibrary: (goal: 'body' | 'gallery') => void;
  /** Opens the window in which what is to be inserted is chosen. */
  open: (window: 'table' | 'document' | 'article' | 'event') => void;
};

/** Something that can be put into the text, as the menus offer it. */
export type Insert = {
  id: string;
  name: string;
  /** What it is for, in a few words. */
  hint: string;
  /** Further words under which people look for it. */
  words: string;
  sign: string;
  use: (editor: Editor, desk: InsertDesk) => void;
};

/** Everything the slash menu and “Sisipkan” offer, the usual first. */
export const inserts: readonly Insert[] = [
  {
    id: 'subhead',
    name: 'Subjudul',
    hint: 'Kepala bagian',
    words: 'judul bagian heading h2',
    sign: 'H',
    use: (editor) => turnInto(editor, { type: 'heading', attrs: { level: 2 } }),
  },
  {
    id: 'minor-subhead',
    name: 'Subjudul kecil',
    hint: 'Bagian di dalam bagian',
    words: 'judul heading h3',
    sign: 'h',
    use: (editor) => turnInto(editor, { type: 'heading', attrs: { level: 3 } }),
  },
  {
    id: 'bullets',
    name: 'Daftar',
    hint: 'Butir tanpa urutan',
    words: 'butir poin list',
    sign: '•',
    use: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'numbers',
    name: 'Daftar bernomor',
    hint: 'Langkah berurutan',
    words: 'nomor langkah urut list',
    sign: '1.',
    use: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    id: 'quote',
    name: 'Kutipan',
    hint: 'Ucapan narasumber',
    words: 'kutip ucapan narasumber quote',
    sign: '”',
    use: (editor) => turnInto(editor, { type: 'quote' }),
  },
  {
    id: 'photo',
    name: 'Foto',
    hint: 'Dari perangkat Anda',
    words: 'gambar unggah kamera',
    sign: '▣',
    use: (_editor, desk) => desk.pickPhotos(),
  },
  {
    id: 'library-photo',
    name: 'Foto dari pustaka',
    hint: 'Yang sudah diunggah',
    words: 'gambar pustaka media',
    sign: '▣',
    use: (_editor, desk) => desk.openLibrary('body'),
  },
  {
    id: 'gallery',
    name: 'Galeri',
    hint: 'Beberapa foto berurutan',
    words: 'gambar foto',
    sign: '▦',
    use: (_editor, desk) => desk.pickGallery(),
  },
  {
    id: 'library-gallery',
    name: 'Galeri dari pustaka',
    hint: 'Foto yang sudah diunggah',
    words: 'gambar foto pustaka media',
    sign: '▦',
    use: (_editor, desk) => desk.openLibrary('gallery'),
  },
  {
    id: 'table',
    name: 'Tabel',
    hint: 'Baris dan kolom',
    words: 'data excel',
    sign: '⊞',
    use: (_editor, desk) => desk.open('table'),
  },
  {
    id: 'policy',
    name: 'Inti kebijakan',
    hint: 'Empat jawaban tentang aturan baru',
    words: 'kotak aturan info apa berubah untuk siapa mulai kapan',
    sign: '☑',
    use: (editor) => insertBlock(editor, policyBox),
  },
  {
    id: 'info-box',
    name: 'Kotak informasi',
    hint: 'Syarat, alamat, cara',
    words: 'info syarat catatan',
    sign: 'i',
    use: (editor) => insertBlock(editor, { type: 'infoBox', content: [{ type: 'paragraph' }] }),
  },
  {
    id: 'key-numbers',
    name: 'Angka kunci',
    hint: 'Satu atau beberapa angka penting',
    words: 'data statistik jumlah',
    sign: '12',
    use: (editor) => insertBlock(editor, { type: 'keyNumbers', content: [{ type: 'keyNumber' }] }),
  },
  {
    id: 'timeline',
    name: 'Lini masa',
    hint: 'Apa terjadi kapan',
    words: 'kronologi urutan waktu tanggal',
    sign: '⋮',
    use: (editor) =>
      insertBlock(editor, {
        type: 'timeline',
        content: [{ type: 'timelineItem', content: [{ type: 'paragraph' }] }],
      }),
  },
  {
    id: 'pull-quote',
    name: 'Petikan',
    hint: 'Satu kalimat ditonjolkan',
    words: 'kutip sorotan',
    sign: '❝',
    use: (editor) => insertBlock(editor, { type: 'pullQuote' }),
  },
  {
    id: 'document',
    name: 'Dokumen PDF',
    hint: 'Untuk diunduh pembaca',
    words: 'berkas lampiran unduh',
    sign: '⎙',
    use: (_editor, desk) => desk.open('document'),
  },
  {
    id: 'article',
    name: 'Baca juga',
    hint: 'Artikel terbit dari portal ini',
    words: 'terkait tautan artikel',
    sign: '→',
    use: (_editor, desk) => desk.open('article'),
  },
  {
    id: 'event',
    name: 'Agenda',
    hint: 'Acara dari agenda',
    words: 'acara jadwal kegiatan tanggal',
    sign: '◫',
    use: (_editor, desk) => desk.open('event'),
  },
];

/** Makes the paragraph another block; where one cannot stand (a list, a box) it goes behind that. */
function turnInto(editor: Editor, block: { type: string; attrs?: Record<string, unknown> }): void {
  const isOutside = editor.state.selection.$from.depth === 1;
  if (!isOutside || !editor.chain().focus().setNode(block.type, block.attrs).run()) insertBlock(editor, block);
}

/** What fits the letters somebody has typed: names that begin with them first, then whatever holds them. */
export function insertsFor(query: string): readonly Insert[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return inserts;
  const begins = inserts.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  const holds = inserts.filter(({ name, words }) => ` ${name} ${words}`.toLowerCase().includes(` ${wanted}`));
  return [...new Set([...begins, ...holds])];
}
