'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import type { Finding } from '#lib/language/finding.ts';
import { subjectOf } from '#lib/newsroom/judgement.ts';

/** Asks an editor why something may stand that the checks left to judgement. */
export function LetPassWindow({
  finding,
  editionId,
  action,
  onClose,
}: {
  finding: Finding;
  editionId: string;
  action: FormAction;
  onClose: () => void;
}) {
  const letPass: FormAction = async (before, form) => {
    const answer = await action(before, form);
    if (answer.status === 'done') onClose();
    return answer;
  };
  return (
    <Dialog isOpen title="Loloskan dengan alasan" onClose={onClose}>
      <p>{finding.reason}</p>
      {finding.text !== '' && <p className="finding-text">{finding.text}</p>}
      <ActionForm
        action={letPass}
        submit="Loloskan"
        hidden={{ editionId, rule: finding.rule, subject: subjectOf(finding) }}
      >
        <TextField
          name="reason"
          label="Alasan"
          note="Dicatat di jejak audit bersama nama Anda, dan berlaku untuk kata-kata ini di artikel ini."
          rows={3}
          maxLength={1000}
        />
      </ActionForm>
    </Dialog>
  );
}
