import { z } from 'zod';
import type { Actor } from '#lib/accounts/actor.ts';
import { takeTry } from '#lib/accounts/throttle.ts';
import { dictionaryAnswers, dictionaryState } from '#lib/language/dictionary/dictionary.ts';
import { readJson } from './request-answer.ts';
import { tooOftenAnswer } from './too-often.ts';

const word = z.string().regex(/^\p{L}[\p{L}\p{M}'’-]{0,59}$/u, 'Kirim kata yang terdiri atas huruf.');
const spellingRequest = z.strictObject({
  words: z.array(word).max(200, 'Kirim paling banyak 200 kata sekaligus.'),
});

const tooOften = 'Terlalu banyak kata diperiksa sekaligus. Pemeriksaan ejaan dilanjutkan sebentar lagi.';

/**
 * What the dictionary says of words: `POST /redaksi/ejaan` with `{ words }`. Answers `{ state, answers }`: `ready` or
 * `missing`, and by word `null` (known) or suggestions. A word without an answer was not reached in time: ask again.
 *
 * 429 with Retry-After for an account that asks too often.
 */
export async function spellingAnswer(actor: Actor, request: Request): Promise<Response> {
  const { words } = await readJson(request, spellingRequest);
  const again = takeTry([{ kind: 'spelling', of: actor.userId }]);
  if (again !== undefined) return tooOftenAnswer(again, tooOften);
  return Response.json({ state: dictionaryState(), answers: Object.fromEntries(await dictionaryAnswers(words)) });
}
