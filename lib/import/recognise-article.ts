import type { RichInline } from '#lib/richtext/rich-nodes.ts';
import { tidyInline, wordsOf } from '#lib/richtext/tidy-inline.ts';
import { datelineOf } from './dateline.ts';
import { namedDayOf } from './event-date.ts';
import { type ImportBlock, type ImportPicture, isWords, textOf } from './import-blocks.ts';
import { linesOfLetterhead } from './letterhead.ts';
import { type PhotoLine, photoLineOf } from './photo-line.ts';
import { type ImportReport, reportLine } from './report.ts';
import { nameTables } from './table-names.ts';
import { tailCodeOf } from './tail-code.ts';

/** Somebody named in the text, and where its facts came from, as the fields of an article take them. */
type Credit = {
  name: string;
  initials: string;
  role: 'writer' | 'editor' | 'photographer' | 'contributor';
  unit: string;
};
type Source = { name: string; detail: string };

/** The parts of an article in a text that has none: what each field gets, and what was done to the words. */
export type RecognisedArticle = {
  title: string;
  lead: string;
  /** The short version, where a line of the text says that it is one. */
  summary: string;
  datelinePlace: string;
  /** The outlet of the dateline; our own portal writes its own. */
  outlet: string;
  eventDate: string | null;
  credits: Credit[];
  sources: Source[];
  sponsored: boolean;
  blocks: ImportBlock[];
  report: ImportReport;
};

/** The most characters that the fields take, and a title's most words before it is a paragraph. */
const longest = { title: 200, titleWords: 28, lead: 1000, place: 80, summary: 600 } as const;

/**
 * Finds title, dateline, lead, day of the event, tail code and photo lines in the blocks of a text from outside, as
 * offices of this region write them. What is not certain stays in the text; whatever moves or goes is in the report.
 */
export function recogniseArticle(blocks: readonly ImportBlock[]): RecognisedArticle {
  const work: Work = { blocks: [...blocks], report: [] };
  const dropped = [...dropLetterhead(work), ...dropLines(work)];
  const byline = takeByline(work);
  const own = takeOwnLines(work);
  const title = takeTitle(work);
  const tail = takeTailCode(work);
  const dateline = takeDateline(work);
  namePhotos(work);
  const named = nameTables(work.blocks);
  work.blocks = named.blocks;
  work.report.push(...named.report);
  const lead = takeLead(work, dateline.opened);
  const eventDate = own.eventDate ?? findEventDate(work, lead);
  if (title === '') work.report.unshift(reportLine('Judul tidak ditemukan. Tulis judulnya di naskah.'));
  work.report.push(...dropped);
  return {
    title,
    lead,
    summary: own.summary,
    datelinePlace: dateline.place,
    outlet: dateline.outlet,
    eventDate,
    credits: [...byline.credits, ...tail.credits].slice(0, 12),
    sources: byline.sources,
    sponsored: tail.sponsored || own.sponsored,
    blocks: work.blocks,
    report: work.report,
  };
}

/** Fewer words than these are no lead. */
const leadWords = 8;

type Work = { blocks: ImportBlock[]; report: ImportReport };

