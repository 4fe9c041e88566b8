/** Work that has begun and not ended yet, so that whoever takes away what it needs can wait for it. */
export type UnderWay = {
  /** The same work, watched. */
  watched<Asked extends unknown[], Made>(work: (...asked: Asked) => Promise<Made>): (...asked: Asked) => Promise<Made>;
  /** Pieces of work that have not ended. */
  count(): number;
  /** Resolves when everything has ended, also what begins meanwhile. How it ends is told to who asked for it. */
  ended(): Promise<void>;
};

export function underWay(): UnderWay {
  const running = new Set<Promise<unknown>>();
  return {
    watched:
      (work) =>
      (...asked) => {
        const made = work(...asked);
        const end = () => running.delete(made);
        running.add(made);
        made.then(end, end);
        return made;
      },
    count: () => running.size,
    async ended() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
