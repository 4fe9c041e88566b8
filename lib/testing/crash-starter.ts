import { text } from 'node:stream/consumers';
import { useDatabase } from '#db/client.ts';
import { loadActor } from '#lib/accounts/actor.ts';
import { tellPeople } from '#lib/notifications/tell-people.ts';
import { say } from '../../commands/say.ts';
import { deedOf, deedScenes, severalAtOnce } from './deeds.ts';

/**
 * A process of its own that does everything it reads of in the database of its first argument, several at
 * once, and tells each that is done: something tests can kill meanwhile.
 */
const [url = ''] = process.argv.slice(2);
useDatabase(url);

const scenes = deedScenes.parse(JSON.parse(await text(process.stdin)));
say('begun');

await Promise.all([
  tellPeople(),
  severalAtOnce(scenes, async (scene) => {
    await deedOf(scene.name).act(await loadActor(scene.by), scene);
    say(scene.name);
  }),
]);
