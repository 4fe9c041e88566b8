'use client';

import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { foreignLanguage, foreignLanguages } from '#lib/richtext/languages.ts';

/** What can be said about the words at the caret: the language of words in italics, the address of a link. */
export function CaretBar({ editor, editLink }: { editor: Editor; editLink: () => void }) {
  const at = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      isItalic: now.isActive('italic'),
      language: foreignLanguage(now.getAttributes('italic').lang) ?? '',
      href: now.isActive('link') ? String(now.getAttributes('link').href ?? '') : null,
    }),
  });
  if (!editor.isEditable || (!at.isItalic && at.href === null)) return null;

  return (
    <div className="caret-bar">
      {at.isItalic && (
        <div className="row">
          <label htmlFor="bahasa-miring">Bahasa kata miring</label>
          <select
            id="bahasa-miring"
            value={at.language}
            onChange={(event) => {
              const lang = foreignLanguage(event.target.value) ?? null;
              editor.chain().focus().extendMarkRange('italic').updateAttributes('italic', { lang }).run();
            }}
          >
            <option value="">Indonesia, atau tidak disebut</option>
            {foreignLanguages.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {at.href !== null && (
        <div className="row">
          <span className="caret-link">Tautan ke {at.href}</span>
          <button type="button" onClick={editLink}>
            Ubah tautan
          </button>
          <button type="button" onClick={() => editor.chain().focus().extendMarkRange('link').unsetLink().run()}>
            Lepas tautan
          </button>
        </div>
      )}
    </div>
  );
}
