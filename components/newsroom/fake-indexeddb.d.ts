/** Puts a store like a browser's where one is looked for; the package's own declaration is not among its exports. */
declare module 'fake-indexeddb/auto';
