'use client';

import { useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import type { FormAction } from '#lib/action-state.ts';

type NewArticleProps = {
  agencies: readonly { id: string; name: string }[];
  createArticle: FormAction;
  className?: string;
};

/** Begins an article with one click; somebody who writes for several agencies picks one. */
export function NewArticle({ agencies, createArticle, className = 'rail-item' }: NewArticleProps) {
  const [isPicking, setIsPicking] = useState(false);
  const [state, act, isActing] = useFormAction(createArticle);
  const [first, ...others] = agencies;
  if (first === undefined) return null;

  const label = (
    <>
      <Icon name="new" /> {isActing ? 'Sebentar…' : 'Naskah baru'}
    </>
  );
  const trouble = state.message !== '' && <p className="field-error">{state.message}</p>;
  if (others.length === 0) {
    return (
      <form action={act}>
        <input type="hidden" name="agencyId" value={first.id} />
        <button type="submit" className={className} aria-disabled={isActing}>
          {label}
        </button>
        {trouble}
      </form>
    );
  }
  return (
    <>
      <button type="button" className={className} onClick={() => setIsPicking(true)}>
        {label}
      </button>
      <Dialog isOpen={isPicking} title="Naskah baru untuk" onClose={() => setIsPicking(false)}>
        {trouble}
        <form action={act} className="stack-tight">
          {agencies.map(({ id, name }) => (
            <button key={id} type="submit" name="agencyId" value={id} aria-disabled={isActing}>
              {name}
            </button>
          ))}
        </form>
      </Dialog>
    </>
  );
}
