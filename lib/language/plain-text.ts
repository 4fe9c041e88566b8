import type { Manuscript, Piece, PieceRole } from './manuscript.ts';
import { regencyOf } from './places-in-text.ts';

/** A place and an outlet, in either order, before a dash of any length: “Samarinda, Borneoupdate.com – ”. */
const dateline =
  /^(\p{Lu}[\p{L}\p{N}.' -]{1,40}?)(?:, ?(\p{Lu}[\p{L}\p{N}.' -]{1,40}?))?(?: ?[–—] ?| --? )(?=["“‘']?\p{Lu})/u;

/** “(ANE/ADV/Diskominfo)” or “(csv)” at the very end. */
const tailCode = /\((?:\/\/)?(?:[\p{L}\p{N}]+(?:\/+[\p{L}\p{N}]+)+(?:\/\/)?|\p{Ll}{2,4})\)$/u;

const longestTitle = 150;

/**
 * Reads a plain text as an article: a first short line without a full stop is the title, the next
 * paragraph the lead. The place before the first dash and the code at the end belong to neither.
 */
export function readPlainText(text: string): Manuscript {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = ''] = lines;
  const hasTitle = lines.length > 1 && first.length <= longestTitle && !/[.!?…:,;]["”]?$/u.test(first);
  const paragraphs = hasTitle ? lines.slice(1) : lines;
  const [lead = '', ...body] = paragraphs;
  const place = dateline.exec(lead);
  const leadText = place === null ? lead : lead.slice(place[0].length);
  const coded = body.findLastIndex((line) => tailCode.test(line));
  const bodyTexts = body.map((line, index) => (index === coded ? line.replace(tailCode, '').trimEnd() : line));
  return {
    kind: 'news',
    pieces: [
      ...(hasTitle ? [piece('title', 'title', first)] : []),
      ...(leadText === '' ? [] : [piece('lead', 'lead', leadText)]),
      ...bodyTexts.filter(Boolean).map((line, index) => piece(`body.${index}`, 'paragraph', line)),
    ],
    photos: [],
    datelinePlace: place === null ? '' : placeOf(place),
    eventDate: null,
    regencies: [],
    sponsored: /\bADV\b/u.test(tailCode.exec(body[coded] ?? '')?.[0] ?? ''),
    sourceCount: 0,
    venue: '',
  };
}

/** The part that is a place we know, else the one that is no address on the web. */
function placeOf([, first = '', second = '']: RegExpExecArray): string {
  const parts = [first, second].filter((part) => part !== '');
  return (
    parts.find((part) => regencyOf(part) !== undefined) ??
    parts.find((part) => !part.includes('.')) ??
    ''
  ).trim();
}

function piece(place: string, role: PieceRole, text: string): Piece {
  return { place, part: '', role, text, links: [], italics: [] };
}
