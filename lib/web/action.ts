import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import type { Actor } from '#lib/accounts/actor.ts';
import { requireConfirmed } from '#lib/accounts/confirmation.ts';
import type { SessionStanding } from '#lib/accounts/sessions.ts';
import type { FormAction } from '#lib/action-state.ts';
import { fieldsOf } from '#lib/form-fields.ts';
import { errorState, signedOutAnswer } from './error-answer.ts';
import { answerForm, type Done } from './form-answer.ts';
import { isFromHere } from './origin.ts';
import { currentSession, optionalActor, optionalStanding } from './session.ts';

/**
 * Joins a form to a verb: checks the origin, parses the form, asks who is signed in, runs the
 * verb and turns its result or error into the form's next state. The page is read anew afterwards.
 *
 * @param answer what to say, show or where to go when it worked
 */
export function verbAction<S extends z.ZodType, Brought, Result = undefined>(
  schema: S,
  verb: (actor: Actor, input: z.output<S>) => Promise<Brought>,
  answer: (brought: Brought, input: z.output<S>) => Done<Result> | Promise<Done<Result>> = () => ({}),
): FormAction<Result> {
  return async (_before, form) => {
    const actor = await optionalActor();
    // The form stays as it is: a redirect would lose what was typed.
    if (actor === null) return errorState(signedOutAnswer, fieldsOf(form).values);
    return runForm(form, schema, async (input) => answer(await verb(actor, input), input));
  };
}

/**
 * The same for a grave step: its person must have shown lately that it is they. The form keeps what was
 * typed and leads to where that is done.
 */
export function confirmedAction<S extends z.ZodType, Brought, Result = undefined>(
  schema: S,
  verb: (actor: Actor, input: z.output<S>) => Promise<Brought>,
  answer: (brought: Brought, input: z.output<S>) => Done<Result> | Promise<Done<Result>> = () => ({}),
): FormAction<Result> {
  return async (_before, form) => {
    const session = await currentSession();
    if (session === null) return errorState(signedOutAnswer, fieldsOf(form).values);
    return runForm(form, schema, async (input) => {
      requireConfirmed(session);
      return answer(await verb(session.actor, input), input);
    });
  };
}

/** Joins a form to a verb upon one's own session, also for somebody who must first set up a second factor. */
export function sessionAction<S extends z.ZodType, Result = undefined>(
  schema: S,
  work: (held: SessionStanding, input: z.output<S>) => Promise<Done<Result>>,
): FormAction<Result> {
  return async (_before, form) => {
    const held = await optionalStanding();
    if (held === null) return errorState(signedOutAnswer, fieldsOf(form).values);
    return runForm(form, schema, (input) => work(held, input));
  };
}

/** Joins a form to work that needs nobody signed in: signing in, using a code. */
export function openAction<S extends z.ZodType, Result = undefined>(
  schema: S,
  work: (input: z.output<S>) => Promise<Done<Result>>,
): FormAction<Result> {
  return (_before, form) => runForm(form, schema, work);
}

async function runForm<S extends z.ZodType, Result>(
  form: FormData,
  schema: S,
  work: (input: z.output<S>) => Promise<Done<Result>>,
) {
  const answered = await answerForm(form, isFromHere(await headers()), schema, work, unstable_rethrow);
  if ('goTo' in answered) redirect(answered.goTo);
  // Not after a conflict: the form must keep the version the person saw.
  if (answered.state.status === 'done') refresh();
  return answered.state;
}
