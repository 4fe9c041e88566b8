import type { z } from 'zod';
import type { ActionState } from '#lib/action-state.ts';
import { fieldsOf } from '#lib/form-fields.ts';
import { answerOf, errorState, foreignAnswer, issuesOfZod } from './error-answer.ts';

/** What a form is told after its verb is done. */
export type Done<Result> = {
  message?: string;
  result?: Result;
  /** Leave the page for this path instead. */
  goTo?: string;
};

/** What became of a form: its new state, or a path to go to. */
export type FormAnswer<Result> = { state: ActionState<Result> } | { goTo: string };

/**
 * Takes a form through its schema to the work, and whatever happens into the form's next state.
 *
 * @param fromHere whether the request came from our own pages, see `isFromHere`
 * @param passes lets errors through that are not ours to answer (Next's redirects)
 */
export async function answerForm<S extends z.ZodType, Result>(
  form: FormData,
  fromHere: boolean,
  schema: S,
  work: (input: z.output<S>) => Promise<Done<Result>>,
  passes: (error: unknown) => void = () => undefined,
): Promise<FormAnswer<Result>> {
  const { input, values } = fieldsOf(form);
  try {
    if (!fromHere) return { state: errorState(foreignAnswer, values) };
    const parsed = schema.safeParse(input);
    if (!parsed.success) {
      const issues = issuesOfZod(parsed.error);
      return { state: { status: 'invalid', message: 'Ada yang perlu diperbaiki.', issues, values } };
    }
    const done = await work(parsed.data);
    if (done.goTo !== undefined) return { goTo: done.goTo };
    const result = done.result === undefined ? {} : { result: done.result };
    return { state: { status: 'done', message: done.message ?? '', issues: [], values: {}, ...result } };
  } catch (error) {
    passes(error);
    return { state: errorState(answerOf(error, 'action'), values) };
  }
}
