import type { FullArticle } from '../newsroom/full-articles.ts';
import { dateline, tailCode } from '../newsroom/reader-lines.ts';
import type { PublicPortal } from '../newsroom/reader-shapes.ts';
import { withOriginsNamed } from '../richtext/origin-words.ts';
import { plainText } from '../richtext/plain-text.ts';
import {
  articleAddress,
  authenticityLine,
  bylineLine,
  checkAddress,
  factLines,
  noteLines,
  noticeLines,
  sourceLines,
  textAlternative,
  timesLine,
} from './article-words.ts';
import { demoSentence } from './demo-mark.ts';

type Place = { portal: PublicPortal; origin: string };

/**
 * An article as plain text, to be pasted into any program: one line per paragraph, wrapped
 * nowhere; number and contact stand before the words, where newsrooms look for them.
 */
export function articleText({ portal, origin }: Place, article: FullArticle): string {
  const place = dateline(article.datelinePlace, portal);
  const body = plainText(withOriginsNamed(article.body));
  const lines = (facts: readonly { label: string; text: string }[]) =>
    facts.map(({ label, text }) => `${label}: ${text}`).join('\n');
  const titled = (title: string, text: string) => (text === '' ? '' : `${title}\n${text}`);
  const parts = [
    portal.isDemo ? demoSentence : '',
    noticeLines(article).join('\n'),
    article.title,
    article.lead,
    lines(factLines(article)),
    `${bylineLine(article)}\n${timesLine(article, portal.timeZone)}`,
    titled('Versi Ringkas', article.summary),
    place === '' ? body : `${place} ${body}`,
    textAlternative(article),
    tailCode(article.credits, article.sponsored),
    titled('Sumber', sourceLines(article).join('\n')),
    titled('Catatan perubahan', lines(noteLines(article, portal.timeZone))),
    [
      authenticityLine(article),
      `Cek keaslian: ${checkAddress(origin, article)}`,
      `Alamat: ${articleAddress(origin, article)}`,
    ].join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
