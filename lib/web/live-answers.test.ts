import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LiveSession, liveSession, startSession } from '#lib/accounts/sessions.ts';
import { type LiveHub, openHub } from '#lib/live/hub.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, type Office } from '#lib/testing/newsroom.ts';
import { liveAnswer } from './live-answers.ts';

testDatabase();

let office: Office;
let hub: LiveHub;
beforeAll(async () => {
  office = await anOffice();
  hub = openHub();
});
afterAll(() => hub.close());

async function aSession(): Promise<LiveSession> {
  const { token } = await startSession(office.editor.userId, 'Uji');
  const session = await liveSession(token);
  if (session === null) throw new Error('The session is not live.');
  return session;
}

function asking(accept: string, signal?: AbortSignal): Request {
  return new Request('https://warta.example.go.id/redaksi/kabar-langsung', {
    headers: { accept },
    ...(signal === undefined ? {} : { signal }),
  });
}

function reading(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  return async () => (await reader?.read())?.value;
}

test('an open page hears until it goes', async () => {
  const leaving = new AbortController();
  const response = liveAnswer(await aSession(), asking('text/event-stream', leaving.signal));
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const next = reading(response);
  expect(await next()).toBe(': mendengarkan\n\n');
  hub.missed();
  expect(await next()).toBe('data: {"kind":"missed"}\n\n');
  leaving.abort();
  expect(await next()).toBeUndefined();
  // Nothing is said to somebody who has gone.
  hub.missed();
});

test('whoever asks for a page instead gets none', async () => {
  expect(liveAnswer(await aSession(), asking('text/html')).status).toBe(406);
});

test('a page that takes nothing is let go, and costs no memory', async () => {
  const response = liveAnswer(await aSession(), asking('text/event-stream'));
  for (let said = 0; said < 4_000; said += 1) hub.missed();
  const next = reading(response);
  let read = 0;
  for (let part = await next(); part !== undefined; part = await next()) read += part.length;
  expect(read).toBeLessThan(100_000);
});

test('too many pages of one person, or none taken in any more, are told to come later', async () => {
  const session = await aSession();
  const answers = Array.from({ length: 9 }, () => liveAnswer(session, asking('text/event-stream')));
  const last = answers.at(-1);
  expect(last?.status).toBe(204);
});
