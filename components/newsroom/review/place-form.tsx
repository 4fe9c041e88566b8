'use client';

import { useState } from 'react';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { describedBy, Field } from '#components/ui/field.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import type { FormAction } from '#lib/action-state.ts';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import type { FormChoices } from '#lib/newsroom/desk-shapes.ts';
import { tellNext } from '../next-message.ts';
import { localMoment, momentOf } from './local-moment.ts';
import { type LiveArticle, RelatedPicker } from './related-picker.tsx';

export type PlaceFormProps = {
  articleId: string;
  target: { editionId: string; version: number };
  placement: { slug: string; sectionId: string | null; topicIds: readonly string[]; pinnedUntil: Date | null };
  related: readonly LiveArticle[];
  choices: Pick<FormChoices, 'sections' | 'topics'>;
  portalId: string;
  timeZone: string;
  place: FormAction;
  findLive: FormAction<LiveArticle[]>;
};

const idOf = (field: string) => `penempatan-${field}`;

/** Where a live article stands. Its words and their signatures stay as they are. */
export function PlaceForm({
  articleId,
  target,
  placement,
  related,
  choices,
  portalId,
  timeZone,
  place,
  findLive,
}: PlaceFormProps) {
  const move: FormAction = async (before, form) => {
    const answer = await place(before, form);
    if (answer.status === 'done') {
      tellNext(answer.message);
      window.location.reload();
    }
    return answer;
  };
  const [state, act, isActing] = useFormAction(move);
  const [pinned, setPinned] = useState(
    placement.pinnedUntil === null ? '' : localMoment(placement.pinnedUntil, timeZone),
  );
  const error = (field: string) => state.issues.find((issue) => issue.field === field)?.text;

  return (
    <div className="stack">
      {state.status !== 'idle' && state.status !== 'done' && (
        <ErrorSummary title={state.message} issues={state.issues} idOf={idOf} />
      )}
      <form action={act} className="stack" noValidate>
        <input type="hidden" name="editionId" value={target.editionId} />
        <input type="hidden" name="version" value={target.version} />
        <Field
          id={idOf('slug')}
          label="Alamat artikel"
          note="Alamat lama tetap mengantar pembaca ke alamat baru."
          error={error('slug')}
        >
          <input
            {...describedBy(idOf('slug'), { note: true, error: error('slug') })}
            name="slug"
            defaultValue={placement.slug}
            autoCapitalize="off"
            spellCheck={false}
          />
        </Field>
        <Field id={idOf('sectionId')} label="Kanal" error={error('sectionId')}>
          <select
            {...describedBy(idOf('sectionId'), { error: error('sectionId') })}
            name="sectionId"
            defaultValue={placement.sectionId ?? ''}
          >
            <option value="">Pilih kanal…</option>
            {choices.sections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        {choices.topics.length > 0 && (
          <fieldset>
            <legend>Topik, paling banyak {fieldLimits.topics}</legend>
            <div className="choices">
              {choices.topics.map(({ id, name }) => (
                <label key={id} className="choice">
                  <input type="checkbox" name="topicIds" value={id} defaultChecked={placement.topicIds.includes(id)} />
                  {name}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <Field
          id={idOf('pinnedUntil')}
          label="Sematkan di halaman depan sampai"
          note="Kosongkan bila tidak disematkan."
          error={error('pinnedUntil')}
        >
          <input
            {...describedBy(idOf('pinnedUntil'), { note: true, error: error('pinnedUntil') })}
            type="datetime-local"
            value={pinned}
            onChange={(event) => setPinned(event.target.value)}
          />
        </Field>
        <input type="hidden" name="pinnedUntil" value={pinned === '' ? '' : momentOf(pinned, timeZone)} />
        <RelatedPicker articleId={articleId} related={related} portalId={portalId} findLive={findLive} />
        <div className="row">
          <button type="submit" className="button-main" aria-disabled={isActing}>
            {isActing ? 'Sebentar…' : 'Atur penempatan'}
          </button>
        </div>
      </form>
    </div>
  );
}
