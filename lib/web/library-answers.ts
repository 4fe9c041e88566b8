import type { Actor } from '#lib/accounts/actor.ts';
import { describeAssets } from '#lib/library/describe.ts';
import { libraryInputs } from '#lib/library/facts-input.ts';
import { libraryPage, libraryQuery } from '#lib/library/library.ts';
import { readJson } from './request-answer.ts';

/** What the library has, for the window in which a photo is chosen: `GET /redaksi/media/cari?text=…`. */
export async function libraryAnswer(actor: Actor, request: Request): Promise<Response> {
  const query = libraryQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  return Response.json(await libraryPage(actor, query));
}

/** The facts of files that were just uploaded: `POST /redaksi/media/keterangan` with `{ assets: […] }`. */
export async function describeAnswer(actor: Actor, request: Request): Promise<Response> {
  await describeAssets(actor, await readJson(request, libraryInputs.describeAll));
  return Response.json({ done: true });
}
