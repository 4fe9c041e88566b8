import { isUtf8 } from 'node:buffer';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { invalid } from '#lib/errors.ts';
import { importLimits } from '#lib/import/limits.ts';
import { withReadDocument } from '#lib/import/read-document.ts';
import { recogniseArticle } from '#lib/import/recognise-article.ts';
import { refusedDocument } from '#lib/import/refusals.ts';
import type { ImportReport } from '#lib/import/report.ts';
import { dictionaryAnswers, dictionaryState, offerSpeller } from '#lib/language/dictionary/dictionary.ts';
import { startSpeller } from '#lib/language/dictionary/start-speller.ts';
import { checkWithDictionary } from '#lib/language/dictionary/with-dictionary.ts';
import type { Finding } from '#lib/language/finding.ts';
import type { Manuscript } from '#lib/language/manuscript.ts';
import type { Reference } from '#lib/language/reference.ts';
import { uploadLimits } from '#lib/media/table.ts';
import { draftOf } from '#lib/newsroom/import-draft.ts';
import { manuscriptOf } from '#lib/newsroom/manuscript.ts';
import { parseDocument } from '#lib/richtext/document.ts';
import { pastedTextBlocks } from '#lib/richtext/pasted-text.ts';
import { tell } from './say.ts';

/** What the checks say of a file, and what its reading changed before they saw it. */
export type CheckedFile = { findings: Finding[]; report: ImportReport };

const readable = ['.txt', '.docx', '.odt'];

const most = { text: { bytes: 5_000_000, words: '5 MB' }, document: { bytes: uploadLimits.bytes, words: '25 MB' } };

/**
 * The files to check, in order: a file as it is named, a folder by the texts and documents in it and in its folders.
 *
 * @throws invalid for one that is not there, and for a folder without any
 */
export async function filesToCheck(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory() !== true) {
      if (found?.isFile() !== true) throw refused(`Berkas ${path} tidak ada. Periksa nama dan foldernya.`);
      files.push(path);
      continue;
    }
    const inside = await readdir(path, { recursive: true, withFileTypes: true });
    const texts = inside
      .filter((one) => one.isFile() && !one.name.startsWith('~$') && readable.includes(endOf(one.name)))
      .map((one) => join(one.parentPath, one.name));
    if (texts.length === 0) throw refused(`Di folder ${path} tidak ada berkas .txt, .docx, atau .odt.`);
    files.push(...texts.toSorted());
  }
  return files;
}

/** Lets the checks that follow ask the dictionary, and says when there is none. */
export function offerDictionary(): void {
  offerSpeller(startSpeller);
  if (dictionaryState() === 'missing')
    tell('Kamus ejaan belum terpasang, jadi salah ketik hanya dikenali dari daftar. Pasang: npm run language:install');
}

/**
 * Reads a file as the draft that the newsroom would make of it, and checks that draft, spelling too where a dictionary
 * is offered.
 *
 * @throws invalid with a sentence for what cannot be read
 */
export async function checkFile(path: string, reference: Reference): Promise<CheckedFile> {
  const { manuscript, report } = await readManuscript(path);
  return { findings: await checkWithDictionary(manuscript, reference, everyAnswer), report };
}

async function readManuscript(path: string): Promise<{ manuscript: Manuscript; report: ImportReport }> {
  const isText = endOf(path) === '.txt';
  if (!readable.includes(endOf(path)))
    throw refused('Perintah ini membaca berkas .txt, .docx, dan .odt. Simpan naskah sebagai salah satunya dahulu.');
  const { size } = await stat(path);
  const { bytes, words } = isText ? most.text : most.document;
  if (size > bytes) throw refused(`Berkas ini lebih besar daripada ${words}. Perkecil atau bagi dahulu.`);
  if (!isText) return withReadDocument(path, async (document) => asManuscript(document));
  const { blocks } = pastedTextBlocks(await textOf(path));
  if (blocks.length === 0) throw refusedDocument('empty');
  if (blocks.length > importLimits.blocks) throw refusedDocument('too_long');
  const judged = parseDocument({ type: 'doc', content: blocks });
  if (!judged.ok) throw invalid(judged.issues.slice(0, 3));
  return asManuscript({ blocks: judged.document.content, tables: [], dropped: [] });
}

function asManuscript(document: {
  blocks: Parameters<typeof recogniseArticle>[0];
  tables: { rows: number; columns: number }[];
  dropped: string[];
}): { manuscript: Manuscript; report: ImportReport } {
  // Pictures are left out: what is said of them is written in the newsroom.
  const { words, report } = draftOf(recogniseArticle(document.blocks), document, new Map());
  return { manuscript: manuscriptOf(words, { regencyNames: new Map(), photoFacts: () => undefined }), report };
}

async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path);
  if (!isUtf8(bytes) || bytes.includes(0))
    throw refused('Isi berkas ini bukan teks. Simpan naskah sebagai teks biasa (UTF-8).');
  return bytes.toString('utf8').replace(/^\uFEFF/u, '');
}

/** Nobody types here, so every word is waited for: the dictionary is asked again until it has nothing more to say. */
async function everyAnswer(words: readonly string[]): ReturnType<typeof dictionaryAnswers> {
  let answers = await dictionaryAnswers(words);
  for (let before = -1; answers.size < words.length && answers.size > before; ) {
    before = answers.size;
    answers = await dictionaryAnswers(words);
  }
  return answers;
}

const endOf = (path: string) => extname(path).toLowerCase();

function refused(text: string): Error {
  return invalid([{ field: 'file', code: 'unreadable', text }]);
}
