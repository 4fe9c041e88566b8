'use client';

import { useId, useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { describedBy, Field } from '#components/ui/field.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import type { FormAction } from '#lib/action-state.ts';
import type { creatableKinds } from '#lib/newsroom/kind-details.ts';
import { kindLabels } from '#lib/newsroom/labels.ts';

type Kind = (typeof creatableKinds)[number];

const purposes: Readonly<Record<Kind, string>> = {
  news: 'Berita tentang peristiwa atau kegiatan.',
  press_release: 'Keterangan resmi untuk wartawan, dengan narahubung dan bila perlu embargo.',
  announcement: 'Hal yang perlu diketahui warga, dengan batas berlakunya.',
  agenda_event: 'Acara yang akan datang: waktu, tempat, dan untuk siapa.',
  gallery: 'Beberapa foto dengan keterangannya masing-masing.',
  infographic: 'Satu gambar yang menjelaskan, dengan alternatif teksnya.',
  speech: 'Naskah pidato atau sambutan, dengan nama pembicaranya.',
  page: 'Halaman tetap: profil, kebijakan, atau pengantar topik.',
  banner: 'Satu kalimat penting di atas setiap halaman situs, sampai waktu yang Anda tentukan.',
};

/** Begins an article of a chosen kind, for one of the given agencies. */
export function NewArticleOfKind({
  label,
  title,
  kinds,
  agencies,
  createArticle,
}: {
  label: string;
  title: string;
  kinds: readonly [Kind, ...Kind[]];
  agencies: readonly { id: string; name: string }[];
  createArticle: FormAction;
}) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [kind, setKind] = useState(kinds[0]);
  const [state, act, isActing] = useFormAction(createArticle);
  const [only, ...others] = agencies;
  if (only === undefined) return null;

  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)}>
        {label}
      </button>
      <Dialog isOpen={isOpen} title={title} onClose={() => setIsOpen(false)}>
        {state.message !== '' && <p className="field-error">{state.message}</p>}
        <form action={act} className="stack">
          {kinds.length === 1 ? (
            <>
              <input type="hidden" name="kind" value={kind} />
              <p>{purposes[kind]}</p>
            </>
          ) : (
            <Field id={`${id}-kind`} label="Jenis" note={purposes[kind]}>
              <select
                {...describedBy(`${id}-kind`, { note: true })}
                name="kind"
                value={kind}
                onChange={({ target }) => setKind(kinds.find((one) => one === target.value) ?? kind)}
              >
                {kinds.map((one) => (
                  <option key={one} value={one}>
                    {kindLabels[one]}
                  </option>
                ))}
              </select>
            </Field>
          )}
          {others.length === 0 ? (
            <input type="hidden" name="agencyId" value={only.id} />
          ) : (
            <Field id={`${id}-agency`} label="Atas nama">
              <select id={`${id}-agency`} name="agencyId" defaultValue={only.id}>
                {agencies.map((agency) => (
                  <option key={agency.id} value={agency.id}>
                    {agency.name}
                  </option>
                ))}
              </select>
            </Field>
          )}
          <button type="submit" className="button-main" aria-disabled={isActing}>
            {isActing ? 'Sebentar…' : 'Mulai menulis'}
          </button>
        </form>
      </Dialog>
    </>
  );
}
