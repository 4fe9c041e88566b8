import type { EditionState } from '#db/schema/enums.ts';
import type { Verb } from '#lib/newsroom/workflow.ts';

/**
 * The table of the design, written down a second time and by hand: the tests hold the code's own
 * table against it. `back` goes where it came from or to submitted, `before` to the state before.
 */
const table = `
  verb          | from                                                             | to
  edit          | draft returned in_editing                                        | stays
  submit        | draft returned                                                   | submitted
  withdraw      | submitted verified                                               | draft
  verify        | submitted                                                        | verified
  claim         | submitted verified approved                                      | in_editing
  release       | in_editing                                                       | back
  take_over     | in_editing                                                       | stays
  return        | submitted verified approved in_editing                           | returned
  reject        | submitted verified in_editing                                    | rejected
  approve       | in_editing                                                       | approved
  confirm       | approved                                                         | stays
  publish       | approved                                                         | published
  schedule      | approved scheduled                                               | scheduled
  unschedule    | scheduled                                                        | approved
  publish_due   | scheduled                                                        | published
  publish_now   | draft returned submitted verified in_editing approved scheduled  | published
  second_review | published archived retracted                                     | stays
  start_edition | published archived retracted                                     | stays
  supersede     | published archived retracted                                     | superseded
  retract       | published archived                                               | retracted
  review_retraction | retracted                                                    | stays
  restore       | retracted                                                        | before
  archive       | published                                                        | archived
  unarchive     | archived                                                         | published
  discard       | draft returned                                                   | discarded
  undiscard     | discarded                                                        | draft
  place         | published archived retracted                                     | stays
`;

export type DesignRow = { verb: string; from: string[]; to: string };

/** The rows, by verb. */
export const designTable: ReadonlyMap<string, DesignRow> = new Map(
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [verb = '', from = '', to = ''] = line.split('|').map((cell) => cell.trim());
      return [verb, { verb, from: from.split(' '), to }];
    }),
);

/** Whether the design lets this verb work from this state. */
export function designAllows(verb: Verb, state: EditionState): boolean {
  return designTable.get(verb)?.from.includes(state) ?? false;
}
