export * from './article.ts';
export * from './asset.ts';
export * from './import.ts';
export * from './person.ts';
export * from './portal.ts';
export * from './reading.ts';
export * from './record.ts';
export * from './search.ts';
