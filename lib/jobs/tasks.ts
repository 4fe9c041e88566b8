import type { JobName } from './queue.ts';

/** What a job does with its payload. It throws to be tried again later, and must bear running twice. */
export type JobTask = (payload: unknown) => Promise<void>;

export const tasks: Readonly<Partial<Record<JobName, JobTask>>> = {};
