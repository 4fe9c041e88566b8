import type { DeskPlaceActions } from '#components/newsroom/queue/desk-place.tsx';
import * as actions from '../../antrean/actions.ts';

/** What an edition's own pages let the desk do with its place in the queue. */
export const deskPlaceActions: DeskPlaceActions = {
  assign: actions.assignMany,
  setPriority: actions.setPriorityOfMany,
  return: actions.returnMany,
  handOver: actions.handOver,
};
