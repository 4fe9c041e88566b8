'use client';

import { useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { reviewPath, strandedPath } from '#lib/urls.ts';
import type { KeptDraft } from '../kept-drafts.ts';
import { KeptCopy } from '../kept-words.tsx';
import { SignInAgain } from '../sign-in-again-window.tsx';
import type { Autosave } from './autosave.ts';
import { wholeText } from './conflict-window.tsx';
import { type DraftWords, looseText } from './draft-words.ts';
import { type OpenDraft, readable } from './open-draft.ts';

type TroubleProps = {
  state: Autosave<DraftWords>;
  articleId: string;
  email: string;
  onResume: () => void;
};

/** What has happened to the saving, and what the writer can do about it. */
export function TroubleNotices({ state, articleId, email, onResume }: TroubleProps) {
  return (
    <>
      {state.halt?.kind === 'signed_out' && <SignInAgain email={email} onSignedIn={onResume} />}
      {state.halt?.kind === 'other_account' && (
        <p className="notice notice-danger" role="alert">
          Akun lain sekarang masuk di peramban ini, jadi ketikan Anda tidak dikirim. Ketikan itu aman di perangkat ini
          dan menunggu Anda masuk lagi sebagai {email}.
        </p>
      )}
      {state.halt?.kind === 'stranded' && (
        <div className="notice notice-danger stack-tight" role="alert">
          <p>{state.halt.text}</p>
          <p className="row">
            <a href={strandedPath(articleId)}>Lihat dan salin ketikan saya</a>
            <a href={reviewPath(articleId)}>Buka naskah seperti sekarang</a>
          </p>
        </div>
      )}
      {state.halt?.kind === 'refused' && (
        <div className="notice notice-danger stack-tight" role="alert">
          <p>Peladen belum menerima ketikan terakhir Anda: {state.halt.text}</p>
          {state.halt.issues.length > 0 && (
            <ul>
              {state.halt.issues.map((issue) => (
                <li key={`${issue.field}/${issue.code}`}>{issue.text}</li>
              ))}
            </ul>
          )}
          <button type="button" onClick={onResume}>
            Coba simpan lagi
          </button>
        </div>
      )}
      {state.storage !== 'works' && (
        <p className="notice notice-warn" role="alert">
          {state.storage === 'full'
            ? 'Penyimpanan peramban di perangkat ini penuh. Ketikan Anda hanya aman setelah tersimpan di peladen; jangan tutup halaman ini selagi luring.'
            : 'Peramban ini tidak mengizinkan penyimpanan di perangkat, misalnya karena mode pribadi. Ketikan Anda hanya aman setelah tersimpan di peladen; jangan tutup halaman ini selagi luring.'}
        </p>
      )}
    </>
  );
}

/** Copies of this edition that closed tabs left on this device while something was unsent. */
export function OtherCopies({
  open,
  timeZone,
  onUse,
}: {
  open: OpenDraft;
  timeZone: string;
  onUse: (words: DraftWords) => void;
}) {
  const [copies, setCopies] = useState(open.copies);
  const [shown, setShown] = useState<KeptDraft | null>(null);
  if (copies.length === 0) return null;

  const drop = (draft: KeptDraft) => {
    setShown(null);
    setCopies(copies.filter((other) => other !== draft));
    void open.forgetCopy(draft.key);
  };
  const words = shown && readable(shown)?.words;

  return (
    <div className="notice notice-warn stack-tight">
      <p>Perangkat ini masih menyimpan salinan lain dari naskah ini yang belum terkirim:</p>
      <ul className="stack-tight">
        {copies.map((draft) => (
          <li key={draft.key} className="row">
            <span>
              “{draft.title || 'Tanpa judul'}”, {formatMoment(new Date(draft.at), timeZone)}
            </span>
            <button type="button" onClick={() => setShown(draft)}>
              Lihat salinan
            </button>
          </li>
        ))}
      </ul>
      <Dialog isOpen={shown !== null} title="Salinan yang belum terkirim" isWide onClose={() => setShown(null)}>
        {shown && (
          <>
            <p className="merge-text">{words ? wholeText(words) : looseText(shown.words)}</p>
            <div className="row">
              {words && (
                <button
                  type="button"
                  onClick={() => {
                    onUse(words);
                    drop(shown);
                  }}
                >
                  Ganti isi layar ini dengan salinan
                </button>
              )}
              <KeptCopy draft={shown} onGone={() => drop(shown)} />
            </div>
          </>
        )}
      </Dialog>
    </div>
  );
}
