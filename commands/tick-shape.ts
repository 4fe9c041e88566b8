import { executionAsyncResource } from 'node:async_hooks';

const kept: object[] = [];

/**
 * Keeps one of the objects that Node makes for every `process.nextTick`, of which a request takes
 * about ten. V8 knows the shapes they pass through while they are built only as long as something
 * has them: a full collection at a moment when no tick waits, and each of them is built the slow
 * way until the process ends (ADR 0018 has the numbers). One that stays keeps the shapes.
 */
export function keepTickShape(): void {
  process.nextTick(() => kept.push(executionAsyncResource()));
}
