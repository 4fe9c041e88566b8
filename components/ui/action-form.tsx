'use client';

import { type ReactNode, useId } from 'react';
import type { ActionState, FormAction } from '#lib/action-state.ts';
import { ErrorSummary } from './error-summary.tsx';
import { FormStateContext } from './form-context.tsx';
import { useFormAction } from './use-form-action.ts';

/**
 * A form joined to a server action: says what is wrong at its head and beside the fields, keeps
 * what was typed, says when it is done. It works without script too.
 *
 * @param hidden fields the person does not see; a version stays the one they saw until it is saved
 * @param outcome shows what the action brought
 */
export function ActionForm<Result>({
  action,
  submit,
  tone = 'main',
  hidden = {},
  className = 'stack',
  label,
  outcome,
  children,
}: {
  action: FormAction<Result>;
  submit: ReactNode;
  tone?: 'main' | 'danger' | 'usual';
  hidden?: Readonly<Record<string, string | number>>;
  className?: string;
  /** Names the form where several stand on one page. */
  label?: string;
  outcome?: (result: Result) => ReactNode;
  children?: ReactNode;
}) {
  const [state, act, isBusy] = useFormAction(action);
  const prefix = useId();
  return (
    <FormStateContext value={{ state, prefix }}>
      <Told state={state} prefix={prefix} hidden={Object.keys(hidden)} />
      {state.result !== undefined && outcome?.(state.result)}
      <form action={act} className={className} aria-label={label} noValidate>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={state.values[name] ?? value} />
        ))}
        {children}
        <div>
          <button type="submit" className={buttonClass[tone]} aria-disabled={isBusy}>
            {submit}
          </button>
        </div>
      </form>
    </FormStateContext>
  );
}

const buttonClass = { main: 'button-main', danger: 'button-danger', usual: undefined } as const;

function Told({ state, prefix, hidden }: { state: ActionState<unknown>; prefix: string; hidden: readonly string[] }) {
  switch (state.status) {
    case 'idle':
      return null;
    case 'done':
      return state.message === '' ? null : (
        <p role="status" className="notice notice-good">
          {state.message}
        </p>
      );
    case 'invalid':
      return (
        <ErrorSummary
          title={state.message}
          issues={state.issues}
          idOf={(field) => (hidden.includes(field) ? undefined : `${prefix}${field}`)}
        />
      );
    default:
      return <ErrorSummary title={state.message} issues={[]} />;
  }
}
