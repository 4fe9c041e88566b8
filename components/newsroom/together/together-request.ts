import { z } from 'zod';
import '#lib/zod-in-browser.ts';
import { wordsInput } from '#lib/newsroom/article-input.ts';
import { type ConversationView, conversationView, type Remark } from '#lib/newsroom/conversation-shapes.ts';
import { type TogetherView, togetherView } from '#lib/newsroom/presence-shapes.ts';
import { presencePath, remarksPath, savePath, turnPath } from '#lib/urls.ts';

/** Longest wait for an answer, in milliseconds. */
const patience = 10_000;

const newest = z.object({ version: z.int(), words: wordsInput, savedAt: z.string().nullable() });
const refusal = z.object({ text: z.string(), issues: z.array(z.object({ text: z.string() })) });

/** What the server answered, or a sentence on why not. */
export type Told<T> = { ok: true; told: T } | { ok: false; text: string };

export type Sign = { tab: string; event: 'opens' | 'stays' | 'leaves'; typedAgo: number | null };

export const sendBeat = (editionId: string, sign: Sign): Promise<Told<TogetherView>> =>
  ask(presencePath(editionId), togetherView, sign, sign.event === 'leaves');

export type TurnAct = 'ask' | 'keep' | 'give' | 'take';

export const sendTurn = (editionId: string, act: TurnAct): Promise<Told<TogetherView>> =>
  ask(turnPath(editionId), togetherView, { act });

export const fetchConversation = (editionId: string): Promise<Told<ConversationView>> =>
  ask(remarksPath(editionId), conversationView);

export const sendRemark = (editionId: string, remark: Remark): Promise<Told<ConversationView>> =>
  ask(remarksPath(editionId), conversationView, remark);

export const fetchNewest = (editionId: string): Promise<Told<z.output<typeof newest>>> =>
  ask(savePath(editionId), newest);

const unreachable = 'Peladen tidak menjawab. Periksa jaringan Anda, lalu coba lagi.';

/** Never rejects: whatever breaks on the way is a sentence for the person. */
async function ask<S extends z.ZodType>(
  path: string,
  schema: S,
  body?: object,
  outlivesPage = false,
): Promise<Told<z.output<S>>> {
  try {
    const response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      keepalive: outlivesPage,
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    const told: unknown = await response.json();
    if (response.ok) return { ok: true, told: schema.parse(told) };
    return { ok: false, text: sentenceOf(refusal.safeParse(told).data) };
  } catch (error) {
    if (error instanceof z.ZodError)
      return { ok: false, text: 'Muat ulang halaman ini: ruang redaksi sudah diperbarui.' };
    return { ok: false, text: unreachable };
  }
}

/** What is wrong with what was sent says more than that something is. */
function sentenceOf(refused: z.output<typeof refusal> | undefined): string {
  return refused?.issues[0]?.text ?? refused?.text ?? unreachable;
}
