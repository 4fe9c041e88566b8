import { now } from '#lib/clock.ts';

/** Whole minutes until a moment, one at least: what a person is told to wait. */
export function minutesUntil(moment: Date): number {
  return Math.max(1, Math.ceil((moment.getTime() - now().getTime()) / 60_000));
}

/** Says that somebody asks too often: 429 `{ code: 'too_often', text, issues }`, with the moment to come back. */
export function tooOftenAnswer(again: Date, text: string): Response {
  const seconds = Math.max(1, Math.ceil((again.getTime() - now().getTime()) / 1000));
  const answer = { code: 'too_often', text, issues: [] };
  return Response.json(answer, { status: 429, headers: { 'retry-after': String(seconds) } });
}
