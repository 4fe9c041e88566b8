import { text } from 'node:stream/consumers';
import { sqlState, useDatabase } from '#db/client.ts';
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
  severalAtOnce(5, scenes, async (scene) => {
    try {
      await deedOf(scene.name).act(await loadActor(scene.by), scene);
      say(scene.name);
    } catch (error) {
      // On a slow machine somebody waits too long for another, and would ask again.
      if (sqlState(error) !== '55P03') throw error;
    }
  }),
]);
