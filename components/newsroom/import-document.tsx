'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { describedBy, Field } from '#components/ui/field.tsx';
import { HelpLink } from './help/help-link.tsx';
import { type SentDocument, sendDocument } from './send-document.ts';

/** Makes a draft of a document from this device: choose it, wait until it was read, see what became of it. */
export function ImportDocument({ agencies }: { agencies: readonly { id: string; name: string }[] }) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const [trouble, setTrouble] = useState('');
  const sending = useRef<AbortController>(null);
  useEffect(() => () => sending.current?.abort(), []);
  const [only, ...others] = agencies;
  if (only === undefined) return null;

  const close = () => {
    sending.current?.abort();
    sending.current = null;
    setShare(null);
    setTrouble('');
    setIsOpen(false);
  };
  const send = async (form: FormData) => {
    const file = form.get('file');
    const agencyId = form.get('agencyId');
    if (share !== null || typeof agencyId !== 'string') return;
    if (!(file instanceof File) || file.size === 0) {
      setTrouble('Pilih berkas .docx atau .odt dari perangkat Anda.');
      return;
    }
    const controller = new AbortController();
    sending.current = controller;
    setTrouble('');
    setShare(0);
    const sent: SentDocument = await sendDocument({ agencyId, file }, setShare, controller.signal);
    if (controller.signal.aborted) return;
    if (sent.kind === 'taken') {
      window.location.assign(sent.goTo);
      return;
    }
    setShare(null);
    setTrouble(sent.text);
  };

  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)}>
        Dari Word (.docx)
      </button>
      <Dialog isOpen={isOpen} title="Naskah dari dokumen" onClose={close}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void send(new FormData(event.currentTarget));
          }}
        >
          <Field
            id={`${id}-file`}
            label="Dokumen"
            note="Berkas .docx (Word) atau .odt (LibreOffice), paling besar 25 MB. Foto di dalamnya ikut dimasukkan."
            error={trouble === '' ? undefined : trouble}
          >
            <input
              {...describedBy(`${id}-file`, { note: true, error: trouble === '' ? undefined : trouble })}
              type="file"
              name="file"
              accept=".docx,.odt,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.oasis.opendocument.text"
            />
          </Field>
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
          {share !== null && (
            <p role="status">
              {share < 1
                ? `Mengirim dokumen: ${Math.round(share * 100)} %`
                : 'Dokumen sedang dibaca. Ini dapat memakan waktu setengah menit.'}
            </p>
          )}
          <button type="submit" className="button-main" aria-disabled={share !== null}>
            {share === null ? 'Buat naskah' : 'Sebentar…'}
          </button>
        </form>
        <p>
          <HelpLink guide="word" section="mengunggah-berkas-word">
            Bantuan tentang dokumen Word
          </HelpLink>
        </p>
      </Dialog>
    </>
  );
}
