import { createServer } from 'node:http';

/** An answer to be given to everything: what the measured server sent, byte for byte. */
export type PlainAnswer = { headers: string[]; bodyBase64: string };

/**
 * The smallest server Node can be: the same bytes for every request, and nothing decided.
 * Reads its answer as JSON from standard input, prints its port, and ends with its input.
 */
const given: Buffer[] = [];
for await (const chunk of process.stdin) {
  given.push(chunk);
  if (chunk.includes(10)) break;
}
const answer: PlainAnswer = JSON.parse(Buffer.concat(given).toString('utf8'));
const body = Buffer.from(answer.bodyBase64, 'base64');
const server = createServer((_, response) => {
  response.writeHead(200, answer.headers);
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? (address?.port ?? 0) : 0}\n`);
});
