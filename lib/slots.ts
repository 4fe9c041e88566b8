/** Lets so many pieces of work run at a time; the others wait their turn. */
export type Slots = {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Pieces of work that wait. */
  waiting(): number;
};

/** @param atOnce pieces of work that run together */
export function slots(atOnce: number): Slots {
  const queue: (() => void)[] = [];
  let running = 0;
  return {
    async run(work) {
      if (running < atOnce) running += 1;
      // Whoever leaves hands its slot to the next, so the count stays.
      else await new Promise<void>((resolve) => queue.push(resolve));
      try {
        return await work();
      } finally {
        const next = queue.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
    waiting: () => queue.length,
  };
}
