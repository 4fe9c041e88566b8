'use client';

import type { Issue } from '#lib/errors.ts';
import type { Readiness } from '#lib/newsroom/readiness.ts';
import { HelpLink } from '../help/help-link.tsx';
import { placeWord } from '../note-list.tsx';
import type { CheckState } from './checking.ts';
import { type FindingDesk, FindingGroups } from './finding-list.tsx';
import { ReadabilityLine } from './readability-line.tsx';

type ChecksPanelProps = {
  /** What submitting asks for. */
  readiness: Readiness;
  checks: CheckState;
  /** What became of the last step; empty before. */
  told: string;
  goToIssue: (field: string, code: string) => void;
  desk: FindingDesk;
};

/** What stands in the way, what an editor has to judge, and what is advised: each leads to its place. */
export function ChecksPanel({ readiness, checks, told, goToIssue, desk }: ChecksPanelProps) {
  const { blocking, pending, advisory } = readiness;
  return (
    <section className="checks" aria-labelledby="pemeriksaan">
      <h2 id="pemeriksaan" tabIndex={-1}>
        Pemeriksaan naskah
      </h2>
      {blocking.length === 0 ? (
        <p>
          <span aria-hidden="true">✓ </span>
          Tidak ada yang menghalangi pengajuan.
        </p>
      ) : (
        <Issues title={`Harus dibereskan (${blocking.length})`} sign="■" issues={blocking} goTo={goToIssue} />
      )}
      {pending.length > 0 && (
        <Issues title={`Ditunggu (${pending.length})`} sign="◷" issues={pending} goTo={goToIssue} />
      )}
      {advisory.length > 0 && (
        <Issues title={`Anjuran (${advisory.length})`} sign="○" issues={advisory} goTo={goToIssue} />
      )}
      <p role="status" className={told === '' ? 'visually-hidden' : 'notice'}>
        {told}
      </p>
      <FindingGroups findings={checks.findings} desk={desk} />
      <ReadabilityLine readability={checks.readability} />
      <DictionaryLine dictionary={checks.dictionary} />
      <p>
        <HelpLink guide="pemeriksaan">Cara membaca pemeriksaan</HelpLink>
      </p>
    </section>
  );
}

/**
 * What the panel tells first, as a way to it: on a narrow screen it is far below the words. The sign is
 * that of the panel; advice is counted once nothing stands in the way.
 */
export function ChecksCount({ readiness, checks }: Pick<ChecksPanelProps, 'readiness' | 'checks'>) {
  const must = readiness.blocking.length;
  const advised = readiness.advisory.length + checks.findings.length;
  return (
    <a href="#pemeriksaan" className="checks-count">
      <span aria-hidden="true">{must > 0 ? `■ ${must}` : `○ ${advised}`}</span>
      <span className="visually-hidden">
        Pemeriksaan naskah: {must} harus dibereskan, {advised} anjuran
      </span>
    </a>
  );
}

function DictionaryLine({ dictionary }: Pick<CheckState, 'dictionary'>) {
  switch (dictionary) {
    case 'missing':
      return (
        <p className="small muted">
          Kamus ejaan belum terpasang di peladen ini, jadi salah ketik tidak ikut diperiksa. Beri tahu admin.
        </p>
      );
    case 'away':
      return <p className="small muted">Kamus ejaan belum terjangkau. Pemeriksaan lain tetap berjalan.</p>;
    default:
      return null;
  }
}

function Issues({
  title,
  sign,
  issues,
  goTo,
}: {
  title: string;
  sign: string;
  issues: readonly Issue[];
  goTo: (field: string, code: string) => void;
}) {
  return (
    <div>
      <h3>
        <span aria-hidden="true">{sign} </span>
        {title}
      </h3>
      <ul className="issue-list">
        {issues.map((issue) => (
          <li key={`${issue.field}/${issue.code}`}>
            <button type="button" className="issue" onClick={() => goTo(issue.field, issue.code)}>
              <span>
                {issue.text}
                {issue.field.startsWith('body.') && <span className="muted"> ({placeWord(issue.field)})</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
