/**
 * The process that opens strangers' documents. It is started for one document and ends with it: no database, no
 * environment, a bounded heap (read-document.ts starts it).
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutMessage } from '#lib/log.ts';
import { answerOnce } from '#lib/media/closed-life.ts';
import { pastedBlocks } from '#lib/richtext/pasted-blocks.ts';
import { importLimits, readerLimits } from './limits.ts';
import { openPackage } from './package.ts';
import { readOpenDocument } from './read-open-document.ts';
import { readWord } from './read-word.ts';
import { pictureFile, type ReadingAnswer, readingTask } from './reading-protocol.ts';
import { refusalOf, refuse } from './refusals.ts';

answerOnce(answer, readerLimits.memory);

async function answer(message: unknown): Promise<ReadingAnswer> {
  const task = readingTask.parse(message);
  const file = await readFile(task.source);
  try {
    const { kind, parts } = openPackage(file);
    const { html, pictures, dropped } = kind === 'docx' ? await readWord(parts) : readOpenDocument(parts);
    const { blocks, losses } = pastedBlocks(html);
    if (blocks.length > importLimits.blocks) throw refuse('too_long');
    for (const [index, bytes] of pictures.entries()) await writeFile(join(task.folder, pictureFile(index)), bytes);
    return {
      outcome: 'read',
      blocks: blocks.flatMap((block): ({ picture: number; alt: string } | { block: unknown })[] => {
        if (block.type !== 'picture') return [{ block }];
        const picture = Number(/^gambar:(\d{1,3})$/.exec(block.source)?.[1] ?? Number.NaN);
        return Number.isInteger(picture) && picture < pictures.length ? [{ picture, alt: block.alt }] : [];
      }),
      pictures: pictures.length,
      tables: losses.tables,
      dropped: losses.hidden === '' ? dropped : [...dropped, `Teks tersembunyi: “${losses.hidden.slice(0, 150)}”`],
    };
  } catch (error) {
    const reason = refusalOf(error);
    if (reason !== undefined) return { outcome: 'refused', reason };
    // A library's own error: the file's fault, unless the system says otherwise (a full disk).
    if (error instanceof Error && 'code' in error) throw error;
    // The message may quote the document.
    process.stderr.write(`${error instanceof Error ? withoutMessage(error) : 'unknown'}\n`);
    return { outcome: 'refused', reason: error instanceof RangeError ? 'too_deep' : 'damaged' };
  }
}
