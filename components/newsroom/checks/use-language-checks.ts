'use client';

import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AssetId } from '#lib/ids.ts';
import type { Finding } from '#lib/language/finding.ts';
import { type Override, overrideOf } from '#lib/newsroom/judgement.ts';
import { manuscriptOf, type PhotoFacts } from '#lib/newsroom/manuscript.ts';
import type { ChangeWords, DraftWords } from '../editor/draft-words.ts';
import type { CheckState } from './checking.ts';
import type { FindingDesk } from './finding-list.tsx';
import { markFindings } from './finding-marks.ts';
import { goToFinding, mendFinding } from './mend.ts';
import type { ReadDraft } from './readiness-of-draft.ts';
import { useChecking } from './use-checking.ts';

type LanguageChecksInput = {
  articleId: string;
  draft: ReadDraft;
  /** The words as they are on the screen, for fixes. */
  words: DraftWords;
  change: ChangeWords;
  editor: Editor | null;
  isEditable: boolean;
  regencies: readonly { code: string; name: string }[];
  photoFacts: (asset: AssetId) => PhotoFacts | undefined;
  overrides: readonly Override[];
  /** Offers a word for the house's list of names. */
  propose: ((word: string) => void) | undefined;
  /** For an editor: words typed so far are sent before a finding is judged. */
  beforeJudging: (() => Promise<unknown>) | undefined;
};

export type LanguageChecks = {
  checks: CheckState;
  desk: FindingDesk;
  /** The finding an editor is about to let pass. */
  judged: Finding | null;
  endJudging: () => void;
};

/** The checks of language at work on the open article: in the panel, under the words, and at the caret. */
export function useLanguageChecks(input: LanguageChecksInput): LanguageChecks {
  const { articleId, draft, editor, isEditable, regencies, photoFacts, overrides } = input;
  const manuscript = useMemo(() => {
    const regencyNames = new Map(regencies.map(({ code, name }) => [code, name]));
    return draft.words && manuscriptOf(draft.words, { regencyNames, photoFacts });
  }, [draft, regencies, photoFacts]);
  const all = useChecking(articleId, manuscript);
  const checks = useMemo(
    () => ({ ...all, findings: all.findings.filter((finding) => overrideOf(finding, overrides) === undefined) }),
    [all, overrides],
  );

  useEffect(() => {
    if (editor !== null) markFindings(editor, checks.findings);
  }, [editor, checks.findings]);

  const [judged, setJudged] = useState<Finding | null>(null);
  // The steps are made once; what they use is always of this render.
  const now = useRef(input);
  useEffect(() => {
    now.current = input;
  });
  const hasPropose = input.propose !== undefined;
  const isJudge = input.beforeJudging !== undefined;
  const desk = useMemo((): FindingDesk => {
    const judge = async (finding: Finding) => {
      await now.current.beforeJudging?.();
      setJudged(finding);
    };
    return {
      goTo: (finding) => goToFinding(finding, now.current.editor),
      ...(isEditable && {
        fix: (finding) => {
          const { editor: open, words, change } = now.current;
          mendFinding(finding, open, words, change);
        },
      }),
      ...(hasPropose && { propose: (finding) => now.current.propose?.(finding.text) }),
      ...(isJudge && { letPass: (finding) => void judge(finding) }),
    };
  }, [isEditable, hasPropose, isJudge]);

  return { checks, desk, judged, endJudging: () => setJudged(null) };
}
