/** What has become of a transaction's connection. */
export type Fate = {
  /** Some connection of the pool just died; within this tick we learn whether it was ours. */
  suspect(): void;
  /** Resolves when no suspicion is open any more. */
  known(): Promise<void>;
  /** The connection is gone; nothing may be sent for this transaction any more. */
  lose(error: unknown): void;
  lost(): boolean;
  /** Rejects when the transaction is lost, and never resolves. */
  whenLost: Promise<never>;
};

/** A transaction begins with a living connection. */
export function newFate(): Fate {
  let suspicion: Promise<void> | undefined;
  let isLost = false;
  const { promise: whenLost, reject } = Promise.withResolvers<never>();
  // Everybody who waits for it gets the error; when nobody waits there is nobody to tell.
  whenLost.catch(() => undefined);
  return {
    suspect() {
      suspicion = new Promise((resolve) => {
        setImmediate(() => {
          suspicion = undefined;
          resolve();
        });
      });
    },
    async known() {
      while (suspicion !== undefined) await suspicion;
    },
    lose(error) {
      isLost = true;
      reject(error);
    },
    lost: () => isLost,
    whenLost,
  };
}
