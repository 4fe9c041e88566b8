import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/actor.ts';
import { forgetTries, takeTry } from '#lib/accounts/throttle.ts';
import { onTheWhole } from '#lib/newsroom/conversation-shapes.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anOffice, type Office } from '#lib/testing/newsroom.ts';
import { type ActorWork, answerRequest } from './request-answer.ts';
import { beatAnswer, conversationAnswer, newestAnswer, remarkAnswer, turnAnswer } from './together-answers.ts';

testDatabase();

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

const origin = 'https://warta.example.go.id';

async function ask(work: ActorWork<{ editionId: string }>, actor: Actor | null, editionId: string, body?: object) {
  const request = new Request(`${origin}/redaksi/x/${editionId}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { host: 'warta.example.go.id', origin, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const response = await answerRequest(request, { editionId }, async () => actor, work);
  const told: Record<string, unknown> = await response.json();
  return { status: response.status, told };
}

const opens = () => ({ tab: randomUUID(), event: 'opens', typedAgo: null });

describe('what an open page asks for', () => {
  it('a sign of life is answered with the others, the turn and the version', async () => {
    const { editionId, version } = await aDraft(office);
    await ask(beatAnswer, office.editor, editionId, opens());
    const { status, told } = await ask(beatAnswer, office.contributor, editionId, opens());
    expect(status).toBe(200);
    expect(told).toMatchObject({ version, mayWrite: true, seat: { isMine: true }, people: [{ isTyping: false }] });
  });

  it('the turn is asked for and answered in a sentence where it cannot be taken', async () => {
    const { editionId } = await aDraft(office);
    await ask(beatAnswer, office.contributor, editionId, opens());
    expect((await ask(turnAnswer, office.colleague, editionId, { act: 'ask' })).told).toMatchObject({
      seat: { isMine: false, hasAsked: true },
    });
    const taken = await ask(turnAnswer, office.colleague, editionId, { act: 'take' });
    expect(taken).toMatchObject({ status: 403, told: { text: expect.stringContaining('sedang ditulis') } });
  });

  it('a remark is answered with the conversation it joined', async () => {
    const { editionId } = await aDraft(office);
    const remark = { act: 'comment', text: ' Bagus. ', mentions: [], anchor: onTheWhole };
    const { told } = await ask(remarkAnswer, office.leader, editionId, remark);
    expect(told).toMatchObject({ threads: [{ text: 'Bagus.', isMine: true }], maySuggest: true });
    expect((await ask(conversationAnswer, office.editor, editionId)).told).toMatchObject({
      threads: [{ isMine: false }],
    });
    expect((await ask(newestAnswer, office.editor, editionId)).status).toBe(200);
  });

  it('is told to wait when it says more than anybody writes, and goes on being seen', async () => {
    const { editionId } = await aDraft(office);
    while (takeTry([{ kind: 'remark', of: office.leader.userId }]) === undefined);
    const remark = { act: 'comment', text: 'Satu lagi.', mentions: [], anchor: onTheWhole };
    expect(await ask(remarkAnswer, office.leader, editionId, remark)).toMatchObject({
      status: 429,
      told: { code: 'too_often', text: expect.stringContaining('Tunggu 10 menit') },
    });
    expect((await ask(remarkAnswer, office.leader, editionId, { act: 'seen' })).status).toBe(200);
    expect((await ask(remarkAnswer, office.contributor, editionId, remark)).status).toBe(200);
    forgetTries();
  });

  it('refuses what it does not know, in words', async () => {
    const { editionId } = await aDraft(office);
    const anchor = { place: 'body', quote: 'satu\ndua', prefix: '', suffix: '' };
    const sent: [ActorWork<{ editionId: string }>, object][] = [
      [beatAnswer, { ...opens(), editionId }],
      [beatAnswer, { ...opens(), typedAgo: -1 }],
      [turnAnswer, { act: 'steal' }],
      [remarkAnswer, { act: 'comment', text: '  ', mentions: [], anchor: onTheWhole }],
      [remarkAnswer, { act: 'comment', text: 'x'.repeat(2001), mentions: [], anchor: onTheWhole }],
      [remarkAnswer, { act: 'suggest', anchor, replacement: 'tiga', note: '' }],
      [remarkAnswer, { act: 'suggest', anchor: onTheWhole, replacement: 'tiga', note: '' }],
    ];
    for (const [work, body] of sent) {
      const { status, told } = await ask(work, office.contributor, editionId, body);
      expect(status, JSON.stringify(body)).toBe(422);
      expect(told['text']).toMatch(/\p{L}/u);
    }
  });

  it('is nothing for strangers, and not found for those who may not see it', async () => {
    const { editionId } = await aDraft(office);
    const all: [ActorWork<{ editionId: string }>, object?][] = [
      [beatAnswer, opens()],
      [turnAnswer, { act: 'take' }],
      [remarkAnswer, { act: 'comment', text: 'Halo', mentions: [], anchor: onTheWhole }],
      [conversationAnswer],
      [newestAnswer],
    ];
    for (const [work, body] of all) {
      expect((await ask(work, null, editionId, body)).status).toBe(401);
      expect((await ask(work, office.admin, editionId, body)).status).toBe(404);
      expect((await ask(work, office.contributor, 'bukan-nomor', body)).status).toBe(404);
    }
  });
});
