import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { sessions, users } from '#db/schema/index.ts';
import { confirmedMinutes } from '#lib/accounts/assurance.ts';
import { now } from '#lib/clock.ts';
import { withDatabase } from '../commands/open-database.ts';

/** `node e2e/age-confirmation.ts <address>`: as if this person had signed in an hour longer ago than a confirmation lasts. */
await withDatabase('age_confirmation', async () => {
  const [person] = await database()
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, process.argv[2] ?? ''));
  if (person === undefined) throw new Error('There is nobody with this address.');
  const confirmedAt = new Date(now().getTime() - (confirmedMinutes + 60) * 60_000);
  await database().update(sessions).set({ confirmedAt }).where(eq(sessions.userId, person.id));
});
