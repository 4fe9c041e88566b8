'use client';

import { Field } from '#components/ui/field.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import type { FormAction } from '#lib/action-state.ts';
import type { FormChoices } from '#lib/newsroom/desk-shapes.ts';

/** People who may write this edition besides those of its agency. */
export function CoWriters({
  editionId,
  coWriters,
  people,
  actions,
}: {
  editionId: string;
  coWriters: readonly { id: string; name: string }[];
  people: FormChoices['people'];
  actions: { add: FormAction; remove: FormAction } | null;
}) {
  return (
    <div className="stack" id="naskah-coWriters" tabIndex={-1}>
      {coWriters.length === 0 && (
        <p className="muted">Belum ada rekan penulis. Rekan dapat menulis naskah ini dari perangkat daerah lain.</p>
      )}
      <ul className="stack-tight">
        {coWriters.map(({ id, name }) => (
          <li key={id} className="row row-apart">
            <span>{name}</span>
            {actions && <RemoveForm editionId={editionId} userId={id} name={name} action={actions.remove} />}
          </li>
        ))}
      </ul>
      {actions && (
        <AddForm
          editionId={editionId}
          people={people.filter(({ id }) => coWriters.every((writer) => writer.id !== id))}
          action={actions.add}
        />
      )}
    </div>
  );
}

function AddForm({
  editionId,
  people,
  action,
}: {
  editionId: string;
  people: FormChoices['people'];
  action: FormAction;
}) {
  const [state, act, isActing] = useFormAction(action);
  return (
    <form action={act} className="stack-tight">
      <input type="hidden" name="editionId" value={editionId} />
      <Field
        id="rekan-baru"
        label="Tambah rekan penulis"
        error={state.status === 'idle' || state.status === 'done' ? undefined : state.message}
      >
        <select id="rekan-baru" name="userId" defaultValue="" required>
          <option value="">Pilih orang…</option>
          {people.map(({ id, name, agencyName }) => (
            <option key={`${id}/${agencyName}`} value={id}>
              {name}, {agencyName}
            </option>
          ))}
        </select>
      </Field>
      <button type="submit" aria-disabled={isActing}>
        {isActing ? 'Sebentar…' : 'Tambah'}
      </button>
    </form>
  );
}

function RemoveForm({
  editionId,
  userId,
  name,
  action,
}: {
  editionId: string;
  userId: string;
  name: string;
  action: FormAction;
}) {
  const [state, act, isActing] = useFormAction(action);
  return (
    <form action={act}>
      <input type="hidden" name="editionId" value={editionId} />
      <input type="hidden" name="userId" value={userId} />
      <button type="submit" aria-disabled={isActing}>
        Lepas<span className="visually-hidden"> {name}</span>
      </button>
      {state.message !== '' && state.status !== 'done' && <p className="field-error">{state.message}</p>}
    </form>
  );
}
