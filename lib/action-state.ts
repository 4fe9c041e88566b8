import type { Issue } from './errors.ts';

/** What a form's action answers: the same shape from every one of them. */
export type ActionState<Result = undefined> = {
  status: 'idle' | 'done' | 'invalid' | 'conflict' | 'refused' | 'signed_out' | 'failed';
  /** A sentence for the person; empty when there is nothing to say. */
  message: string;
  issues: readonly Issue[];
  /** What was sent, to fill the form again. Passwords are not sent back. */
  values: Readonly<Record<string, string>>;
  /** The name under which a bug was logged. */
  bugId?: string;
  /** What the verb brought, where the form shows it. */
  result?: Result;
};

/** A server action bound to one verb, as a form is given it. */
export type FormAction<Result = undefined> = (
  state: ActionState<Result>,
  form: FormData,
) => Promise<ActionState<Result>>;

export const idle: ActionState<never> = { status: 'idle', message: '', issues: [], values: {} };
