'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import type { ReasonChoice } from '#lib/newsroom/desk-shapes.ts';
import type { PublicationPlan } from '#lib/newsroom/schedule-time.ts';
import type { Verb } from '#lib/newsroom/workflow.ts';
import type { VerbActions } from '../verbs/verb-bar.tsx';
import type { Place } from '../verbs/verb-fields.tsx';
import { buttonsFor, mainOf } from '../verbs/verb-texts.ts';
import { VerbWindow } from '../verbs/verb-window.tsx';
import { ReturnSheet } from './return-sheet.tsx';

type Opened = { kind: 'main' } | { kind: 'return'; place: string };

const ReturnContext = createContext<((place: string) => void) | null>(null);

type ReviewDeskProps = {
  allowed: readonly Verb[];
  actions: VerbActions;
  target: { articleId: string; editionId: string; version: number };
  claimNeedsReason: boolean;
  places: readonly Place[];
  reasons: readonly ReasonChoice[];
  /** When it goes out, and what to know to choose that. */
  plan: PublicationPlan;
  /** Where a return most likely points: what blocks, else what changed. */
  likelyPlace: string;
  children: ReactNode;
};

/**
 * The review page of whoever is to decide. On a phone the decision stands at the lower edge: one tap opens
 * it with the choice already made, a second one signs. Any place of the words leads to the return as well.
 */
export function ReviewDesk(props: ReviewDeskProps) {
  const { allowed, actions, target, claimNeedsReason, places, reasons, plan, likelyPlace, children } = props;
  const [opened, setOpened] = useState<Opened | null>(null);
  const buttons = buttonsFor(allowed).filter(({ name }) => actions[name] !== undefined);
  const main = mainOf(buttons);
  const mainAction = main && actions[main.name];
  const giveBack = allowed.includes('return') ? actions.return : undefined;
  const close = () => setOpened(null);
  return (
    <ReturnContext value={giveBack ? (place) => setOpened({ kind: 'return', place }) : null}>
      {children}
      {(main || giveBack) && (
        <section className="review-bar" aria-label="Keputusan">
          {giveBack && (
            <button type="button" onClick={() => setOpened({ kind: 'return', place: likelyPlace })}>
              Kembalikan
            </button>
          )}
          {main && (
            <button type="button" className="button-main-verb" onClick={() => setOpened({ kind: 'main' })}>
              {main.label}
            </button>
          )}
          {buttons.length > (main ? 1 : 0) + (giveBack ? 1 : 0) && (
            <a className="button" href="#langkah-berikut">
              <span aria-hidden="true">⋯</span>
              <span className="visually-hidden">Langkah lain</span>
            </a>
          )}
        </section>
      )}
      {opened?.kind === 'main' && main && mainAction && (
        <VerbWindow
          button={main}
          action={mainAction}
          target={target}
          claimNeedsReason={claimNeedsReason}
          places={places}
          reasons={reasons}
          plan={plan}
          onClose={close}
        />
      )}
      {opened?.kind === 'return' && giveBack && (
        <ReturnSheet
          action={giveBack}
          target={target}
          place={opened.place}
          places={places}
          reasons={reasons}
          onClose={close}
        />
      )}
    </ReturnContext>
  );
}

/** Returns the edition because of this place; nothing where returning is not this person's to do. */
export function ReturnHere({ place, label }: { place: string; label: string }) {
  const open = useContext(ReturnContext);
  if (open === null) return null;
  return (
    <button type="button" className="return-here" onClick={() => open(place)}>
      <span aria-hidden="true">↩ </span>Kembalikan karena ini<span className="visually-hidden">: {label}</span>
    </button>
  );
}

/** The words of the edition, part by part: tapping one returns it because of that part. */
export function PointableWords({ parts }: { parts: readonly { place: string; name: string; text: string }[] }) {
  const open = useContext(ReturnContext);
  if (open === null) return null;
  return (
    <details className="group">
      <summary>
        <h2>Baca dan tunjuk tempatnya</h2>
      </summary>
      <p className="muted small">Ketuk bagian yang perlu diperbaiki, lalu pilih alasannya.</p>
      <ul className="pointable">
        {parts.map(({ place, name, text }) => (
          <li key={place}>
            <button type="button" onClick={() => open(place)}>
              <span className="pointable-name">{name}</span>
              <span>{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
