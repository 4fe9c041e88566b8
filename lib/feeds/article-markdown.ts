import type { FullArticle } from '../newsroom/full-articles.ts';
import { dateline, tailCode } from '../newsroom/reader-lines.ts';
import type { PublicPortal } from '../newsroom/reader-shapes.ts';
import { fileNote } from '../richtext/block-words.ts';
import { markdownLink, markdownStrong, markdownWords } from '../richtext/markdown-text.ts';
import { creditLine } from '../richtext/origin-words.ts';
import { absolute, mediaPath } from '../urls.ts';
import { beginsWithWords, bodyMarkdown } from './article-body.ts';
import { type DocumentLink, documentsIn } from './article-documents.ts';
import {
  articleAddress,
  authenticityLine,
  bylineLine,
  checkAddress,
  type FactLine,
  factLines,
  largestJpeg,
  noteLines,
  noticeLines,
  sourceLines,
  textAlternative,
  timesLine,
} from './article-words.ts';
import { demoSentence } from './demo-mark.ts';

type Place = { portal: PublicPortal; origin: string };

/** An article as Markdown that reads well as it is, without front matter. */
export function articleMarkdown({ portal, origin }: Place, article: FullArticle): string {
  const { title, lead, summary, credits, sponsored } = article;
  const place = dateline(article.datelinePlace, portal);
  const parts = [
    `# ${markdownWords(title)}`,
    ...(portal.isDemo ? [`> ${demoSentence}`] : []),
    ...noticeLines(article).map((line) => `> ${markdownWords(line)}`),
    markdownStrong(lead),
    `${markdownWords(bylineLine(article))}\\\n${markdownWords(timesLine(article, portal.timeZone))}`,
    coverMarkdown(origin, article),
    summary === '' ? '' : `## Versi Ringkas\n\n${markdownWords(summary)}`,
    // A heading after the summary: what follows is no part of it.
    summary === '' ? '' : '## Isi',
    openedBy(markdownStrong(place), bodyMarkdown({ portal, origin }, article), article),
    paragraphs(textAlternative(article)),
    markdownWords(tailCode(credits, sponsored)),
    listed('Keterangan', factLines(article).map(labelled)),
    listed('Dokumen', documentsIn(origin, article).map(documentLine)),
    listed('Sumber', sourceLines(article).map(markdownWords)),
    listed('Catatan perubahan', noteLines(article, portal.timeZone).map(labelled)),
    `---`,
    [
      markdownWords(authenticityLine(article)),
      `Cek keaslian: <${checkAddress(origin, article)}>`,
      `Alamat: <${articleAddress(origin, article)}>`,
    ].join('\\\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function coverMarkdown(origin: string, { cover }: FullArticle): string {
  const jpeg = largestJpeg(cover);
  if (jpeg === null || cover === null || cover.withdrawn) return '';
  const image = `!${markdownLink(markdownWords(cover.alt), absolute(origin, mediaPath(jpeg.key)))}`;
  const caption = [cover.caption, creditLine(cover)].filter((part) => part !== '');
  return caption.length === 0 ? image : `${image}\n\n${markdownWords(caption.join(' '))}`;
}

const documentLine = ({ title, url, size }: DocumentLink) =>
  `${markdownLink(markdownWords(title), url)} ${fileNote(size)}`;

/** The dateline stands before the first words, or alone where the body begins with something else. */
function openedBy(place: string, body: string, article: FullArticle): string {
  if (place === '') return body;
  return `${place}${beginsWithWords(article) ? ' ' : '\n\n'}${body}`;
}

const labelled = ({ label, text }: FactLine) => `${markdownStrong(`${label}:`)} ${markdownWords(text)}`;

/** @param items already Markdown */
function listed(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `## ${title}\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}

function paragraphs(text: string): string {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map(markdownWords)
    .join('\n\n');
}
