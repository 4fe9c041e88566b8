'use client';

import { useState } from 'react';
import { ActionForm } from '#components/ui/action-form.tsx';
import { describedBy, Field } from '#components/ui/field.tsx';
import { useField } from '#components/ui/form-context.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { frontSlotLabels } from '#lib/newsroom/labels.ts';
import { localMoment, momentOf } from '../review/local-moment.ts';

/** Puts one article at the top of the front page, in a place and until a moment. */
export function ChooseFrontForm({
  article,
  portalId,
  timeZone,
  suggestedEnd,
  choose,
}: {
  article: { id: string; title: string };
  portalId: string;
  timeZone: string;
  suggestedEnd: Date;
  choose: FormAction;
}) {
  return (
    <ActionForm
      action={choose}
      submit="Pilih"
      label={`Taruh di halaman depan: ${article.title}`}
      hidden={{ portalId, articleId: article.id }}
      className="stack narrow"
    >
      <SelectField
        name="slot"
        label="Tempat"
        initial="lead"
        choices={Object.entries(frontSlotLabels).map(([value, label]) => ({ value, label }))}
      />
      <UntilField suggestedEnd={suggestedEnd} timeZone={timeZone} />
    </ActionForm>
  );
}

/** A local date and time; what travels is a moment with its offset. */
function UntilField({ suggestedEnd, timeZone }: { suggestedEnd: Date; timeZone: string }) {
  const { id, error } = useField('until');
  const [until, setUntil] = useState(localMoment(suggestedEnd, timeZone));
  return (
    <Field id={id} label="Sampai" note="Sesudah waktu ini tempatnya terisi sendiri lagi." error={error}>
      <input
        {...describedBy(id, { note: true, error })}
        type="datetime-local"
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
      <input type="hidden" name="until" value={until === '' ? '' : momentOf(until, timeZone)} />
    </Field>
  );
}
