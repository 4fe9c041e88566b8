'use client';

import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { describedBy, Field } from '#components/ui/field.tsx';
import { checkLink } from '#lib/richtext/links.ts';

/** Asks for the address of a link and says why one is refused. Without selected words the address itself is put in. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [address, setAddress] = useState(() => String(editor.getAttributes('link').href ?? ''));
  const [refusal, setRefusal] = useState<string>();
  const isNew = !editor.isActive('link');

  const put = () => {
    const link = checkLink(address);
    if (!link.ok) {
      setRefusal(link.reason);
      return;
    }
    onClose();
    const { href } = link;
    const chain = editor.chain().focus();
    if (isNew && editor.state.selection.empty) {
      chain.insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
    } else chain.extendMarkRange('link').setLink({ href }).run();
  };

  return (
    <Dialog isOpen title={isNew ? 'Pasang tautan' : 'Ubah tautan'} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // A form inside the page's own forms would send those as well.
          event.stopPropagation();
          put();
        }}
      >
        <Field
          id="alamat-tautan"
          label="Alamat tautan"
          note="Situs, surel (mailto:), atau telepon (tel:)."
          error={refusal}
        >
          <input
            {...describedBy('alamat-tautan', { note: true, error: refusal })}
            type="text"
            inputMode="url"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            data-first
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </Field>
        <div className="row">
          <button type="submit" className="button-main">
            {isNew ? 'Pasang tautan' : 'Simpan tautan'}
          </button>
          {!isNew && (
            <button
              type="button"
              onClick={() => {
                onClose();
                editor.chain().focus().extendMarkRange('link').unsetLink().run();
              }}
            >
              Lepas tautan
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
