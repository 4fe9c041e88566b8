'use client';

import { useId, useState } from 'react';
import { Field } from '#components/ui/field.tsx';
import { type RemarkAnchor, remarkLimits } from '#lib/newsroom/conversation-shapes.ts';
import type { Conversation } from './use-conversation.ts';

/** Other words for the words that were chosen, and why. */
export function SuggestionForm({
  anchor,
  say,
  onDone,
}: {
  anchor: RemarkAnchor;
  say: Conversation['say'];
  onDone: () => void;
}) {
  const id = useId();
  const [replacement, setReplacement] = useState(anchor.quote);
  const [note, setNote] = useState('');
  const [trouble, setTrouble] = useState('');
  const [isSending, setIsSending] = useState(false);

  const send = async () => {
    if (replacement.trim() === anchor.quote) {
      setTrouble('Ubah dahulu kata-katanya, atau kosongkan untuk menghapusnya.');
      return;
    }
    setIsSending(true);
    const refused = await say({ act: 'suggest', anchor, replacement, note });
    setIsSending(false);
    setTrouble(refused ?? '');
    if (refused === undefined) onDone();
  };

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSending) void send();
      }}
    >
      <Field
        id={`${id}-kata`}
        label="Diganti menjadi"
        note="Kosongkan untuk mengusulkan agar kata-katanya dihapus."
        error={trouble || undefined}
      >
        <textarea
          id={`${id}-kata`}
          aria-describedby={`${id}-kata-note`}
          aria-invalid={trouble !== '' || undefined}
          rows={3}
          maxLength={remarkLimits.replacement}
          value={replacement}
          data-first
          onChange={(event) => setReplacement(event.target.value)}
        />
      </Field>
      <Field id={`${id}-alasan`} label="Alasan (boleh kosong)">
        <input
          id={`${id}-alasan`}
          maxLength={remarkLimits.note}
          value={note}
          autoComplete="off"
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      <p className="row">
        <button type="submit" className="button-main" aria-disabled={isSending}>
          {isSending ? 'Sebentar…' : 'Kirim usulan'}
        </button>
      </p>
    </form>
  );
}
