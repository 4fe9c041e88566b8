'use client';

import { Dialog } from '#components/ui/dialog.tsx';
import { RemarkForm } from './remark-form.tsx';
import type { BegunRemark } from './remark-tools.tsx';
import { SuggestionForm } from './suggestion-form.tsx';
import type { Conversation } from './use-conversation.ts';

/** Where a remark is written, with the words it is about in sight. */
export function RemarkWindow({
  begun,
  conversation: { view, say },
  onClose,
}: {
  begun: BegunRemark | null;
  conversation: Conversation;
  onClose: () => void;
}) {
  const title = begun?.kind === 'suggestion' ? 'Usulkan perubahan' : 'Komentar';
  return (
    <Dialog isOpen={begun !== null} title={title} onClose={onClose}>
      {begun !== null && begun.anchor.quote !== '' && (
        <blockquote className="remark-quote">{begun.anchor.quote}</blockquote>
      )}
      {begun?.kind === 'suggestion' && <SuggestionForm anchor={begun.anchor} say={say} onDone={onClose} />}
      {begun?.kind === 'comment' && (
        <RemarkForm
          label={begun.anchor.quote === '' ? 'Komentar tentang seluruh naskah' : 'Komentar tentang kata-kata ini'}
          button="Kirim komentar"
          people={view.people}
          say={say}
          remark={(text, mentions) => ({ act: 'comment', text, mentions, anchor: begun.anchor })}
          onDone={onClose}
          isFirst
        />
      )}
    </Dialog>
  );
}
