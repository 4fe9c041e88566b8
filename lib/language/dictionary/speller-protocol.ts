import { z } from 'zod';

/** What the thread is started with. */
export const spellerFiles = z.strictObject({ aff: z.string(), dic: z.string() });

/** A question: words, and until when suggestions are looked for. */
export const spellerQuestion = z.strictObject({ id: z.int(), words: z.array(z.string()), milliseconds: z.number() });

const spellerAnswer = z.strictObject({ word: z.string(), suggestions: z.array(z.string()).nullable() });
export type SpellerAnswer = z.infer<typeof spellerAnswer>;

/** What the thread says; words it did not come to are left out. */
export const spellerAnswers = z.strictObject({ id: z.int(), answers: z.array(spellerAnswer) });
