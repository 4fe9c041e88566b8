import type { Fault } from './fault.ts';
import { onlyLoopback } from './only-loopback.ts';
import { photoTraces } from './photo-traces.ts';
import { sqlmap } from './sqlmap.ts';
import { strangerTries } from './stranger-tries.ts';

/** What strangers' own tools find on the real application; each says so where its program is not there. */
export const securityTrials: readonly Fault[] = [sqlmap, photoTraces, onlyLoopback, strangerTries];
