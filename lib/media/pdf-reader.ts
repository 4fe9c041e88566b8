/** The process that unpacks strangers' PDFs. It is started for one file and ends with it: no database, no environment. */
import { readFile } from 'node:fs/promises';
import { answerOnce } from './closed-life.ts';
import { type PdfReaderAnswer, pdfReaderMemory, pdfReaderTask } from './pdf-reader-protocol.ts';
import { faultInStreams } from './pdf-streams.ts';

answerOnce(async (message): Promise<PdfReaderAnswer> => {
  const { path } = pdfReaderTask.parse(message);
  return { fault: faultInStreams(await readFile(path)) ?? null };
}, pdfReaderMemory);
