import { z } from 'zod';
import type { Actor } from '#lib/accounts/actor.ts';
import { takeTry } from '#lib/accounts/throttle.ts';
import { notFound } from '#lib/errors.ts';
import { type EditionId, editionId } from '#lib/ids.ts';
import { comment, markSeen, reopenComment, reply, resolveComment } from '#lib/newsroom/comments.ts';
import { conversationForActor } from '#lib/newsroom/conversation.ts';
import { remarkInput } from '#lib/newsroom/conversation-shapes.ts';
import { newestWords } from '#lib/newsroom/newest-words.ts';
import { beat, togetherForActor } from '#lib/newsroom/presence.ts';
import { beatInput } from '#lib/newsroom/presence-shapes.ts';
import { refuseSuggestion, suggest } from '#lib/newsroom/suggestions.ts';
import { askForTurn, giveTurn, keepTurn, takeTurn } from '#lib/newsroom/turns.ts';
import { readJson } from './request-answer.ts';
import { minutesUntil, tooOftenAnswer } from './too-often.ts';

type Params = { editionId: string };

/** One sign of life of an open page: `POST /redaksi/hadir/<edition>`, answered with a `TogetherView`. */
export async function beatAnswer(actor: Actor, request: Request, params: Params): Promise<Response> {
  const id = editionIn(params);
  const sign = await readJson(request, beatInput);
  return Response.json(await beat(actor, { ...sign, editionId: id }));
}

const turns = { ask: askForTurn, keep: keepTurn, give: giveTurn, take: takeTurn };
const turnInput = z.strictObject({ act: z.enum(['ask', 'keep', 'give', 'take'], 'Muat ulang halaman ini.') });

/** Asks for, keeps, gives or takes the turn to write: `POST /redaksi/giliran/<edition>`, answered as a beat is. */
export async function turnAnswer(actor: Actor, request: Request, params: Params): Promise<Response> {
  const id = editionIn(params);
  const { act } = await readJson(request, turnInput);
  await turns[act](actor, { editionId: id });
  return Response.json(await togetherForActor(actor, id));
}

/** The conversation about an edition: `GET /redaksi/percakapan/<edition>`. */
export async function conversationAnswer(actor: Actor, _request: Request, params: Params): Promise<Response> {
  return Response.json(await conversationForActor(actor, editionIn(params)));
}

/**
 * Something said in it: `POST /redaksi/percakapan/<edition>`, answered with the conversation as it is then.
 *
 * 429 with Retry-After for an account that says more than anybody writes by hand.
 */
export async function remarkAnswer(actor: Actor, request: Request, params: Params): Promise<Response> {
  const id = editionIn(params);
  const remark = await readJson(request, remarkInput);
  // To see is no saying: the page itself tells so.
  const again = remark.act === 'seen' ? undefined : takeTry([{ kind: 'remark', of: actor.userId }]);
  if (again !== undefined) {
    const wait = `Tunggu ${minutesUntil(again)} menit, lalu kirim lagi.`;
    return tooOftenAnswer(again, `Terlalu banyak kiriman dalam waktu singkat. ${wait} Tulisan Anda tidak hilang.`);
  }
  await carryOut(actor, id, remark);
  return Response.json(await conversationForActor(actor, id));
}

/** The words as they stand: `GET /redaksi/simpan/<edition>`. */
export async function newestAnswer(actor: Actor, _request: Request, params: Params): Promise<Response> {
  return Response.json(await newestWords(actor, editionIn(params)));
}

async function carryOut(actor: Actor, id: EditionId, remark: z.output<typeof remarkInput>): Promise<void> {
  switch (remark.act) {
    case 'comment':
      await comment(actor, { ...remark, editionId: id });
      return;
    case 'reply':
      await reply(actor, { ...remark, editionId: id });
      return;
    case 'resolve':
      return resolveComment(actor, { ...remark, editionId: id });
    case 'reopen':
      return reopenComment(actor, { ...remark, editionId: id });
    case 'suggest':
      await suggest(actor, { ...remark, editionId: id });
      return;
    case 'refuse':
      return refuseSuggestion(actor, { ...remark, editionId: id });
    case 'seen':
      return markSeen(actor, id);
  }
}

function editionIn(params: Params): EditionId {
  const id = editionId.safeParse(params.editionId);
  if (!id.success) throw notFound('edition');
  return id.data;
}
