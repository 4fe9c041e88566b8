import { join } from 'node:path';
import { log } from '#lib/log.ts';
import { type ClosedProgram, runClosed } from './closed-process.ts';
import { pdfReaderAnswer, pdfReaderMilliseconds } from './pdf-reader-protocol.ts';
import type { StreamFault } from './pdf-streams.ts';

const reader: ClosedProgram = {
  // By the project's folder: uploads come in inside the bundle, which has no such file.
  path: join(process.cwd(), 'lib', 'media', 'pdf-reader.ts'),
  milliseconds: pdfReaderMilliseconds,
  line: 'documents',
};

/**
 * What the packed parts of a PDF hide, looked for in a process of its own.
 *
 * @param path absolute
 * @returns undefined when nothing was found; a file on which the process dies or stalls is unreadable
 * @throws Error when the process could not be started: try again later
 */
export async function faultInsidePdf(path: string): Promise<StreamFault | undefined> {
  const { answer, status, isLate } = await runClosed(reader, { path });
  const parsed = pdfReaderAnswer.safeParse(answer);
  if (parsed.success) return parsed.data.fault ?? undefined;
  log('warn', 'pdf_not_read', { status, isLate });
  return 'pdf_unreadable';
}
