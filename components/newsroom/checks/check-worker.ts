/// <reference lib="webworker" />
import { type CheckRequest, createCheckDesk } from './check-desk.ts';

/** The checks of the open article on a thread of their own: typing never waits for them. */
const desk = createCheckDesk();

self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  const answer = desk(data);
  if (answer !== undefined) self.postMessage(answer);
});
