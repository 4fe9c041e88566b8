import { now } from '#lib/clock.ts';

/** Whole minutes until a moment, one at least: what a person is told to wait. */
export function minutesUntil(moment: Date): number {
  return Math.max(1, Math.ceil((moment.getTime() - now().getTime()) / 60_000));
}

/** Says that somebody asks too often: 429 `{ code: 'too_often', text, issues }`, with the moment to come back. */
export function tooOftenAnswer(again: Date, text: string): Response {
  const answer = { code: 'too_often', text, issues: [] };
  return Response.json(answer, { status: 429, headers: { 'retry-after': secondsUntil(again) } });
}

/** The same to somebody who asked for a file: the browser shows the sentence in the place of the file. */
export function tooManyFilesAnswer(again: Date, what: string): Response {
  const text = `Anda sudah berkali-kali mengunduh ${what}. Coba lagi ${minutesUntil(again)} menit lagi.\n`;
  return new Response(text, {
    status: 429,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': secondsUntil(again) },
  });
}

const secondsUntil = (moment: Date) => String(Math.max(1, Math.ceil((moment.getTime() - now().getTime()) / 1000)));
