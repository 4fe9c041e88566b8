import { useDatabase } from '#db/client.ts';
import { say } from '../../commands/say.ts';
import { called, calls } from './verb-calls.ts';
import { sceneOf } from './verb-scenes.ts';

/**
 * A process of its own that prepares every verb in the database of its first argument, says so, and
 * does them all at once, telling each that is done: something tests can kill meanwhile.
 */
const [url = ''] = process.argv.slice(2);
useDatabase(url);

const scenes = await Promise.all(called.map(async (verb) => ({ verb, ...(await sceneOf(verb)) })));
say(
  JSON.stringify(
    scenes.map(({ verb, by, to, sectionId, portalId }) => ({ verb, by: by.userId, to, sectionId, portalId })),
  ),
);
await Promise.all(
  scenes.map(async ({ verb, by, to, sectionId }) => {
    await calls[verb](by, to, { heads: true, sectionId });
    say(verb);
  }),
);
