import { z } from 'zod';

/** What the process that unpacks PDFs is told. The path is absolute and made by us. */
export const pdfReaderTask = z.strictObject({ path: z.string() });

/** What it answers: nothing found, or what is wrong. */
export const pdfReaderAnswer = z.strictObject({ fault: z.enum(['pdf_active', 'pdf_unreadable']).nullable() });
export type PdfReaderAnswer = z.output<typeof pdfReaderAnswer>;

/** Memory of the whole process, in bytes. */
export const pdfReaderMemory = 400_000_000;
/** Milliseconds it may take: unpacking all that is allowed takes two seconds. */
export const pdfReaderMilliseconds = 20_000;
