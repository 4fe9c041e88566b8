import type { Issue } from '#lib/errors.ts';

/** What a form's action answers: the same shape from every one of them. */
export type ActionState = {
  status: 'idle' | 'done' | 'invalid' | 'conflict' | 'refused' | 'failed';
  /** A sentence for the person; empty when there is nothing to say. */
  message: string;
  issues: readonly Issue[];
  /** What was sent, to fill the form again. */
  values: Readonly<Record<string, string>>;
  /** The name under which a bug was logged. */
  bugId?: string;
  redirectTo?: string;
};

/** A server action bound to one verb, as a form is given it. */
export type FormAction = (state: ActionState, form: FormData) => Promise<ActionState>;

export const idle: ActionState = { status: 'idle', message: '', issues: [], values: {} };
