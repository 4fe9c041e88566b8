import { z } from 'zod';
import type { Actor } from '#lib/accounts/actor.ts';
import { invalid } from '#lib/errors.ts';
import { agencyId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { isStorageFull, storageFullText, uploadRefusals } from '#lib/media/refusals.ts';
import { takeUploadTurn } from '#lib/media/upload-turns.ts';
import { importDraft } from '#lib/newsroom/import-draft.ts';
import { processWide } from '#lib/process-wide.ts';
import { importReportPath } from '#lib/urls.ts';
import { issuesOfZod } from './error-answer.ts';
import { agencyParameter, fileNameHeader } from './upload-answers.ts';

const importRequest = z.strictObject({
  agencyId,
  fileName: z.string().max(2_000).transform(decoded),
  declaredLength: z
    .string(uploadRefusals.photo_length_missing)
    .regex(/^\d{1,12}$/, uploadRefusals.photo_length_missing)
    .transform(Number),
});

const busyText = 'Dokumen lain masih dibaca. Tunggu sebentar, lalu unggah lagi.';

/** People whose document is being read: one at a time each, since each takes a process of its own. */
const reading = processWide('import.people', () => new Set<string>());

/**
 * Makes a draft of a document: `POST /redaksi/impor?opd=<agency>`, the file as the bare body, its name percent-encoded
 * in a header. Answers 201 with `{ goTo }`, the page of the report.
 *
 * 503 with Retry-After while another document of the same person is read, 507 when the disk is full.
 */
export async function takeImport(actor: Actor, request: Request): Promise<Response> {
  const upload = uploadOf(request);
  if (reading.value.has(actor.userId)) return refused(503, 'busy', busyText, { 'retry-after': '10' });
  const endTurn = takeUploadTurn(actor.userId);
  if (endTurn === null) return refused(503, 'busy', busyText, { 'retry-after': '10' });
  reading.value.add(actor.userId);
  try {
    const { articleId } = await importDraft(actor, { ...upload, body: request.body ?? nothing() });
    return Response.json({ goTo: importReportPath(articleId) }, { status: 201 });
  } catch (error) {
    if (!isStorageFull(error)) throw error;
    log('alarm', 'storage_full');
    return refused(507, 'storage_full', storageFullText);
  } finally {
    reading.value.delete(actor.userId);
    endTurn();
  }
}

function refused(status: number, code: string, text: string, headers: Record<string, string> = {}): Response {
  return Response.json({ code, text, issues: [] }, { status, headers });
}

function uploadOf(request: Request): z.output<typeof importRequest> {
  const parsed = importRequest.safeParse({
    agencyId: new URL(request.url).searchParams.get(agencyParameter) ?? '',
    fileName: request.headers.get(fileNameHeader) ?? '',
    declaredLength: request.headers.get('content-length') ?? undefined,
  });
  if (parsed.success) return parsed.data;
  throw invalid(issuesOfZod(parsed.error));
}

/** A name that is not well percent-encoded stays as it came: it is only shown. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return name;
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // A request without a body.
}
