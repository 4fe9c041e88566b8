'use client';

import type { ReactNode } from 'react';
import { ActionForm } from '#components/ui/action-form.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { tellNext } from '../next-message.ts';

/** A form after which the page is another one: it leads there and says there what was done. */
export function LeadOnForm({
  action,
  submit,
  hidden,
  label,
  told,
  leadTo,
  children,
}: {
  action: FormAction;
  submit: string;
  hidden: Readonly<Record<string, string | number>>;
  label: string;
  told: string;
  leadTo: string;
  children?: ReactNode;
}) {
  const carryOut: FormAction = async (before, form) => {
    const answer = await action(before, form);
    if (answer.status === 'done') {
      tellNext(told);
      window.location.assign(leadTo);
    }
    return answer;
  };
  return (
    <ActionForm action={carryOut} submit={submit} tone="usual" hidden={hidden} label={label}>
      {children}
    </ActionForm>
  );
}
