'use client';

import { useState } from 'react';
import type { FormAction } from '#lib/action-state.ts';
import type { Finding } from '#lib/language/finding.ts';
import type { Override } from '#lib/newsroom/judgement.ts';
import { DecidedList } from './decided-list.tsx';
import { FindingGroups } from './finding-list.tsx';
import { LetPassWindow } from './let-pass-window.tsx';

/** What the checks found, for whoever reviews an edition without writing in it. */
export function ReviewChecks({
  findings,
  overrides,
  editionId,
  judgingAction,
  timeZone,
}: {
  findings: readonly Finding[];
  overrides: readonly Override[];
  editionId: string;
  /** Lets a finding pass; null for anyone but editors. */
  judgingAction: FormAction | null;
  timeZone: string;
}) {
  const [judged, setJudged] = useState<Finding | null>(null);
  if (findings.length + overrides.length === 0) return null;
  return (
    <section className="checks" aria-label="Temuan bahasa dan kepatutan">
      <FindingGroups findings={findings} desk={judgingAction === null ? {} : { letPass: setJudged }} />
      <DecidedList overrides={overrides} timeZone={timeZone} />
      {judgingAction !== null && judged !== null && (
        <LetPassWindow finding={judged} editionId={editionId} action={judgingAction} onClose={() => setJudged(null)} />
      )}
    </section>
  );
}
