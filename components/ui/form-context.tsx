'use client';

import { createContext, useContext } from 'react';
import { type ActionState, idle } from '#lib/action-state.ts';

type FormContext = { state: ActionState<unknown>; prefix: string };

/** What the fields of a form need to know of it: what it was answered, and how its ids begin. */
export const FormStateContext = createContext<FormContext>({ state: idle, prefix: '' });

/** The id, the value to show again and the error of one field of the form around. */
export function useField(name: string) {
  const { state, prefix } = useContext(FormStateContext);
  return {
    id: `${prefix}${name}`,
    sent: state.values[name],
    error: state.issues.find((issue) => issue.field === name)?.text,
    wasSent: state.status !== 'idle' && state.status !== 'done',
  };
}
