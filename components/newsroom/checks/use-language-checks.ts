'use client';

import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { kept } from '#components/ui/use-form-action.ts';
import { type FormAction, idle } from '#lib/action-state.ts';
import type { AssetId } from '#lib/ids.ts';
import type { Finding } from '#lib/language/finding.ts';
import { type Override, overrideOf } from '#lib/newsroom/judgement.ts';
import { manuscriptOf } from '#lib/newsroom/manuscript.ts';
import type { ChangeWords, DraftWords } from '../editor/draft-words.ts';
import type { Photo } from '../editor/photos.tsx';
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
  photos: ReadonlyMap<AssetId, Photo>;
  overrides: readonly Override[];
  /** Offers a word for the house's list of names. */
  proposeAction: FormAction<{ isApproved: boolean }>;
  /** For an editor: words typed so far are sent before a finding is judged. */
  beforeJudging: (() => Promise<unknown>) | undefined;
};

export type LanguageChecks = {
  checks: CheckState;
  desk: FindingDesk;
  /** What became of the last word offered for the list of names; empty before. */
  told: string;
  /** The finding an editor is about to let pass. */
  judged: Finding | null;
  endJudging: () => void;
};

/** The checks of language at work on the open article: in the panel, under the words, and at the caret. */
export function useLanguageChecks(input: LanguageChecksInput): LanguageChecks {
  const { articleId, draft, editor, isEditable, regencies, photos, overrides } = input;
  const manuscript = useMemo(() => {
    const regencyNames = new Map(regencies.map(({ code, name }) => [code, name]));
    return draft.words && manuscriptOf(draft.words, { regencyNames, photoFacts: (id) => photos.get(id) });
  }, [draft, regencies, photos]);
  const all = useChecking(articleId, manuscript);
  const [proposed, setProposed] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState('');
  const findings = useMemo(() => {
    const isSettled = (finding: Finding) =>
      overrideOf(finding, overrides) !== undefined || (finding.family === 'spelling' && proposed.has(finding.text));
    return all.findings.filter((finding) => !isSettled(finding));
  }, [all.findings, overrides, proposed]);
  const checks = useMemo(() => ({ ...all, findings }), [all, findings]);

  useEffect(() => {
    if (editor !== null) markFindings(editor, findings);
  }, [editor, findings]);

  const [judged, setJudged] = useState<Finding | null>(null);
  // The steps are made once; what they use is always of this render.
  const now = useRef(input);
  useEffect(() => {
    now.current = input;
  });
  const isJudge = input.beforeJudging !== undefined;
  const desk = useMemo((): FindingDesk => {
    const propose = async (word: string) => {
      const form = new FormData();
      form.set('word', word);
      const answer = await kept(now.current.proposeAction)(idle, form);
      setTold(answer.result === undefined ? answer.message : proposalWords(word, answer.result.isApproved));
      if (answer.status === 'done') setProposed((before) => new Set(before).add(word));
    };
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
      propose: (finding) => void propose(finding.text),
      ...(isJudge && { letPass: (finding) => void judge(finding) }),
    };
  }, [isEditable, isJudge]);

  return { checks, desk, told, judged, endJudging: () => setJudged(null) };
}

function proposalWords(word: string, isApproved: boolean): string {
  return isApproved
    ? `“${word}” masuk ke daftar nama dan tidak ditandai lagi.`
    : `“${word}” diusulkan ke daftar nama. Redaktur akan memeriksanya.`;
}
