import type { FullArticle } from '../newsroom/full-articles.ts';
import { dateline, tailCode } from '../newsroom/reader-lines.ts';
import type { PublicPortal } from '../newsroom/reader-shapes.ts';
import { fileNote } from '../richtext/block-words.ts';
import { creditLine } from '../richtext/origin-words.ts';
import { absolute, mediaPath } from '../urls.ts';
import { beginsWithWords, bodyHtml } from './article-body.ts';
import { type DocumentLink, documentsIn } from './article-documents.ts';
import {
  authenticityLine,
  checkAddress,
  type FactLine,
  factLines,
  largestJpeg,
  noteLines,
  noticeLines,
  sourceLines,
  textAlternative,
} from './article-words.ts';
import { demoSentence } from './demo-mark.ts';
import { xmlText } from './xml.ts';

type Place = { portal: PublicPortal; origin: string };

/** An article with everything that belongs to it as safe HTML, for feeds: no script, no style, absolute addresses. */
export function articleHtml({ portal, origin }: Place, article: FullArticle): string {
  const { lead, summary, credits, sponsored } = article;
  return [
    ...(portal.isDemo ? [notice(demoSentence)] : []),
    ...noticeLines(article).map(notice),
    lead === '' ? '' : `<p><strong>${xmlText(lead)}</strong></p>`,
    coverHtml(origin, article),
    summary === '' ? '' : `<p><strong>Versi Ringkas.</strong> ${xmlText(summary)}</p>`,
    wordsHtml(portal, origin, article),
    paragraphs(textAlternative(article)),
    paragraphs(tailCode(credits, sponsored)),
    listOf(factLines(article)),
    section('Dokumen', documentsIn(origin, article).map(documentLink)),
    section('Sumber', sourceLines(article).map(xmlText)),
    section('Catatan perubahan', noteLines(article, portal.timeZone).map(labelled)),
    `<p><small>${xmlText(authenticityLine(article))} <a href="${xmlText(checkAddress(origin, article))}">Cek keaslian</a></small></p>`,
  ].join('');
}

/** The note of a correction, before the article it corrects. */
export function noteHtml(label: string, note: string, url: string): string {
  return `<p><strong>${xmlText(label)}.</strong> ${xmlText(note)}</p><p><a href="${xmlText(url)}">Baca artikelnya</a></p><hr>`;
}

/** The body alone, opened by the dateline. */
export function wordsHtml(portal: PublicPortal, origin: string, article: FullArticle): string {
  const body = bodyHtml({ portal, origin }, article);
  const place = dateline(article.datelinePlace, portal);
  if (place === '') return body;
  const opening = `<p><b>${xmlText(place)}</b>`;
  return beginsWithWords(article) ? `${opening} ${body.slice('<p>'.length)}` : `${opening}</p>${body}`;
}

function coverHtml(origin: string, { cover }: FullArticle): string {
  const jpeg = largestJpeg(cover);
  if (jpeg === null || cover === null || cover.withdrawn) return '';
  const source = xmlText(absolute(origin, mediaPath(jpeg.key)));
  const caption = [cover.caption, creditLine(cover)].filter((part) => part !== '').join(' ');
  const below = caption === '' ? '' : `<figcaption>${xmlText(caption)}</figcaption>`;
  const image = `<img src="${source}" alt="${xmlText(cover.alt)}" width="${jpeg.width}" height="${jpeg.height}">`;
  return `<figure>${image}${below}</figure>`;
}

const notice = (line: string) => `<p><em>${xmlText(line)}</em></p>`;
const labelled = ({ label, text }: FactLine) => `<strong>${xmlText(label)}:</strong> ${xmlText(text)}`;

const documentLink = ({ title, url, size }: DocumentLink) =>
  `<a href="${xmlText(url)}">${xmlText(title)}</a> ${fileNote(size)}`;

function listOf(facts: readonly FactLine[]): string {
  return facts.length === 0 ? '' : `<ul>${facts.map((fact) => `<li>${labelled(fact)}</li>`).join('')}</ul>`;
}

/** @param items already HTML */
function section(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  return `<h2>${title}</h2><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function paragraphs(text: string): string {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${xmlText(line)}</p>`)
    .join('');
}
