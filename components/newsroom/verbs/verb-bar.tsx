'use client';

import { useState } from 'react';
import type { FormAction } from '#lib/action-state.ts';
import type { ReasonChoice } from '#lib/newsroom/desk-shapes.ts';
import type { PublicationPlan } from '#lib/newsroom/schedule-time.ts';
import type { Verb } from '#lib/newsroom/workflow.ts';
import type { Place } from './verb-fields.tsx';
import { buttonsFor, isInBar, type VerbName } from './verb-texts.ts';
import { type Settle, VerbWindow } from './verb-window.tsx';

export type VerbActions = Partial<Record<VerbName, FormAction>>;

export type VerbBarProps = {
  /** Only verbs that would work now get a button. */
  allowed: readonly Verb[];
  actions: VerbActions;
  target: { articleId: string; editionId: string; version: number };
  claimNeedsReason?: boolean;
  /** Places in the words that a return can point to. */
  places?: readonly Place[];
  /** What a return or a rejection can be for. */
  reasons?: readonly ReasonChoice[];
  /** When it goes out and what to know to choose that; without it nothing can be scheduled here. */
  plan?: PublicationPlan;
  /** In the editor: unsent words go first. */
  settle?: Settle;
  /** In the editor: leads to what an issue is about. */
  goTo?: (field: string, code: string) => void;
  /** Called once a verb was carried out, before the page is left. */
  onDone?: () => void;
};

/** The buttons of an edition: what this person can do with it now, each asking once before it does. */
export function VerbBar({
  allowed,
  actions,
  target,
  claimNeedsReason = false,
  places = [],
  reasons = [],
  plan,
  settle,
  goTo,
  onDone,
}: VerbBarProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const buttons = buttonsFor(allowed).filter(
    (button) => actions[button.name] !== undefined && (plan !== undefined || button.needsTime !== true),
  );
  const open = buttons.find((button) => button.id === openId);
  const action = open && actions[open.name];

  return (
    <div className="verb-bar">
      {buttons.map((button) => (
        <button
          key={button.id}
          type="button"
          data-in-bar={isInBar(button, buttons) ? '' : undefined}
          className={`button-${button.tone}-verb`}
          onClick={() => setOpenId(button.id)}
        >
          {button.label}
        </button>
      ))}
      {open && action && (
        <VerbWindow
          key={open.id}
          button={open}
          action={action}
          target={target}
          claimNeedsReason={claimNeedsReason}
          places={places}
          reasons={reasons}
          plan={plan}
          onClose={() => setOpenId(null)}
          {...(settle && { settle })}
          {...(goTo && { goTo })}
          {...(onDone && { onDone })}
        />
      )}
    </div>
  );
}
