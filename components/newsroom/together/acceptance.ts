/** Suggestions whose words this page has put in place, until the save that brings them has been taken. */
export type Acceptance = ReturnType<typeof createAcceptance>;

export function createAcceptance() {
  let waiting: readonly string[] = [];
  const sent = new Map<string, readonly string[]>();
  return {
    take(id: string): void {
      waiting = [...waiting, id];
    },
    /** What a save carries. A save that is repeated carries the same as the first time. */
    idsFor(saveId: string): readonly string[] {
      const ids = sent.get(saveId) ?? waiting;
      sent.set(saveId, ids);
      return ids;
    },
    /** The save has been taken; a refused or conflicting one leaves them for the next. */
    saved(saveId: string): void {
      const ids = sent.get(saveId) ?? [];
      waiting = waiting.filter((id) => !ids.includes(id));
      sent.delete(saveId);
    },
  };
}
