import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invalid } from '#lib/errors.ts';
import { log } from '#lib/log.ts';
import { type ClosedProgram, runClosed } from '#lib/media/closed-process.ts';
import { parseDocument } from '#lib/richtext/document.ts';
import type { RichBlock } from '#lib/richtext/rich-nodes.ts';
import { readerLimits } from './limits.ts';
import { pictureFile, readingAnswer } from './reading-protocol.ts';
import { refusedDocument } from './refusals.ts';

/** A block of a document that was read; a picture by its number. */
export type ReadBlock = RichBlock | { type: 'picture'; picture: number; alt?: string };

/** A document that was read: blocks that our rules take, and the files of its pictures by their numbers. */
export type ReadDocument = {
  blocks: ReadBlock[];
  pictures: string[];
  tables: { rows: number; columns: number }[];
  dropped: string[];
};

const ownProgram: ClosedProgram = {
  // From where the server was started: within Next's bundle this file has no place of its own.
  path: join(process.cwd(), 'lib', 'import', 'reader.ts'),
  milliseconds: readerLimits.milliseconds,
  heapMegabytes: readerLimits.heapMegabytes,
  line: 'documents',
};

/**
 * Reads a .docx or .odt in a process of its own, one at a time in the whole of this process, and judges what came of
 * it by the rules for typed text.
 *
 * @param use gets the document; the files of its pictures are gone when it is done
 * @throws invalid with field `file` and a sentence
 */
export async function withReadDocument<Result>(
  source: string,
  use: (document: ReadDocument) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'ruang-warta-impor-'));
  try {
    return await use(await read(source, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function read(source: string, folder: string): Promise<ReadDocument> {
  const { answer, status, isLate, words } = await runClosed(ownProgram, { source, folder });
  const parsed = readingAnswer.safeParse(answer);
  if (!parsed.success) {
    const reason = isLate ? 'too_slow' : 'too_heavy';
    log('warn', 'document_not_read', { reason, status, words });
    throw refusedDocument(reason);
  }
  if (parsed.data.outcome === 'refused') throw refusedDocument(parsed.data.reason);
  const { blocks, pictures, tables, dropped } = parsed.data;
  const content = blocks.flatMap((one) => ('block' in one ? [one.block] : []));
  if (content.length === 0) throw refusedDocument('empty');
  const document = parseDocument({ type: 'doc', content });
  if (!document.ok) throw invalid(document.issues.slice(0, 3).map((issue) => ({ ...issue, field: 'file' })));
  // The rules keep one block for one block, so each picture finds its place between the same two.
  const judged = document.document.content.values();
  return {
    blocks: blocks.flatMap((one): ReadBlock[] => {
      if ('picture' in one) return [{ type: 'picture', picture: one.picture, ...(one.alt !== '' && { alt: one.alt }) }];
      const { value } = judged.next();
      return value === undefined ? [] : [value];
    }),
    pictures: Array.from({ length: pictures }, (_all, index) => join(folder, pictureFile(index))),
    tables,
    dropped,
  };
}
