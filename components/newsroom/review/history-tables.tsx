import type { ReactNode } from 'react';
import { DataTable } from '#components/ui/data-table.tsx';
import type { HistoryView } from '#lib/newsroom/desk-shapes.ts';
import { hadReaders } from '#lib/newsroom/had-readers.ts';
import { changeTypeLabels, formatMoment, roleLabels, roleName, signatureActLabels } from '#lib/newsroom/labels.ts';
import { eventLabel } from '#lib/record/event-labels.ts';
import { stateWords } from '#lib/record/event-words.ts';
import { approvalSheetPath, reviewPath } from '#lib/urls.ts';
import { StateBadge } from '../state-badge.tsx';

/** The record of an article: its editions, who signed, and what happened. */
export function HistoryTables({ history, timeZone }: { history: HistoryView; timeZone: string }) {
  const moment = (at: Date) => <time dateTime={at.toISOString()}>{formatMoment(at, timeZone)}</time>;
  return (
    <>
      <Part title="Edisi" columns={['Nomor', 'Keadaan', 'Perubahan', 'Dimulai', 'Buka']}>
        {history.editions.map(({ id, number, state, changeType, publicNote, createdAt }) => ({
          key: id,
          cells: [
            number,
            <StateBadge key="state" state={state} />,
            withSmall(changeType === null ? 'Edisi pertama' : changeTypeLabels[changeType], publicNote),
            moment(createdAt),
            <span key="open" className="row">
              <a href={reviewPath(history.articleId, number)}>Buka edisi {number}</a>
              {hadReaders(state) && (
                <a href={approvalSheetPath(history.articleId, number)}>
                  Lembar persetujuan<span className="visually-hidden"> edisi {number}</span>
                </a>
              )}
            </span>,
          ],
        }))}
      </Part>
      <Part title="Tanda tangan" columns={['Nama', 'Tindakan', 'Waktu', 'Edisi', 'Sidik isi', 'Keaslian']}>
        {history.signatures.map((signature) => ({
          key: `${signature.at.toISOString()}/${signature.act}`,
          cells: [
            withSmall(signature.name, roleName(signature.role, signature.acting)),
            signatureActLabels[signature.act],
            moment(signature.at),
            signature.editionNumber,
            shortHash(signature.contentHash),
            signature.holds ? '✓ Asli' : '⚠ Tidak cocok dengan kunci',
          ],
        }))}
      </Part>
      <Part title="Peristiwa" columns={['Nomor', 'Waktu', 'Oleh', 'Peristiwa', 'Keadaan']}>
        {history.events.map((event) => ({
          key: String(event.seq),
          cells: [
            event.seq,
            moment(event.at),
            withSmall(event.actor, event.role === null ? '' : roleLabels[event.role]),
            withSmall(eventLabel(event.verb), textOf(event.detail['reason']) || subjectWords(event)),
            stateWords(event.fromState, event.toState),
          ],
        }))}
      </Part>
    </>
  );
}

type Row = { key: string; cells: readonly ReactNode[] };

function Part({ title, columns, children }: { title: string; columns: readonly string[]; children: readonly Row[] }) {
  if (children.length === 0) return null;
  return (
    <section className="stack-tight">
      <h2>
        {title} ({children.length})
      </h2>
      <DataTable caption={title} columns={columns} rows={children} />
    </section>
  );
}

function withSmall(text: string, small: string): ReactNode {
  if (small === '') return text;
  return (
    <>
      {text}
      <span className="muted small history-small">{small}</span>
    </>
  );
}

export const shortHash = (hash: string) => <code key="hash">{hash.slice(0, 12)}</code>;

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

const revisionReasons: Readonly<Record<string, string>> = {
  typing: 'Pengetikan',
  transition: 'Perubahan keadaan',
  take_over: 'Pengambilalihan',
  stranded: 'Ketikan yang tertinggal',
  restored: 'Versi lama dipulihkan',
  current: 'Keadaan sekarang',
};

/** Why a version was kept. */
export function versionReason({ reason, verb }: { reason: string; verb: string | null }): string {
  return verb === null ? (revisionReasons[reason] ?? 'Pengetikan') : eventLabel(verb);
}

/** Whose suggestion it was, and whose turn it was or became. */
function subjectWords({ verb, subject }: HistoryView['events'][number]): string {
  if (subject === null) return '';
  if (verb === 'accept_suggestion' || verb === 'refuse_suggestion') return `usulan ${subject}`;
  if (verb === 'take_turn') return `dari ${subject}`;
  return verb === 'give_turn' ? `kepada ${subject}` : '';
}
