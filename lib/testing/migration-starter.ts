import { migrateDatabase } from '#db/migrate.ts';

/** A process of its own that migrates the database of its first argument from the folder of its second: something tests can kill. */
const [url = '', folder = ''] = process.argv.slice(2);

await migrateDatabase(url, folder);
