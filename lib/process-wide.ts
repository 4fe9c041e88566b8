/**
 * One value per process, whatever the number of module instances.
 *
 * Node, Next's pages and Next's route handlers each load their own copy of a
 * module; a pool or a cache kept in module scope would exist three times.
 *
 * @param name unique within this project
 * @param make called once, at first use
 */
export function processWide<T>(name: string, make: () => T): { value: T } {
  const key = Symbol.for(`ruang-warta.${name}`);
  const holder = globalThis as unknown as Record<symbol, { value: T } | undefined>;
  holder[key] ??= { value: make() };
  return holder[key];
}
