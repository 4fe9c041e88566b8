import { expect, test } from 'vitest';
import { helpPictureAnswer } from './help-answers.ts';

test('a picture of the guides comes as a picture and nothing else', async () => {
  const answer = await helpPictureAnswer({ picture: 'meja.webp' });
  expect(answer.headers.get('content-type')).toBe('image/webp');
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  expect(Number(answer.headers.get('content-length'))).toBe((await answer.arrayBuffer()).byteLength);
});

test('what no guide shows is not found', async () => {
  await expect(helpPictureAnswer({ picture: '../../../package.json' })).rejects.toMatchObject({ code: 'not_found' });
});
