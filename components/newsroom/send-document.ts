import { z } from 'zod';
import '#lib/zod-in-browser.ts';
import { uploadRefusals } from '#lib/media/refusals.ts';
import { uploadLimits } from '#lib/media/table.ts';
import { importPath } from '#lib/urls.ts';

/** What came of sending a document. */
export type SentDocument = { kind: 'taken'; goTo: string } | { kind: 'refused'; text: string };

const taken = z.object({ goTo: z.string().regex(/^\/redaksi\//) });
const refusal = z.object({ text: z.string(), issues: z.array(z.object({ text: z.string() })).default([]) });

const lost = 'Sambungan terputus sebelum dokumen ini sampai. Coba lagi.';
const busy = 'Peladen sedang sibuk. Coba lagi sebentar lagi.';

/** Sends a document to become a draft, over XMLHttpRequest because only that tells how much has left. */
export function sendDocument(
  { agencyId, file }: { agencyId: string; file: File },
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<SentDocument> {
  if (file.size > uploadLimits.bytes) return Promise.resolve({ kind: 'refused', text: uploadRefusals.photo_too_large });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${importPath}?${new URLSearchParams({ opd: agencyId })}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    // A header takes no letters beyond Latin-1.
    request.setRequestHeader('x-nama-berkas', encodeURIComponent(file.name.toWellFormed()));
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => resolve(answered(request)));
    request.addEventListener('error', () => resolve({ kind: 'refused', text: lost }));
    request.addEventListener('abort', () => resolve({ kind: 'refused', text: lost }));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function answered({ status, responseText }: XMLHttpRequest): SentDocument {
  const told = jsonOf(responseText);
  const done = taken.safeParse(told);
  if (status === 201 && done.success) return { kind: 'taken', goTo: done.data.goTo };
  const said = refusal.safeParse(told);
  return { kind: 'refused', text: said.success ? (said.data.issues[0]?.text ?? said.data.text) : busy };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page instead of our answer.
    return null;
  }
}
