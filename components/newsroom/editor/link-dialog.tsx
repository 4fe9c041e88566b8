'use client';

import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { describedBy, Field } from '#components/ui/field.tsx';
import { checkLink, directLink } from '#lib/richtext/links.ts';
import { leftOut } from './left-out.ts';

/** Asks for the address of a link and says why one is refused. Without selected words the address itself is put in. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [address, setAddress] = useState(() => String(editor.getAttributes('link').href ?? ''));
  const [refusal, setRefusal] = useState<string>();
  const isNew = !editor.isActive('link');
  const typed = checkLink(address);
  const direct = typed.ok ? directLink(typed.href) : undefined;
  const told = direct === undefined ? '' : leftOut(direct);

  const put = () => {
    if (!typed.ok) {
      setRefusal(typed.reason);
      return;
    }
    onClose();
    const { href } = directLink(typed.href);
    const chain = editor.chain().focus();
    if (isNew && editor.state.selection.empty) {
      const text = told === '' ? address.trim() : href;
      chain.insertContent({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }).run();
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
        <p className="field-note" role="status">
          {told}
        </p>
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
