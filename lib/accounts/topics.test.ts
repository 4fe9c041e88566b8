import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '#db/client.ts';
import { events, generationChanges } from '#db/schema/index.ts';
import type { PortalId } from '#lib/ids.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anActor, aPortal } from '#lib/testing/people.ts';
import type { Actor } from './actor.ts';
import { createTopic, renameTopic, topicsToAdminister } from './topics.ts';

testConfiguration();
testDatabase();

let portal: PortalId;
let admin: Actor;

beforeEach(async () => {
  portal = await aPortal();
  admin = await anActor('admin', portal);
});

const namesReadersSee = async () =>
  (await database().select().from(generationChanges).where(eq(generationChanges.portalId, portal))).flatMap(
    (row) => row.names,
  );

describe('topics', () => {
  const add = (name: string, slug = '') => createTopic(admin, { portalId: portal, name, slug });
  const find = async (name: string) => {
    const topic = (await topicsToAdminister(admin, portal)).find((candidate) => candidate.name === name);
    if (topic === undefined) throw new Error('no topic');
    return { topicId: topic.id, version: topic.version };
  };

  it('are added with an address, stand by name, and are renamed by whoever saw the newest version', async () => {
    await add('Sekolah');
    await add('Banjir Mahakam', 'banjir');
    expect(await topicsToAdminister(admin, portal)).toMatchObject([
      { name: 'Banjir Mahakam', slug: 'banjir' },
      { name: 'Sekolah', slug: 'sekolah' },
    ]);
    const seen = await find('Sekolah');
    await renameTopic(admin, { ...seen, name: 'Sekolah Rakyat' });
    expect(await topicsToAdminister(admin, portal)).toMatchObject([{}, { name: 'Sekolah Rakyat', slug: 'sekolah' }]);
    await expect(renameTopic(admin, { ...seen, name: 'Lain' })).rejects.toMatchObject({ code: 'conflict' });
    expect(await namesReadersSee()).toEqual(['site', 'site', 'site']);
    const log = await database().select().from(events).where(eq(events.portalId, portal)).orderBy(events.seq);
    expect(log.slice(-3).map(({ verb, actorId }) => [verb, actorId])).toEqual([
      ['create_topic', admin.userId],
      ['create_topic', admin.userId],
      ['rename_topic', admin.userId],
    ]);
  });

  it('have addresses of their own, and are not there for others', async () => {
    await add('Banjir');
    await expect(add('Banjir')).rejects.toMatchObject({ issues: [{ code: 'slug_taken' }] });
    const seen = await find('Banjir');
    const elsewhere = await anActor('admin', await aPortal());
    for (const stranger of [elsewhere, await anActor('editor', portal)]) {
      const answers = await Promise.allSettled([
        topicsToAdminister(stranger, portal),
        createTopic(stranger, { portalId: portal, name: 'X', slug: '' }),
        renameTopic(stranger, { ...seen, name: 'X' }),
      ]);
      for (const answer of answers) expect(answer).toMatchObject({ reason: { code: 'not_found' } });
    }
  });
});
