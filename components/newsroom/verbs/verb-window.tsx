'use client';

import { type FormEvent, useId, useState, useTransition } from 'react';
import { flushSync } from 'react-dom';
import { Dialog } from '#components/ui/dialog.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import type { ActionState, FormAction } from '#lib/action-state.ts';
import type { Issue } from '#lib/errors.ts';
import type { ReasonChoice } from '#lib/newsroom/desk-shapes.ts';
import type { PublicationPlan } from '#lib/newsroom/schedule-time.ts';
import { deskPath, draftPath, reviewPath } from '#lib/urls.ts';
import { tellNext } from '../next-message.ts';
import { SimilarNotice } from './similar-notice.tsx';
import { type Place, VerbFields, verbFieldId } from './verb-fields.tsx';
import type { VerbButton } from './verb-texts.ts';

/** Makes sure the server has everything that was typed, and tells which version that is, or why it has not. */
export type Settle = () => Promise<{ version: number } | { refusal: string }>;

type VerbWindowProps = {
  button: VerbButton;
  action: FormAction;
  target: { articleId: string; editionId: string; version: number };
  claimNeedsReason: boolean;
  places: readonly Place[];
  reasons: readonly ReasonChoice[];
  plan: PublicationPlan | undefined;
  onClose: () => void;
  settle?: Settle;
  goTo?: (field: string, code: string) => void;
  onDone?: () => void;
};

/** Says what a verb will do, asks for what it needs, and carries it out. */
export function VerbWindow({
  button,
  action,
  target,
  claimNeedsReason,
  places,
  reasons,
  plan,
  onClose,
  settle,
  goTo,
  onDone,
}: VerbWindowProps) {
  // As soon as the answer is there: the page behind is read anew, and may leave by itself.
  const carryOut: FormAction = async (before, form) => {
    const answer = await action(before, form);
    if (answer.status === 'done') {
      onDone?.();
      tellNext(button.done);
      window.location.assign(pathAfter(button, target.articleId));
    }
    return answer;
  };
  const [state, act, isActing] = useFormAction(carryOut);
  const [isSettling, startSettling] = useTransition();
  const [refusal, setRefusal] = useState<string>();
  const formId = useId();
  const isBusy = isActing || isSettling || state.status === 'done';

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    setRefusal(undefined);
    startSettling(async () => {
      const settled = settle === undefined ? { version: target.version } : await settle();
      if ('refusal' in settled) {
        setRefusal(settled.refusal);
        return;
      }
      form.set('version', String(settled.version));
      startSettling(() => act(form));
    });
  };

  const leave = ({ field, code }: Issue) => {
    // Closed first: behind an open window nothing takes the focus.
    flushSync(onClose);
    goTo?.(field, code);
  };

  return (
    <Dialog isOpen isSheet title={button.label} onClose={onClose}>
      <Trouble state={state} refusal={refusal} onGo={goTo && leave} />
      <p>{button.text}</p>
      <form id={formId} className="stack" noValidate onSubmit={send}>
        <input type="hidden" name="editionId" value={target.editionId} />
        {button.id === 'submit' && <SimilarNotice articleId={target.articleId} />}
        <VerbFields button={button.id} issues={state.issues} {...{ places, reasons, claimNeedsReason, plan }} />
        <div className="row">
          <button
            type="submit"
            className={button.tone === 'danger' ? 'button-danger' : 'button-main'}
            aria-disabled={isBusy}
          >
            {isBusy ? 'Sebentar…' : button.label}
          </button>
          <button type="button" onClick={onClose}>
            Batal
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Trouble({
  state,
  refusal,
  onGo,
}: {
  state: ActionState;
  refusal: string | undefined;
  onGo: ((issue: Issue) => void) | undefined;
}) {
  if (refusal !== undefined) return <ErrorSummary title={refusal} issues={[]} />;
  switch (state.status) {
    case 'idle':
    case 'done':
      return null;
    case 'invalid':
      return (
        <ErrorSummary
          title={state.message || 'Langkah ini belum bisa dilakukan.'}
          issues={state.issues}
          idOf={inThisWindow}
          onGo={onGo}
        />
      );
    default:
      return <ErrorSummary title={state.message} issues={[]} />;
  }
}

/** The fields of this window; issues of the words lie behind it. */
function inThisWindow(field: string): string | undefined {
  const ownFields = [
    'scheduledFor',
    'reasonCode',
    'note',
    'place',
    'reason',
    'fastLaneReason',
    'changeType',
    'publicNote',
  ];
  return ownFields.includes(field) ? verbFieldId(field) : undefined;
}

function pathAfter({ next }: VerbButton, articleId: string): string {
  switch (next) {
    case 'draft':
      return draftPath(articleId);
    case 'review':
      return reviewPath(articleId);
    case 'desk':
      return deskPath;
  }
}
