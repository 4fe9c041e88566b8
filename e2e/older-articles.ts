import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { sections, users } from '#db/schema/index.ts';
import { type Actor, loadActor } from '#lib/accounts/actor.ts';
import { useClock } from '#lib/clock.ts';
import { createArticle, saveWords } from '#lib/newsroom/drafting.ts';
import { countIn, lists } from '#lib/newsroom/listing.ts';
import { approve, claim, submit } from '#lib/newsroom/publishing.ts';
import { cardsPerPage } from '#lib/newsroom/reader-shapes.ts';
import { completeWords } from '#lib/testing/words.ts';
import { withDatabase } from '../commands/open-database.ts';
import { demoAccounts, type PersonKey } from '../db/demo/people.ts';

/**
 * `node e2e/older-articles.ts <section>`: gives a section of the demo a second page, with articles so
 * old that they stand at the end of every list and in no other test's way.
 */
await withDatabase('older_articles', async () => {
  const [section] = await database()
    .select()
    .from(sections)
    .where(eq(sections.slug, process.argv[2] ?? ''));
  if (section === undefined) throw new Error('The demo has no such section.');
  const [writer, editor] = [await demoActor('dewi'), await demoActor('aditya')];
  const agencyId = writer.roles.find((held) => held.role === 'contributor')?.agencyId;
  if (agencyId === undefined || agencyId === null) throw new Error('The writer writes for no agency.');
  const wanted = cardsPerPage + 1;
  const there = await countIn(section.portalId, lists.section(section.id), wanted);
  for (let day = 1; day <= wanted - there; day += 1) {
    useClock(() => new Date(Date.UTC(2020, 1, day, 2)));
    const { editionId } = await createArticle(writer, { agencyId });
    const words = completeWords(section.id, { title: `Catatan lapangan ke-${day} dari hulu sungai` });
    const saved = await saveWords(writer, { editionId, baseVersion: 1, saveId: randomUUID(), words });
    if (saved.outcome !== 'saved') throw new Error('The words were not saved.');
    const claimed = await claim(editor, await submit(writer, { editionId, version: saved.version }));
    await approve(editor, { ...claimed, outcome: 'publish' });
  }
});

async function demoActor(key: PersonKey): Promise<Actor> {
  const email = demoAccounts.find((account) => account.key === key)?.email ?? '';
  const [user] = await database().select({ id: users.id }).from(users).where(eq(users.email, email));
  if (user === undefined) throw new Error(`Nobody is called ${key}.`);
  return loadActor(user.id);
}
