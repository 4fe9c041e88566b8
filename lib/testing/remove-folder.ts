import { rm } from 'node:fs/promises';

/** Removes the folder of a site that was stopped: pages it was keeping at that moment may still come or go. */
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, maxRetries: 10, retryDelay: 100 });
