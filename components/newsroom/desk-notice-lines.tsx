import type { DeskNotice } from '#lib/newsroom/desk-shapes.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';

/** Whom a lateness was carried to, and why the desk may go on without the agency's verifier: a line for each. */
export function DeskNoticeLines({
  notice: { escalated, openedToDesk },
  timeZone,
  to = [],
}: {
  notice: DeskNotice;
  timeZone: string;
  /** Names of those it was carried to, where they are known. */
  to?: readonly string[];
}) {
  return (
    <>
      {escalated && (
        <p className="small edition-due">
          <span aria-hidden="true">▲ </span>Terlambat; sudah disampaikan kepada {whom(escalated.level)}
          {to.length > 0 && ` (${to.join(', ')})`}, {formatMoment(escalated.at, timeZone)}
        </p>
      )}
      <OpenedToDeskLine opened={openedToDesk} timeZone={timeZone} />
    </>
  );
}

/** Why the desk may go on without the agency's verifier; nothing while a verifier is waited for. */
export function OpenedToDeskLine({ opened, timeZone }: { opened: DeskNotice['openedToDesk']; timeZone: string }) {
  if (opened === null) return null;
  const { because, verifyDueAt } = opened;
  const until = verifyDueAt === null ? '' : ` sampai ${formatMoment(verifyDueAt, timeZone)}`;
  return (
    <p className="small">
      <span aria-hidden="true">↷ </span>
      {because === 'no_verifier'
        ? 'Tidak ada verifikator yang bertugas, jadi redaksi boleh melanjutkan'
        : `Verifikator belum menjawab${until}, jadi redaksi boleh melanjutkan`}
    </p>
  );
}

const whom = (level: number) => (level > 1 ? 'pimpinan perangkat daerah' : 'redaktur pelaksana');
