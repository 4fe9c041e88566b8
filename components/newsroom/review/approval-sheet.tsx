import type { ReactNode } from 'react';
import { QrCode } from '#components/article/qr-code.tsx';
import type { ApprovalSheet as Sheet, SheetNote, SheetSignature, SignatureFate } from '#lib/newsroom/approval-sheet.ts';
import {
  changeTypeLabels,
  fastLaneReasonLabels,
  formatMoment,
  kindLabels,
  roleLabels,
  signatureActLabels,
  stateLabels,
} from '#lib/newsroom/labels.ts';
import { checkCodeOf, spokenCode } from '#lib/newsroom/reader-lines.ts';
import { eventLabel } from '#lib/record/event-labels.ts';
import { stateWords } from '#lib/record/event-words.ts';

/** What fits on one sheet of A4, however long the road was; the rest is counted and stands in the history. */
const most = { signatures: 8, notes: 5, noteLetters: 150, roadBegin: 4, roadEnd: 9 };

/** Who stands for an edition: one sheet, for a file or to be shown. */
export function ApprovalSheet({ sheet, address }: { sheet: Sheet; address: string }) {
  const { portal, edition, agencyName, contentHash } = sheet;
  const { timeZone } = portal;
  const moment = (at: Date) => <time dateTime={at.toISOString()}>{formatMoment(at, timeZone)}</time>;
  return (
    <main className="sheet">
      <header className="sheet-head">
        <div>
          <p className="sheet-portal">
            {portal.name}
            {portal.isDemo && ' (portal contoh)'}
          </p>
          <p className="sheet-name">Lembar persetujuan</p>
        </div>
        <p className="sheet-state">
          <b>{stateLabels[edition.state]}</b>
          <br />
          Edisi {edition.number}
        </p>
      </header>
      <h1>{edition.title}</h1>
      <dl className="sheet-facts">
        <Fact name="Perangkat daerah">{agencyName}</Fact>
        <Fact name="Jenis">{kindLabels[edition.kind]}</Fact>
        <Fact name="Perubahan">
          {edition.changeType === null ? 'Terbitan pertama' : changeTypeLabels[edition.changeType]}
        </Fact>
        {edition.publishedAt !== null && <Fact name="Terbit">{moment(edition.publishedAt)}</Fact>}
        {edition.fastLaneReason !== null && (
          <Fact name="Jalur cepat">
            {fastLaneReasonLabels[edition.fastLaneReason]};{' '}
            {edition.secondReviewedAt === null ? (
              'tinjauan kedua belum ada'
            ) : (
              <>ditinjau {moment(edition.secondReviewedAt)}</>
            )}
          </Fact>
        )}
        {edition.retractedAt !== null && (
          <Fact name="Ditarik">
            {moment(edition.retractedAt)}: {cut(edition.retractReason ?? '', most.noteLetters)}
          </Fact>
        )}
        {edition.publicNote !== '' && <Fact name="Catatan perubahan">{cut(edition.publicNote, most.noteLetters)}</Fact>}
      </dl>
      <section className="sheet-hash" aria-labelledby="sidik-isi">
        <h2 id="sidik-isi">Sidik isi (SHA-256)</h2>
        <p>
          <code>{spokenCode(contentHash)}</code>
        </p>
        <p className={sheet.wordsHold && sheet.signaturesSuffice ? 'sheet-good' : 'sheet-bad'}>{verdict(sheet)}</p>
      </section>
      <Signatures sheet={sheet} moment={moment} />
      <Notes notes={sheet.notes} moment={moment} />
      <Road sheet={sheet} moment={moment} />
      <footer className="sheet-foot">
        <QrCode text={address} label="Kode QR untuk memeriksa edisi ini" />
        <div>
          <p>
            Periksa keaslian dan keadaan terbarunya: pindai kode ini atau buka <b>{address}</b>
          </p>
          <p>
            Kode keaslian <b>{spokenCode(checkCodeOf(contentHash))}</b>
          </p>
          <p>
            Dicetak {moment(sheet.printedAt)} oleh {sheet.printedBy}. Tanda tangan diperiksa pada saat itu.
          </p>
        </div>
      </footer>
    </main>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Whether what is stored now is what was signed, said plainly. */
function verdict({ wordsHold, signaturesSuffice, signers, edition }: Sheet): string {
  if (!wordsHold) return '⚠ TIDAK COCOK: isi yang tersimpan sekarang bukan isi bersidik ini. Hubungi auditor.';
  if (!signaturesSuffice) return '⚠ TIDAK CUKUP: tanda tangan yang sah atas isi ini kurang. Hubungi auditor.';
  const isReviewDue = edition.secondReviewDueAt !== null && edition.secondReviewedAt === null;
  if (isReviewDue)
    return '✓ Cocok. Isi ini ditandatangani satu redaktur lewat jalur cepat; tinjauan kedua masih ditunggu.';
  return `✓ Cocok. Isi ini ditandatangani ${signers} orang.`;
}

type Moment = (at: Date) => ReactNode;

const fateWords: Readonly<Record<SignatureFate, string>> = {
  holds: '✓ Sah atas isi ini',
  other_words: '○ Sah atas isi sebelum diubah',
  void: '⚠ Digugurkan',
  false: '⚠ TIDAK SAH: tidak cocok dengan kunci',
};

function Signatures({ sheet: { signatures }, moment }: { sheet: Sheet; moment: Moment }) {
  // What counts for these words comes first when not all fit.
  const byWeight = [...signatures].sort((one, other) => weight(other) - weight(one)).slice(0, most.signatures);
  const shown = signatures.filter((signature) => byWeight.includes(signature));
  return (
    <section aria-labelledby="penanda-tangan">
      <h2 id="penanda-tangan">Tanda tangan</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Nama dan peran</th>
            <th scope="col">Tindakan</th>
            <th scope="col">Waktu</th>
            <th scope="col">Pemeriksaan</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((signature) => (
            <tr key={`${signature.act} ${signature.at.toISOString()}`}>
              <th scope="row">
                {signature.name}, {roleLabels[signature.role]}
              </th>
              <td>{signatureActLabels[signature.act]}</td>
              <td>{moment(signature.at)}</td>
              <td className={signature.fate === 'false' || signature.fate === 'void' ? 'sheet-bad' : undefined}>
                {fateWords[signature.fate]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More count={signatures.length - shown.length} of="tanda tangan" />
    </section>
  );
}

const weight = ({ fate }: SheetSignature) => ({ false: 3, holds: 2, void: 1, other_words: 0 })[fate];

function Notes({ notes, moment }: { notes: readonly SheetNote[]; moment: Moment }) {
  if (notes.length === 0) return null;
  const shown = notes.slice(-most.notes);
  return (
    <section aria-labelledby="catatan-keputusan">
      <h2 id="catatan-keputusan">Catatan keputusan</h2>
      <ul>
        {shown.map(({ verb, reasonCode, reason, text, by, at }) => (
          <li key={`${verb} ${at.toISOString()}`}>
            <b>{eventLabel(verb)}</b>
            {reason !== null && (
              <>
                {' · '}
                {reason} <code>({reasonCode})</code>
              </>
            )}
            : “{cut(text, most.noteLetters)}”{' '}
            <span className="sheet-soft">
              {by}, {moment(at)}
            </span>
          </li>
        ))}
      </ul>
      <More count={notes.length - shown.length} of="catatan sebelumnya" />
    </section>
  );
}

function Road({ sheet: { road }, moment }: { sheet: Sheet; moment: Moment }) {
  const fits = road.length <= most.roadBegin + most.roadEnd + 1;
  const parts = fits ? [road] : [road.slice(0, most.roadBegin), road.slice(-most.roadEnd)];
  const left = road.length - parts.flat().length;
  return (
    <section aria-labelledby="perjalanan">
      <h2 id="perjalanan">Perjalanan naskah</h2>
      {parts.map((part, index) => (
        <div key={part[0]?.seq ?? 0}>
          {index === 1 && <More count={left} of="peristiwa di antaranya" />}
          <ol start={1}>
            {part.map(({ seq, at, verb, by, role, toState }) => (
              <li key={seq}>
                <span className="sheet-time">{moment(at)}</span>
                <span>
                  <b>{eventLabel(verb)}</b> · {by}
                  {role !== null && `, ${roleLabels[role]}`}
                  {toState !== null && <span className="sheet-soft"> → {stateWords(null, toState)}</span>}
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function More({ count, of }: { count: number; of: string }) {
  if (count <= 0) return null;
  return (
    <p className="sheet-soft">
      … {count.toLocaleString('id-ID')} {of}; lengkapnya di riwayat naskah.
    </p>
  );
}

const cut = (text: string, letters: number) => (text.length > letters ? `${text.slice(0, letters).trimEnd()}…` : text);
