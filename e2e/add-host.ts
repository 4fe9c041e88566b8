import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { portals } from '#db/schema/index.ts';
import { withDatabase } from '../commands/open-database.ts';

/** `node e2e/add-host.ts <name>…`: the demo portal answers to these names too, as after a move from another address. */
await withDatabase('add_host', async () => {
  for (const name of process.argv.slice(2)) {
    await database()
      .update(portals)
      .set({ hosts: sql`array_append(${portals.hosts}, ${name}::text)` });
  }
});