const related =
  /^(?:(?:\(|\[)?baca (?:juga|selengkapnya|berita)|simak (?:juga|pula)|lihat juga|berita terkait|artikel terkait)\b/i;
const leftover =
  /^(?:discussion about this post|bagikan(?: ini| berita| artikel)?(?: ke.{0,40})?:?|share(?: this)?(?: post)?:?|tags?:.{0,120}|post views:.{0,20}|komentar|tinggalkan balasan|advertisement|iklan|- ?advertisement ?-)$/i;

function dropLetterhead(work: Work): ImportReport {
  const gone = linesOfLetterhead(work.blocks);
  work.blocks = work.blocks.filter((block) => !gone.has(block));
  return [...gone.values()].map((text) => reportLine('Kop atau label dokumen dihapus.', text));
}

/** Lines that a site or a program put there. */
function dropLines(work: Work): ImportReport {
  const report: ImportReport = [];
  work.blocks = work.blocks.filter((block) => {
    const text = textOf(block);
    if (related.test(text) && text.length <= 300) {
      report.push(reportLine('Baris “Baca juga” dihapus. Hubungkan artikelnya lewat Terkait.', text));
      return false;
    }
    if (leftover.test(text)) {
      report.push(reportLine('Sisa halaman situs dihapus.', text));
      return false;
    }
    return true;
  });
  return report;
}

const bylineRoles: Readonly<Record<string, Credit['role']>> = {
  ...{
    oleh: 'writer',
    penulis: 'writer',
    reporter: 'writer',
    pewarta: 'writer',
    wartawan: 'writer',
    teks: 'writer',
    naskah: 'writer',
  },
  ...{
    editor: 'editor',
    redaktur: 'editor',
    penyunting: 'editor',
    fotografer: 'photographer',
    kontributor: 'contributor',
  },
};

/** Lines such as `Penulis: Rina` and `Sumber: BPS`, at either end of the text. */
function takeByline(work: Work): { credits: Credit[]; sources: Source[] } {
  const credits: Credit[] = [];
  const sources: Source[] = [];
  work.blocks = work.blocks.filter((block, index) => {
    if (block.type !== 'paragraph' || (index > 3 && index < work.blocks.length - 6)) return true;
    const text = textOf(block);
    const [, label = '', name = ''] = /^(\p{L}{4,11})\s*:\s*(\p{L}[^:]{1,78})$/u.exec(text) ?? [];
    const role = bylineRoles[label.toLowerCase()];
    const isSource = label.toLowerCase() === 'sumber';
    if ((role === undefined && !isSource) || /[.!?]$/.test(name.replace(/\b\p{L}{1,3}\.$/u, ''))) return true;
    // A comma may part names, or a name from its degree.
    const names = name.includes('.') ? [name] : name.split(', ');
    if (role !== undefined) credits.push(...names.map((one) => ({ name: one.trim(), initials: '', role, unit: '' })));
    else sources.push({ name: name.trim(), detail: '' });
    work.report.push(reportLine(isSource ? 'Sumber dipindah ke Sumber.' : 'Nama dipindah ke Kredit.', text));
    return false;
  });
  return { credits, sources };
}

type OwnLines = { summary: string; eventDate: string | null; sponsored: boolean };

/** Lines that our own documents name: the short version, the day of the event, the mark of what was paid for. */
function takeOwnLines(work: Work): OwnLines {
  const own: OwnLines = { summary: '', eventDate: null, sponsored: false };
  work.blocks = work.blocks.filter((block) => {
    const text = block.type === 'paragraph' ? textOf(block) : '';
    const [, label = '', words = ''] = /^(versi ringkas|tanggal peristiwa)\s*:\s*(.+)$/i.exec(text) ?? [];
    const day = label.toLowerCase() === 'tanggal peristiwa' ? namedDayOf(words)?.date : undefined;
    if (label.toLowerCase() === 'versi ringkas' && words.length <= longest.summary && own.summary === '') {
      own.summary = words;
      work.report.push(reportLine('Versi ringkas dipindah ke kolomnya.', words));
      return false;
    }
    if (day) {
      own.eventDate = day;
      work.report.push(reportLine('Tanggal peristiwa diisi dari teks.', words));
      return false;
    }
    if (text !== 'Advertorial') return true;
    own.sponsored = true;
    work.report.push(reportLine('Naskah ditandai Advertorial, karena dokumen menyebutnya.', text));
    return false;
  });
  return own;
}

function takeTitle(work: Work): string {
  const at = work.blocks.findIndex(isWords);
  const block = work.blocks[at];
  if (!isWords(block)) return '';
  const text = textOf(block).replace(/^judul(?: berita)?\s*:\s*/i, '');
  const following = work.blocks.slice(at + 1).find((other) => other.type === 'paragraph');
  const isShort = text.length <= longest.title && text.split(/\s+/).length <= longest.titleWords;
  const isSentence = /[.,;:]$/.test(text) || datelineOf(text) !== undefined;
  const isTitle = isShort && following !== undefined && (block.type === 'heading' || !isSentence);
  if (!isTitle || photoLineOf(text) !== undefined) return '';
  work.blocks.splice(at, 1);
  const isLoud = /\p{L}{4}/u.test(text) && text === text.toUpperCase();
  if (isLoud) {
    const lower = text.toLowerCase();
    const calm = lower.charAt(0).toUpperCase() + lower.slice(1);
    work.report.push(
      reportLine(
        'Judul ditulis dengan huruf kapital semua. Tulis ulang seperti ini, lalu periksa nama dan singkatannya:',
        calm,
      ),
    );
  }
  return text;
}

function takeTailCode(work: Work): { credits: Credit[]; sponsored: boolean } {
  const at = work.blocks.findLastIndex((block) => textOf(block) !== '');
  const block = work.blocks[at];
  const code = block?.type === 'paragraph' ? tailCodeOf(textOf(block)) : undefined;
  if (block?.type !== 'paragraph' || code === undefined) return { credits: [], sponsored: false };
  const words = wordsOf(block.content);
  const content = cut(block.content ?? [], 0, words.trimEnd().length - code.length);
  if (content.length === 0) work.blocks.splice(at, 1);
  else work.blocks[at] = { type: 'paragraph', content };
  work.report.push(reportLine('Kode ekor dipindah ke Kredit.', code.text));
  if (code.isSponsored)
    work.report.push(reportLine('Naskah ditandai Advertorial, karena kode ekornya memuat ADV.', code.text));
  const { initials, unit } = code;
  const isNamed = initials !== '' || unit !== '';
  return { credits: isNamed ? [{ name: '', initials, role: 'writer', unit }] : [], sponsored: code.isSponsored };
}

/** @returns the paragraph that it opened as well */
function takeDateline(work: Work): { place: string; outlet: string; opened?: ImportBlock } {
  // It opens the first long paragraph, or a short lead before that.
  const wordsAt = (block: ImportBlock) =>
    block.type === 'paragraph' && photoLineOf(textOf(block)) === undefined ? textOf(block) : '';
  const long = work.blocks.findIndex((block) => wordsAt(block).length > 60);
  const upTo = long === -1 ? work.blocks.length : long + 1;
  const at = work.blocks.slice(0, upTo).findIndex((block) => datelineOf(wordsAt(block)) !== undefined);
  const block = work.blocks[at];
  const found = block && datelineOf(wordsAt(block));
  if (block?.type !== 'paragraph' || found === undefined) return { place: '', outlet: '' };
  const words = wordsOf(block.content);
  const indent = words.length - words.trimStart().length;
  const head = words.trim().slice(0, found.length);
  const opened: ImportBlock = { type: 'paragraph', content: cut(block.content ?? [], indent + found.length) };
  work.blocks[at] = opened;
  work.report.push(
    found.place === ''
      ? reportLine('Tanggal baris hanya menyebut media, jadi dihapus. Isi tempatnya.', head)
      : reportLine('Tempat dipindah ke Tanggal baris.', head),
  );
  if (found.place !== '' && found.outlet !== '')
    work.report.push(reportLine('Nama media pada tanggal baris dihapus.', found.outlet));
  return { place: found.place.slice(0, longest.place), outlet: found.outlet, opened };
}

/** Lines about photos become the words of the picture before them, else of the one after. */
function namePhotos(work: Work): void {
  const kept: ImportBlock[] = [];
  let waiting: { line: PhotoLine; text: string; block: ImportBlock } | undefined;
  const settle = () => {
    if (waiting === undefined) return;
    const { line, text, block } = waiting;
    if (!line.isCertain) kept.push(block);
    work.report.push(
      line.isCertain
        ? reportLine('Baris foto dihapus, karena di dekatnya tidak ada foto.', text)
        : reportLine('Baris ini mungkin keterangan foto. Periksa.', text),
    );
    waiting = undefined;
  };
  for (const block of work.blocks) {
    const line = block.type === 'paragraph' ? photoLineOf(textOf(block)) : undefined;
    const last = kept.at(-1);
    if (line !== undefined && last?.type === 'picture' && isBare(last, line) && waiting === undefined) {
      kept[kept.length - 1] = named(last, line);
      work.report.push(reportLine('Keterangan dan kredit foto dipindah ke fotonya.', textOf(block)));
    } else if (line !== undefined) {
      settle();
      waiting = { line, text: textOf(block), block };
    } else if (block.type === 'picture' && waiting !== undefined) {
      kept.push(named(block, waiting.line));
      work.report.push(reportLine('Keterangan dan kredit foto dipindah ke fotonya.', waiting.text));
      waiting = undefined;
    } else {
      settle();
      kept.push(block);
    }
  }
  settle();
  work.blocks = kept;
}

function isBare(picture: ImportPicture, line: PhotoLine): boolean {
  return (line.caption === '' || picture.caption === undefined) && (line.credit === '' || picture.credit === undefined);
}

function named(picture: ImportPicture, { caption, credit }: PhotoLine): ImportPicture {
  return {
    ...picture,
    ...(caption !== '' && { caption: caption.slice(0, 400) }),
    ...(credit !== '' && { credit: credit.slice(0, 160) }),
  };
}

function takeLead(work: Work, opened: ImportBlock | undefined): string {
  // A short line before it (a second title, a greeting) is no lead and stays where it is.
  const at = work.blocks.findIndex(
    (block) => block.type === 'paragraph' && (block === opened || textOf(block).split(/\s+/).length >= leadWords),
  );
  const block = work.blocks[at];
  const isFirst = work.blocks
    .slice(0, Math.max(at, 0))
    .every((other) => other.type === 'picture' || other.type === 'paragraph');
  if (block?.type !== 'paragraph' || !isFirst) return '';
  const isLast = !work.blocks.slice(at + 1).some((other) => other.type !== 'picture');
  const text = textOf(block);
  if (isLast) return '';
  if (text.length > longest.lead) {
    work.report.push(
      reportLine('Paragraf pertama terlalu panjang untuk teras, jadi tetap di isi. Tulis terasnya.', text),
    );
    return '';
  }
  if (block.content?.some((inline) => inline.type === 'text' && inline.marks?.some(({ type }) => type === 'link'))) {
    work.report.push(reportLine('Tautan pada teras dihapus, karena teras hanya memuat teks.', text));
  }
  work.blocks.splice(at, 1);
  work.report.push(reportLine('Paragraf pertama menjadi teras.', text));
  return text;
}

function findEventDate(work: Work, lead: string): string | null {
  const texts = [
    lead,
    ...work.blocks
      .filter((block) => block.type === 'paragraph')
      .slice(0, 3)
      .map(textOf),
  ];
  for (const text of texts) {
    const named = namedDayOf(text);
    if (named === undefined) continue;
    work.report.push(
      named.date === null
        ? reportLine('Hari dan tanggal ini tidak cocok, jadi tanggal peristiwa tidak diisi. Periksa.', named.text)
        : reportLine('Tanggal peristiwa diisi dari teks.', named.text),
    );
    return named.date;
  }
  return null;
}

/** A part of the words of a block, with their marks. */
function cut(inlines: readonly RichInline[], from: number, to = Number.POSITIVE_INFINITY): RichInline[] {
  let at = 0;
  const part = inlines.flatMap((inline): RichInline[] => {
    const length = inline.type === 'text' ? inline.text.length : 1;
    const [begin, end] = [Math.max(from - at, 0), Math.min(to - at, length)];
    at += length;
    if (begin >= end) return [];
    return inline.type === 'text' ? [{ ...inline, text: inline.text.slice(begin, end) }] : [inline];
  });
  return tidyInline(part);
}
