import type { Editor } from '@tiptap/core';
import { useSyncExternalStore } from 'react';

/** What a tool needs beyond the editor. */
export type ToolDesk = {
  editLink: () => void;
  pickPhotos: () => void;
  /** Opens everything that can be inserted. */
  insert: () => void;
  /** Shows or hides the steps of the block with the caret. */
  arrange: () => void;
  find: () => void;
};

/** One button of the toolbar. */
export type Tool = {
  id: string;
  name: string;
  /** A letter or sign that stands for it; read out by nobody. */
  sign: string;
  /** In the notation of `aria-keyshortcuts`, with `Mod` for Control, or Command on a Mac. */
  keys?: string;
  /** Whether it holds where the caret stands; undefined for tools that are no on-and-off. */
  isOn?: (editor: Editor) => boolean;
  canUse: (editor: Editor) => boolean;
  use: (editor: Editor, desk: ToolDesk) => void;
};

const always = () => true;

/** The tools in the order of the bar: words, blocks, steps back. What is rare stands in “Sisipkan”. */
export const toolGroups: readonly (readonly Tool[])[] = [
  [
    {
      id: 'insert',
      name: 'Sisipkan',
      sign: '+',
      keys: '/',
      canUse: always,
      use: (_editor, desk) => desk.insert(),
    },
  ],
  [
    {
      id: 'subhead',
      name: 'Subjudul',
      sign: 'H',
      keys: 'Mod+Alt+2',
      isOn: (editor) => editor.isActive('heading', { level: 2 }),
      canUse: (editor) => editor.can().toggleHeading({ level: 2 }),
      use: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
    },
    {
      id: 'bold',
      name: 'Tebal',
      sign: 'B',
      keys: 'Mod+B',
      isOn: (editor) => editor.isActive('bold'),
      canUse: (editor) => editor.can().toggleBold(),
      use: (editor) => editor.chain().focus().toggleBold().run(),
    },
    {
      id: 'italic',
      name: 'Miring',
      sign: 'I',
      keys: 'Mod+I',
      isOn: (editor) => editor.isActive('italic'),
      canUse: (editor) => editor.can().toggleItalic(),
      use: (editor) => editor.chain().focus().toggleItalic().run(),
    },
    {
      id: 'link',
      name: 'Tautan',
      sign: '↗',
      keys: 'Mod+K',
      isOn: (editor) => editor.isActive('link'),
      canUse: always,
      use: (_editor, desk) => desk.editLink(),
    },
  ],
  [
    {
      id: 'photo',
      name: 'Foto',
      sign: '▣',
      keys: 'Mod+Alt+G',
      canUse: always,
      use: (_editor, desk) => desk.pickPhotos(),
    },
    {
      id: 'quote',
      name: 'Kutipan',
      sign: '”',
      keys: 'Mod+Shift+B',
      isOn: (editor) => editor.isActive('quote'),
      canUse: (editor) => editor.can().toggleQuote(),
      use: (editor) => editor.chain().focus().toggleQuote().run(),
    },
    {
      id: 'bullets',
      name: 'Daftar',
      sign: '•',
      keys: 'Mod+Shift+8',
      isOn: (editor) => editor.isActive('bulletList'),
      canUse: (editor) => editor.can().toggleBulletList(),
      use: (editor) => editor.chain().focus().toggleBulletList().run(),
    },
    {
      id: 'arrange',
      name: 'Atur blok',
      sign: '⇅',
      keys: 'Alt+↑ ↓',
      canUse: always,
      use: (_editor, desk) => desk.arrange(),
    },
    {
      id: 'find',
      name: 'Cari',
      sign: '⌕',
      keys: 'Mod+F',
      canUse: always,
      use: (_editor, desk) => desk.find(),
    },
  ],
  [
    {
      id: 'undo',
      name: 'Urungkan',
      sign: '↶',
      keys: 'Mod+Z',
      canUse: (editor) => editor.can().undo(),
      use: (editor) => editor.chain().focus().undo().run(),
    },
    {
      id: 'redo',
      name: 'Ulangi',
      sign: '↷',
      keys: 'Mod+Shift+Z',
      canUse: (editor) => editor.can().redo(),
      use: (editor) => editor.chain().focus().redo().run(),
    },
  ],
];

export const tools: readonly Tool[] = toolGroups.flat();

/** Keys of the text that no tool of the bar names. */
export const furtherKeys: readonly { name: string; keys: string }[] = [
  { name: 'Subjudul kecil', keys: 'Mod+Alt+3' },
  { name: 'Daftar bernomor', keys: 'Mod+Shift+7' },
  { name: 'Naikkan blok', keys: 'Alt+↑' },
  { name: 'Turunkan blok', keys: 'Alt+↓' },
  { name: 'Ganti baris tanpa paragraf baru', keys: 'Shift+Enter' },
  { name: 'Sel tabel berikutnya', keys: 'Tab' },
  { name: 'Sel tabel sebelumnya', keys: 'Shift+Tab' },
  { name: 'Ke alat tulis, lalu panah kiri dan kanan', keys: 'Alt+F10' },
  { name: 'Dari alat tulis kembali ke teks', keys: 'Esc' },
  { name: 'Daftar pintasan ini', keys: 'Mod+/' },
  { name: 'Daftar pintasan ini, di luar isian', keys: '?' },
];

/** A shortcut as people read it: `Ctrl+Shift+8`, or `⌘+Shift+8` on a Mac. */
export function shortcutName(keys: string, isMac: boolean): string {
  return keys.replace('Mod', isMac ? '⌘' : 'Ctrl');
}

/** A shortcut as `aria-keyshortcuts` wants it. */
export function ariaShortcut(keys: string, isMac: boolean): string | undefined {
  // What is typed into the text, or stands for two keys, is no shortcut of the button.
  return keys === '/' || keys.includes('↑') ? undefined : keys.replace('Mod', isMac ? 'Meta' : 'Control');
}

/** Whether the keyboard says Command where others say Control. */
export function useIsMac(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
}
