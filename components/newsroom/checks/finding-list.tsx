import { memo } from 'react';
import type { Finding } from '#lib/language/finding.ts';
import { placeWord } from '../note-list.tsx';
import { type FindingGroup, findingGroups, groupOfFamily, groupTitles } from './finding-words.ts';

/** What can be done about a finding where it is shown. */
export type FindingDesk = {
  /** Leads to its words; absent where they are not on the screen. */
  goTo?: (finding: Finding) => void;
  /** Puts the fix in place; absent where nobody writes. */
  fix?: (finding: Finding) => void;
  /** Offers a word the dictionary does not know for the list of names; absent where nobody may. */
  propose?: (finding: Finding) => void;
  /** Asks for the reason to let it pass; absent for anyone but editors. */
  letPass?: (finding: Finding) => void;
};

/** Groups with more than this many findings begin folded: a long list teaches nobody. */
const foldedFrom = 8;

/**
 * Findings in groups, each with its reason, its place and what can be done at once. Of a long text there
 * are hundreds: they are drawn when they change, not with every key.
 */
export const FindingGroups = memo(function FindingGroups({
  findings,
  desk,
}: {
  findings: readonly Finding[];
  desk: FindingDesk;
}) {
  return findingGroups.map((group) => {
    const own = findings.filter((finding) => groupOf(finding) === group);
    return own.length === 0 ? null : <Group key={group} group={group} findings={own} desk={desk} />;
  });
});

function groupOf({ severity, family }: Finding): FindingGroup {
  return severity === 'judgement' ? 'judgement' : groupOfFamily[family];
}

function Group({ group, findings, desk }: { group: FindingGroup; findings: readonly Finding[]; desk: FindingDesk }) {
  return (
    <details className="finding-group" open={group === 'judgement' || findings.length < foldedFrom}>
      <summary>
        <h3>
          {groupTitles[group]} ({findings.length})
        </h3>
      </summary>
      {group === 'judgement' && (
        <p className="small muted">
          Redaktur tidak dapat menyetujui naskah sebelum temuan ini diperbaiki atau diloloskan dengan alasan.
        </p>
      )}
      <ul className="finding-list">
        {findings.map((finding) => (
          <FindingItem key={findingKey(finding)} finding={finding} desk={desk} />
        ))}
      </ul>
    </details>
  );
}

/** What tells one finding from all others of the same text. */
export function findingKey({ rule, place, part, start, end }: Finding): string {
  return `${rule}/${place}/${part}/${start}/${end}`;
}

function FindingItem({ finding, desk }: { finding: Finding; desk: FindingDesk }) {
  const { goTo } = desk;
  return (
    <li className="finding-item">
      {goTo === undefined || finding.place === '' ? (
        <p className="finding-told">
          <FindingWords finding={finding} />
        </p>
      ) : (
        <button type="button" className="finding-goto" onClick={() => goTo(finding)}>
          <FindingWords finding={finding} />
        </button>
      )}
      <FindingSteps finding={finding} desk={desk} />
    </li>
  );
}

function FindingWords({ finding: { text, reason, place } }: { finding: Finding }) {
  return (
    <>
      {text !== '' && <span className="finding-text">{shortened(text)}</span>}
      <span>{reason}</span>
      {place !== '' && <span className="muted small">{placeWord(place)}</span>}
    </>
  );
}

/** The one-tap steps of a finding. */
export function FindingSteps({ finding, desk }: { finding: Finding; desk: FindingDesk }) {
  const steps = [
    { use: finding.fix === undefined ? undefined : desk.fix, label: fixLabel(finding) },
    { use: finding.family === 'spelling' ? desk.propose : undefined, label: 'Ini nama atau istilah' },
    { use: finding.severity === 'judgement' ? desk.letPass : undefined, label: 'Loloskan dengan alasan' },
  ];
  const usable = steps.flatMap(({ use, label }) => (use === undefined ? [] : [{ use, label }]));
  if (usable.length === 0) return null;
  return (
    <div className="row">
      {usable.map(({ use, label }) => (
        <button key={label} type="button" className="button-small" onClick={() => use(finding)}>
          {label}
        </button>
      ))}
    </div>
  );
}

function fixLabel({ fix = '' }: Finding): string {
  return fix.trim() === '' ? 'Hapus' : `Ganti jadi “${shortened(fix)}”`;
}

const longestShown = 60;

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > longestShown ? `${line.slice(0, longestShown - 1).trimEnd()}…` : line;
}
