import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from '#db/client.ts';
import { searchedPart } from './entries.ts';
import { folded } from './folding.ts';
import type { SearchQuery } from './search-query.ts';

/** A piece of a text; `hit` when it is what was looked for. Put together the pieces are the text. */
export type Piece = { text: string; hit: boolean };

/** The texts of one article, and what is shown of them: the whole title and lead, passages of the body. */
export type HitTexts = { title: string; lead: string; body: string };
export type MarkedTexts = { title: Piece[]; lead: Piece[]; passages: Piece[][] };

// Private-use characters: no folded text has them.
const start = '\uE000';
const stop = '\uE001';
const between = '\uE002';

const marks = `StartSel="${start}", StopSel="${stop}"`;
const whole = `HighlightAll=true, ${marks}`;
const parts = `MaxFragments=2, MaxWords=24, MinWords=12, FragmentDelimiter="${between}", ${marks}`;

const headlines = z.array(z.object({ title: z.string(), lead: z.string(), body: z.string() }));

/**
 * Marks what was looked for in the texts of some articles: the words as written and those of the
 * same stem. PostgreSQL sees the texts folded; what is shown is the texts themselves at the same
 * places, or unmarked where the places cannot be told.
 */
export async function markHits(
  queryable: Queryable,
  query: SearchQuery,
  texts: readonly HitTexts[],
): Promise<MarkedTexts[]> {
  if (texts.length === 0) return [];
  const shown = texts.map(({ title, lead, body }) => ({ title, lead, body: searchedPart(body).replace(/\s/gu, ' ') }));
  const asked = shown.map(({ title, lead, body }) => ({
    title: folded(title),
    lead: folded(lead),
    body: folded(body),
  }));
  const rows = await queryable.execute(sql`
    select ts_headline('indonesian', text ->> 'title', ${query.full}::tsquery, ${whole}) as title,
      ts_headline('indonesian', text ->> 'lead', ${query.full}::tsquery, ${whole}) as lead,
      ts_headline('indonesian', text ->> 'body', ${query.full}::tsquery, ${parts}) as body
    from jsonb_array_elements(${JSON.stringify(asked)}::jsonb) with ordinality as given(text, place)
    order by place`);
  const marked = headlines.parse([...rows]);
  return shown.map(({ title, lead, body }, index) => ({
    title: wholeText(marked[index]?.title ?? '', title),
    lead: wholeText(marked[index]?.lead ?? '', lead),
    passages: passagesOf(marked[index]?.body ?? '', body),
  }));
}

/** The text of its pieces. */
export const textOf = (pieces: readonly Piece[]) => pieces.map((piece) => piece.text).join('');

function wholeText(marked: string, text: string): Piece[] {
  const pieces = piecesOf(marked);
  return textOf(pieces) === folded(text) ? takenFrom(text, 0, pieces) : [{ text, hit: false }];
}

/** Passages that have a hit. */
function passagesOf(marked: string, text: string): Piece[][] {
  const searched = folded(text);
  return marked
    .split(between)
    .map(piecesOf)
    .flatMap((pieces) => {
      const place = searched.indexOf(textOf(pieces));
      return place < 0 || !pieces.some((piece) => piece.hit) ? [] : [takenFrom(text, place, pieces)];
    });
}

function piecesOf(marked: string): Piece[] {
  return marked.split(start).flatMap((part, index) => {
    const end = index === 0 ? -1 : part.indexOf(stop);
    const pieces: Piece[] = [
      { text: part.slice(0, Math.max(end, 0)), hit: true },
      { text: part.slice(end + 1), hit: false },
    ];
    return pieces.filter((piece) => piece.text !== '');
  });
}

/** The same pieces of the text that was folded. */
function takenFrom(text: string, place: number, pieces: readonly Piece[]): Piece[] {
  let at = place;
  return pieces.map((piece) => {
    const from = at;
    at += piece.text.length;
    return { ...piece, text: text.slice(from, at) };
  });
}
