import { expect, test } from 'vitest';
import { answerOf, errorResponse } from './error-answer.ts';

const withCode = (code: string) => Object.assign(new Error('from the driver'), { code });

test('a database without room is no bug: what was sent is refused in words, and comes again when there is some', async () => {
  const answer = errorResponse(answerOf(withCode('53100'), 'uji'));
  expect(answer.status).toBe(507);
  expect(await answer.json()).toMatchObject({ code: 'storage_full', text: expect.stringContaining('masih ada') });
});

test('a database that is away says when to come again', () => {
  const answer = errorResponse(answerOf(withCode('57P03'), 'uji'));
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '3']);
});
