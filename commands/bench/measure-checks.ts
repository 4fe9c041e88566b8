import { createCheckDesk } from '#components/newsroom/checks/check-desk.ts';
import { demoArticles } from '#db/demo/articles/all-articles.ts';
import { calendarAround } from '#db/demo/calendar.ts';
import { checkManuscript } from '#lib/language/check.ts';
import type { Manuscript, Piece, PieceRole } from '#lib/language/manuscript.ts';
import { emptyReference } from '#lib/language/reference.ts';
import { inlineText, wordCount } from '#lib/richtext/plain-text.ts';
import type { Line } from './report.ts';
import { median, milliseconds } from './table.ts';

const wordsEach = 1_500;
const rounds = 30;
const day = new Date('2026-01-14T03:00:00Z');
const reference = emptyReference('2026-01-14');

/** What checking an article of 1,500 words takes: whole, and again after one paragraph was typed in. */
export function measureChecks(): Line[] {
  const article = longArticle();
  const first = took(() => checkManuscript(article, reference));
  const whole = Array.from({ length: rounds }, () => took(() => checkManuscript(article, reference)));
  const desk = createCheckDesk();
  desk({ kind: 'reference', reference });
  const wanted = desk({ kind: 'check', number: 0, manuscript: article })?.wanted ?? [];
  desk({ kind: 'dictionary', answers: new Map(wanted.map((word) => [word, null])) });
  const typed = Array.from({ length: rounds }, (_, round) => {
    const manuscript = withTyping(article, round);
    return took(() => desk({ kind: 'check', number: round + 1, manuscript }));
  });
  const [cold, again] = [median(whole), median(typed)];
  return [
    { name: 'Pemeriksaan 1.500 kata, pertama dalam proses', result: milliseconds(first) },
    {
      name: `Pemeriksaan 1.500 kata (median dari ${rounds})`,
      result: milliseconds(cold),
      goal: '< 50 md',
      isMet: cold < 50,
    },
    {
      name: `– setelah satu paragraf diketik (median dari ${rounds})`,
      result: milliseconds(again),
      goal: '< 16 md',
      isMet: again < 16,
    },
  ];
}

function took(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/** Texts of the demo in a row, as one article. */
function longArticle(): Manuscript {
  const pieces: Piece[] = [];
  let words = 0;
  const add = (role: PieceRole, text: string) => {
    if (text === '' || words >= wordsEach) return;
    words += wordCount(text);
    pieces.push({
      place: role === 'title' ? role : `body.${pieces.length}`,
      part: '',
      role,
      text,
      links: [],
      italics: [],
    });
  };
  for (const { write } of demoArticles) {
    const { title, lead, body } = write(calendarAround(day));
    if (pieces.length === 0) add('title', title);
    add(pieces.length === 1 ? 'lead' : 'paragraph', lead);
    for (const block of body) if (block.type === 'paragraph') add('paragraph', inlineText(block.content));
  }
  return {
    kind: 'news',
    pieces,
    photos: [],
    datelinePlace: 'Samarinda',
    eventDate: '2026-01-14',
    regencies: ['Samarinda'],
    sponsored: false,
    sourceCount: 1,
    venue: '',
  };
}

/** As after a pause in typing: another paragraph has grown by a word each time. */
function withTyping(article: Manuscript, round: number): Manuscript {
  const changed = 2 + (round % (article.pieces.length - 2));
  const pieces = article.pieces.map((piece, index) =>
    index === changed ? { ...piece, text: `${piece.text} Kata${round}` } : piece,
  );
  return { ...article, pieces };
}
