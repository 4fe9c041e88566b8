import { expect, test } from 'vitest';
import { capture, type NextListener } from './capture.ts';

const listener = (answer: NextListener): NextListener => answer;

test('returns the whole answer, written in pieces', async () => {
  const next = listener(async (request, response) => {
    response.writeHead(201, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'x=1' });
    response.write(`<p>${request.url} `);
    const piece = Buffer.from('dan ');
    response.write(piece);
    piece.fill(0);
    response.end(`${request.headers.host}</p>`);
  });
  const rendered = await capture(next, '/berita/x?halaman=2', { host: 'a' });
  expect(rendered.body.toString()).toBe('<p>/berita/x?halaman=2 dan a</p>');
  expect([rendered.status, rendered.contentType, rendered.location]).toEqual([
    201,
    'text/html; charset=utf-8',
    undefined,
  ]);
});

test('a renderer that pipes a stream gets its events', async () => {
  const next = listener(async (_, response) => {
    const finished = new Promise((resolve) => response.once('finish', resolve));
    const source = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from('isi'));
        controller.close();
      },
    });
    await source.pipeTo(
      new WritableStream({
        write: (chunk) => void response.write(chunk),
        close: () => {
          response.end();
          return finished.then(() => undefined);
        },
      }),
    );
  });
  expect((await capture(next, '/', {})).body.toString()).toBe('isi');
});

test('a body that can be read ends at once', async () => {
  const next = listener(async (request, response) => {
    const body = await request.toArray();
    response.end(String(body.length));
  });
  expect((await capture(next, '/', {})).body.toString()).toBe('0');
});

test('gives up a rendering that takes too long, and tells the renderer', async () => {
  const closed = Promise.withResolvers<void>();
  const next = listener(async (_, response) => {
    response.once('close', () => closed.resolve());
    await closed.promise;
  });
  await expect(capture(next, '/', {}, { milliseconds: 10, bytes: 100 })).rejects.toThrow('too long');
  await closed.promise;
});

test('gives up a page that grows without end', async () => {
  const next = listener(async (_, response) => {
    for (let piece = 0; piece < 100; piece += 1) response.write('x'.repeat(100));
    response.end();
  });
  await expect(capture(next, '/', {}, { milliseconds: 1_000, bytes: 1_000 })).rejects.toThrow('too large');
});

test('an error of the renderer is an error of the capture', async () => {
  const next = listener(async () => {
    throw new Error('rusak');
  });
  await expect(capture(next, '/', {})).rejects.toThrow('rusak');
  const broken = listener(async (_, response) => void response.destroy());
  await expect(capture(broken, '/', {})).rejects.toThrow('broke off');
});
