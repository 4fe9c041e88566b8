import type { Actor } from '#lib/accounts/actor.ts';
import { beginUpload, continueUpload, finishUpload } from '#lib/media/resumable.ts';
import { uploadNamesOf, uploadTurn, viewOfUpload, whenStorageFull } from './upload-answers.ts';

/**
 * Uploads that go on after a dropped connection, by the tus protocol: `POST /redaksi/unggah/berkas?opd=<agency>`
 * begins one, `HEAD`, `PATCH` and `DELETE` on its address ask how far it is, send more and drop it,
 * and a `POST` there, with the agency and the file's name as for an upload in one piece, takes the whole.
 */
export async function beginResumable(actor: Actor, request: Request): Promise<Response> {
  const { agencyId } = uploadNamesOf(request);
  return whenStorageFull(async () => spoken(await beginUpload(actor, agencyId, request)));
}

export async function continueResumable(actor: Actor, request: Request, params: { id: string }): Promise<Response> {
  return whenStorageFull(async () => spoken(await continueUpload(actor, params.id, request)));
}

export async function finishResumable(actor: Actor, request: Request, params: { id: string }): Promise<Response> {
  const names = uploadNamesOf(request);
  return uploadTurn(actor, async () => viewOfUpload(actor, await finishUpload(actor, params.id, names)));
}

/** What the protocol says, without what it would tell other origins. */
const said = ['tus-resumable', 'upload-offset', 'upload-length', 'location', 'content-length'];

function spoken(response: Response): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const name of said) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (response.status === 503) headers.set('retry-after', '3');
  return new Response(response.body, { status: response.status, headers });
}
