import { asc, eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { agencies, memberships, portals, users } from '#db/schema/index.ts';
import { hashPassword } from '#lib/accounts/passwords.ts';
import { now } from '#lib/clock.ts';
import { withDatabase } from '../commands/open-database.ts';

/** `node e2e/add-officer.ts <name> <address> <password>`: an editor of the demo portal, who writes for one of its agencies too, and whom no other test knows. */
await withDatabase('add_officer', async () => {
  const [name = '', email = '', password = ''] = process.argv.slice(2);
  const [portal] = await database().select({ id: portals.id }).from(portals).orderBy(asc(portals.createdAt)).limit(1);
  const passwordHash = await hashPassword(password);
  const [person] = await database().insert(users).values({ name, email, passwordHash }).returning({ id: users.id });
  if (portal === undefined || person === undefined) throw new Error('There is no portal, or nobody was added.');
  await database()
    .insert(memberships)
    .values({ userId: person.id, portalId: portal.id, role: 'editor', effectiveAt: now() });
  const [agency] = await database().select().from(agencies).where(eq(agencies.portalId, portal.id)).limit(1);
  await database()
    .insert(memberships)
    .values({
      ...{
        userId: person.id,
        portalId: portal.id,
        agencyId: agency?.id ?? null,
        role: 'contributor',
        effectiveAt: now(),
      },
    });
});
