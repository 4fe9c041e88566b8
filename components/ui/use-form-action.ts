'use client';

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import { useActionState, useContext } from 'react';
import { type ActionState, type FormAction, idle } from '#lib/action-state.ts';
import { fieldsOf } from '#lib/form-fields.ts';
import { OutcomeContext } from './outcome-place.tsx';

const texts = {
  unreachable:
    'Sambungan terputus sebelum ada jawaban. Isian Anda masih ada di sini. Periksa jaringan, lalu coba sekali lagi.',
  outdated:
    'Ruang Warta baru saja diperbarui, jadi halaman ini perlu dimuat ulang. Salin dulu isian yang belum tersimpan.',
} as const;

/**
 * `useActionState` for the actions of forms. Without it an answer that never came would take the page, and
 * what was typed on it, to the nearest error boundary.
 */
export function useFormAction<Result>(action: FormAction<Result>) {
  const tell = useContext(OutcomeContext);
  // On the server the action itself: by it a form works before its script has come.
  return useActionState<ActionState<Result>, FormData>(
    typeof window === 'undefined' ? action : toldAbove(kept(action), tell),
    idle,
  );
}

/** The action, with what it did said in the place around it: the form may be gone when its answer is shown. */
export function toldAbove<Result>(
  action: FormAction<Result>,
  tell: ((text: string) => void) | null,
): FormAction<Result> {
  if (tell === null) return action;
  return async (before, form) => {
    const state = await action(before, form);
    if (state.status !== 'done' || state.message === '') return state;
    tell(state.message);
    return { ...state, message: '' };
  };
}

/** The action, with an answer of our own where none comes. */
export function kept<Result>(action: FormAction<Result>): FormAction<Result> {
  return async (before, form) => {
    try {
      return await action(before, form);
    } catch (error) {
      // Where Next sends somebody elsewhere, it does so by throwing.
      unstable_rethrow(error);
      const message = unstable_isUnrecognizedActionError(error)
        ? texts.outdated
        : isUnanswered(error) && texts.unreachable;
      if (!message) throw error;
      return { status: 'failed', message, issues: [], values: fieldsOf(form).values };
    }
  };
}

/** Whether no network was there, in the words of each browser, or something between answered in our place. */
function isUnanswered(error: unknown): boolean {
  if (error instanceof TypeError) return /fetch|network|load failed/i.test(error.message);
  return error instanceof Error && /unexpected response/i.test(error.message);
}
