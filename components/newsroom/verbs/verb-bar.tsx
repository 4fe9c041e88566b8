'use client';

import { useState } from 'react';
import type { FormAction } from '#lib/action-state.ts';
import type { Verb } from '#lib/newsroom/workflow.ts';
import type { Place } from './verb-fields.tsx';
import { buttonsFor, type VerbName } from './verb-texts.ts';
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
  settle,
  goTo,
  onDone,
}: VerbBarProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const buttons = buttonsFor(allowed).filter((button) => actions[button.name] !== undefined);
  const open = buttons.find((button) => button.id === openId);
  const action = open && actions[open.name];

  return (
    <div className="verb-bar">
      {buttons.map((button) => (
        <button
          key={button.id}
          type="button"
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
          onClose={() => setOpenId(null)}
          {...(settle && { settle })}
          {...(goTo && { goTo })}
          {...(onDone && { onDone })}
        />
      )}
    </div>
  );
}
