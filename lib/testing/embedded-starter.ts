import { startEmbedded } from '#db/embedded.ts';
import { issuesOf } from '#lib/errors.ts';

/**
 * A process of its own that starts the embedded server in the folder of its first argument,
 * prints one line of JSON and stays until SIGTERM: something tests can kill.
 * A second argument is the user id to become first.
 */
const [folder = '', uid] = process.argv.slice(2);

if (uid && process.setgroups && process.setgid && process.setuid) {
  process.setgroups([]);
  process.setgid(Number(uid));
  process.setuid(Number(uid));
}

try {
  const server = await startEmbedded({ folder });
  const stay = setInterval(() => undefined, 60_000);
  process.once('SIGTERM', async () => {
    await server.stop();
    clearInterval(stay);
    process.exit(0);
  });
  process.stdout.write(`${JSON.stringify({ url: server.url, adopted: server.adopted })}\n`);
} catch (error) {
  const [issue] = issuesOf(error);
  process.stdout.write(`${JSON.stringify({ refused: issue?.code ?? String(error), text: issue?.text })}\n`);
  process.exit(3);
}
