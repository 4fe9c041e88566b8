'use client';

import { useId, useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { describedBy, Field } from '#components/ui/field.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import type { FormAction } from '#lib/action-state.ts';
import { templateLabels, templates } from '#lib/newsroom/templates.ts';

type Agencies = readonly { id: string; name: string }[];
type Event = { articleId: string; title: string; when: string; venue: string };

/** Begins an article from an outline with questions to answer, or about an event of the agenda. */
export function NewArticleFrom({
  agencies,
  events,
  createArticle,
  draftFromEvent,
}: {
  agencies: Agencies;
  /** The events nearest to today. */
  events: readonly Event[];
  createArticle: FormAction;
  draftFromEvent: FormAction;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const [first] = agencies;
  const [agencyId, setAgencyId] = useState(first?.id ?? '');
  const id = useId();
  if (first === undefined) return null;

  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)}>
        Dari kerangka
      </button>
      <Dialog isOpen={isOpen} title="Mulai dari kerangka" onClose={() => setIsOpen(false)}>
        {agencies.length > 1 && (
          <Field id={`${id}-agency`} label="Atas nama">
            <select id={`${id}-agency`} value={agencyId} onChange={({ target }) => setAgencyId(target.value)}>
              {agencies.map((agency) => (
                <option key={agency.id} value={agency.id}>
                  {agency.name}
                </option>
              ))}
            </select>
          </Field>
        )}
        <FromTemplate agencyId={agencyId} createArticle={createArticle} />
        {events.length > 0 && <FromEvent agencyId={agencyId} events={events} draftFromEvent={draftFromEvent} />}
      </Dialog>
    </>
  );
}

function FromTemplate({ agencyId, createArticle }: { agencyId: string; createArticle: FormAction }) {
  const id = useId();
  const [template, setTemplate] = useState<(typeof templates)[number]>('activity');
  const [state, act, isActing] = useFormAction(createArticle);
  return (
    <form action={act} className="stack">
      {state.message !== '' && <p className="field-error">{state.message}</p>}
      <input type="hidden" name="agencyId" value={agencyId} />
      <Field id={id} label="Kerangka" note={templateLabels[template].purpose}>
        <select
          {...describedBy(id, { note: true })}
          name="template"
          value={template}
          onChange={({ target }) => setTemplate(templates.find((one) => one === target.value) ?? template)}
        >
          {templates.map((one) => (
            <option key={one} value={one}>
              {templateLabels[one].name}
            </option>
          ))}
        </select>
      </Field>
      <p className="muted small">
        Naskah berisi pertanyaan dalam kurung siku. Ganti setiap kurung dengan jawabannya, atau hapus barisnya.
      </p>
      <button type="submit" className="button-main" aria-disabled={isActing}>
        {isActing ? 'Sebentar…' : 'Mulai menulis'}
      </button>
    </form>
  );
}

function FromEvent({
  agencyId,
  events,
  draftFromEvent,
}: {
  agencyId: string;
  events: readonly Event[];
  draftFromEvent: FormAction;
}) {
  const [state, act, isActing] = useFormAction(draftFromEvent);
  return (
    <form action={act} className="stack-tight">
      <h3>Dari agenda</h3>
      {state.message !== '' && <p className="field-error">{state.message}</p>}
      <input type="hidden" name="agencyId" value={agencyId} />
      <ul className="picks picks-offered">
        {events.map(({ articleId, title, when, venue }) => (
          <li key={articleId}>
            <span>
              {title} <span className="muted small">{[when, venue].filter(Boolean).join(' · ')}</span>
            </span>
            <button type="submit" name="eventId" value={articleId} aria-disabled={isActing}>
              Buat naskah<span className="visually-hidden"> dari {title}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
