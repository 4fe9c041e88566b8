import { setTimeout as pause } from 'node:timers/promises';
import { isDatabaseAway } from '#db/client.ts';
import { log, logBug } from '#lib/log.ts';
import { dueAtOnce, heedSchedule, publishDue } from '#lib/newsroom/due.ts';

/** Milliseconds between two looks at what is due; shorter after one that may have left something. */
const lookEvery = 1_000;
/** Between many that go out, the pages that show them are made anew, and readers are answered. */
const breathe = 500;

/**
 * Looks every second whether something is due, for as long as the process lives. It does not go through the
 * queue of jobs: a publication must not wait behind photos, nor depend on a planned job being there still.
 */
export function watchSchedule(): { stop(): Promise<void> } {
  const { promise: asked, resolve: ask } = Promise.withResolvers<true>();
  const ended = watch(asked);
  return {
    stop: () => {
      ask(true);
      return ended;
    },
  };
}

async function watch(asked: Promise<true>): Promise<void> {
  for (let isAsked = false; !isAsked; ) {
    let isMore = false;
    try {
      const { published, failed } = await publishDue();
      isMore = published + failed >= dueAtOnce;
      if (published > 0) log('info', 'schedule_published', { published });
      await heedSchedule();
    } catch (error) {
      if (!isDatabaseAway(error)) logBug('schedule', error);
    }
    isAsked = await Promise.race([asked, pause(isMore ? breathe : lookEvery, false, { ref: false })]);
  }
}
