'use client';

import { useMemo, useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { keyed } from '#components/ui/keyed.ts';
import { wordsInput } from '#lib/newsroom/article-input.ts';
import { compareWords, type FieldChange } from '#lib/newsroom/compare.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { plainText } from '#lib/richtext/plain-text.ts';
import { Pieces } from '../changes.tsx';
import type { Theirs } from './autosave.ts';
import { type DraftWords, looseText } from './draft-words.ts';

type Choice = 'mine' | 'theirs' | 'merge';

/** Two texts of the same edition, side by side, until a person has chosen. Nothing is overwritten before that. */
export function ConflictWindow({
  mine,
  theirs,
  timeZone,
  onChoose,
}: {
  mine: DraftWords;
  theirs: Theirs<DraftWords>;
  timeZone: string;
  onChoose: (choice: Choice) => void;
}) {
  const changes = useMemo(() => differences(theirs.words, mine), [theirs.words, mine]);
  return (
    <Dialog isOpen isWide title="Bentrok: naskah ini juga diubah di tempat lain">
      {/* The window comes while somebody types: no letter of theirs may press a button. */}
      <p tabIndex={-1} data-first>
        {theirs.by} menyimpan naskah ini pada {formatMoment(new Date(theirs.at), timeZone)}, sesudah Anda membukanya.
        Pilih yang dipakai, atau gabungkan dengan tangan. Sebelum Anda memilih, tidak ada yang ditimpa.
      </p>
      <div className="row">
        <button type="button" onClick={() => onChoose('mine')}>
          Pakai punya saya
        </button>
        <button type="button" onClick={() => onChoose('theirs')}>
          Pakai versi peladen
        </button>
        <button type="button" className="button-main" onClick={() => onChoose('merge')}>
          Gabungkan dengan tangan
        </button>
        <CopyWords words={mine} />
      </div>
      {changes === null ? (
        <WholeTexts mine={mine} theirs={theirs.words} />
      ) : (
        <SideBySide changes={changes} by={theirs.by} />
      )}
    </Dialog>
  );
}

/** While a person merges by hand: what the server holds stays in sight beside the text they work on. */
export function MergePanel({
  theirs,
  onDone,
  onBack,
}: {
  theirs: Theirs<DraftWords>;
  onDone: () => void;
  onBack: () => void;
}) {
  return (
    <section className="notice notice-warn stack" aria-labelledby="penggabungan">
      <h2 id="penggabungan">Versi peladen, ditulis {theirs.by}</h2>
      <p>
        Salin bagian yang Anda perlukan ke naskah di layar ini. Ketikan Anda disimpan di perangkat ini sampai
        penggabungan selesai.
      </p>
      <label htmlFor="teks-peladen">Teks versi peladen</label>
      <textarea id="teks-peladen" className="merge-text" rows={10} readOnly value={wholeText(theirs.words)} />
      <div className="row">
        <button type="button" className="button-main" onClick={onDone}>
          Selesai menggabungkan
        </button>
        <button type="button" onClick={onBack}>
          Kembali ke pilihan
        </button>
      </div>
    </section>
  );
}

function SideBySide({ changes, by }: { changes: readonly FieldChange[]; by: string }) {
  return (
    <div className="stack">
      {keyed(changes).map(([key, change]) => (
        <section key={key} className="two-texts" aria-label={change.name}>
          <h3>{change.name}</h3>
          <div>
            <h4>Versi peladen ({by})</h4>
            <Pieces pieces={change.pieces.filter((piece) => piece.kind !== 'added')} isEqual />
          </div>
          <div>
            <h4>Punya saya</h4>
            <Pieces pieces={change.pieces.filter((piece) => piece.kind !== 'removed')} isEqual />
          </div>
        </section>
      ))}
    </div>
  );
}

/** Texts in a form that cannot be compared word by word are shown whole. */
function WholeTexts({ mine, theirs }: { mine: DraftWords; theirs: DraftWords }) {
  return (
    <section className="two-texts">
      <div>
        <h4>Versi peladen</h4>
        <p className="merge-text">{wholeText(theirs)}</p>
      </div>
      <div>
        <h4>Punya saya</h4>
        <p className="merge-text">{wholeText(mine)}</p>
      </div>
    </section>
  );
}

function CopyWords({ words }: { words: DraftWords }) {
  const [isCopied, setIsCopied] = useState(false);
  return (
    <button
      type="button"
      onClick={() => void navigator.clipboard.writeText(wholeText(words)).then(() => setIsCopied(true))}
    >
      {isCopied ? 'Tersalin' : 'Salin teks saya'}
    </button>
  );
}

function differences(before: DraftWords, after: DraftWords): FieldChange[] | null {
  const [older, newer] = [wordsInput.safeParse(before), wordsInput.safeParse(after)];
  return older.success && newer.success ? compareWords(older.data, newer.data) : null;
}

/** Title, lead and body as plain text, for reading and copying. */
export function wholeText(words: DraftWords): string {
  const parsed = wordsInput.safeParse(words);
  const body = parsed.success ? plainText(parsed.data.body) : looseText(words.body);
  return [words.title, words.lead, body].filter((part) => part !== '').join('\n\n');
}
