import { z } from 'zod';

// Zod tries `new Function` when an object schema is made, and the newsroom's policy (no eval, trusted
// types) reports that as a violation. Modules whose schemas reach a browser import this file, so
// that it runs before their schemas are made. On the server zod keeps its faster way.
if (typeof document !== 'undefined') z.config({ jitless: true });
