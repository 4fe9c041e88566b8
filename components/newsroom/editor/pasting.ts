import { Fragment, type Schema, Slice } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorProps, EditorView } from '@tiptap/pm/view';
import type { PastedPicture } from '#lib/richtext/pasted-blocks.ts';
import { type Pasted, pastedHtml, withoutPictureMarks } from '#lib/richtext/pasted-html.ts';
import { isChat, pastedTextBlocks } from '#lib/richtext/pasted-text.ts';
import { rtfPictures } from '#lib/richtext/rtf-pictures.ts';
import { type PasteNotice, pasteNotice } from './paste-notices.ts';
import { heldBy, heldByRichText, isPictureOf } from './pasted-pictures.ts';
import { takeOutPictureMarks } from './picture-marks.ts';

/** Longest paste with form that is read, in characters of HTML without the pictures in it: a book from Word. */
const longestHtml = 8_000_000;
/** Longest paste that is taken in, in characters of what is left of it. More could not be saved: a body ends at 1 MB. */
const longestWords = 400_000;
/** Pictures of one paste that are taken in. */
const mostPictures = 60;

type PasteDesk = {
  /** Tells the writer what did not come along; undefined when everything did. */
  tell: (notice: PasteNotice | undefined) => void;
  /** Pictures that stood at a position of the text, or came alone. */
  onPhotos: (files: File[], position?: number, alt?: string) => void;
};

type PasteProps = Pick<
  EditorProps,
  'transformPastedHTML' | 'transformPastedText' | 'clipboardTextParser' | 'handlePaste' | 'handleDOMEvents'
>;

const nothing: Pasted = { html: '', pictures: [], losses: { tables: [], hidden: '' } };

/** How the editor takes in what people paste and drop: clean blocks, and pictures as photos where they stood. */
export function pasteProps({ tell, onPhotos }: PasteDesk): PasteProps {
  // Of the paste under way: ProseMirror asks for its HTML first and hands over the parsed result afterwards.
  let pasted = nothing;
  let isTooLong = false;
  let isDrop = false;
  let chat: string | undefined;

  const textSlice = (text: string, schema: Schema) => {
    const { blocks, senders } = pastedTextBlocks(text);
    if (text.length < longestWords) tell(pasteNotice({ tables: [], hidden: '', pictures: 0, senders }));
    return Slice.maxOpen(Fragment.from(blocks.map((block) => schema.nodeFromJSON(block))));
  };

  return {
    handleDOMEvents: {
      drop: () => {
        isDrop = true;
        chat = undefined;
        return false;
      },
      paste: (_view, event) => {
        const text = event.clipboardData?.getData('text/plain') ?? '';
        isDrop = false;
        pasted = nothing;
        isTooLong = false;
        chat = isChat(text) ? text.slice(0, longestWords) : undefined;
        return false;
      },
    },

    transformPastedHTML(html) {
      if (chat !== undefined) return '';
      const read = readable(html);
      pasted = read;
      isTooLong = read.isTooLong;
      if (isTooLong) tell(plain('Tempelan terlalu besar, jadi tidak dimasukkan. Tempelkan sebagian demi sebagian.'));
      else tell(pasteNotice({ ...pasted.losses, pictures: isDrop ? pasted.pictures.length : 0, senders: [] }));
      // What is dropped goes its usual way, which knows no places for pictures.
      return isDrop ? withoutPictureMarks(pasted.html) : pasted.html;
    },

    transformPastedText(text) {
      const isCut = text.length > longestWords;
      if (isCut) tell(plain('Tempelan terlalu besar, jadi hanya bagian awalnya yang dimasukkan.'));
      return isCut ? text.slice(0, longestWords) : text;
    },

    clipboardTextParser: (text, _context, _plain, { state: { schema } }) => textSlice(text, schema),

    handlePaste(view, event, slice) {
      const files = [...(event.clipboardData?.files ?? [])];
      const { pictures, losses } = pasted;
      if (chat !== undefined) {
        view.dispatch(pasteOf(view.state.tr.replaceSelection(textSlice(chat, view.state.schema))));
        return true;
      }
      const isAlone = !hasWords(slice);
      if (files.length > 0 && isAlone) {
        // Beside a text that was too long to take lies a drawing of it, which nobody means.
        if (!isTooLong) onPhotos(files, undefined, pictures.length === 1 ? pictures[0]?.alt : undefined);
        return true;
      }
      if (pictures.length === 0) return false;
      const places = putWithoutMarks(view, slice);
      void filesOf(pasted, event.clipboardData?.getData('text/rtf') ?? '', files).then((found) => {
        for (const [index, { file, alt }] of found.entries()) {
          if (file !== undefined) onPhotos([file], places.get(index) ?? view.state.selection.to, alt);
        }
        const lost = found.filter(({ file }) => file === undefined).length;
        tell(pasteNotice({ ...losses, pictures: lost, senders: [] }));
      });
      return true;
    },
  };
}

function readable(html: string): Pasted & { isTooLong: boolean } {
  const words = html.length > longestHtml ? html.replace(/data:image\/[a-z+.-]{1,20};base64,[\w+/=\s]*/gi, '') : html;
  if (words.length > longestHtml) return { ...nothing, isTooLong: true };
  const pasted = pastedHtml(html);
  return pasted.html.length > longestWords ? { ...nothing, isTooLong: true } : { ...pasted, isTooLong: false };
}

/** Whether anything but places of pictures was pasted: a picture alone comes with an empty text around it. */
function hasWords({ content }: Slice): boolean {
  let words = false;
  content.descendants((node) => {
    if (node.isTextblock && withoutPictureMarks(node.textContent) !== '') words = true;
    if (node.isBlock && node.isAtom) words = true;
    return !words;
  });
  return words;
}

/** Puts the pasted text at the selection without the signs of pictures, in one step to undo. */
function putWithoutMarks(view: EditorView, slice: Slice): Map<number, number> {
  const transaction = view.state.tr.replaceSelection(slice);
  const places = takeOutPictureMarks(transaction);
  view.dispatch(pasteOf(transaction));
  return places;
}

function pasteOf(transaction: Transaction): Transaction {
  return transaction.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste');
}

/** The file of each pasted picture; undefined where the clipboard has only its address, which nobody fetches. */
async function filesOf(
  { pictures }: Pasted,
  richText: string,
  files: readonly File[],
): Promise<{ file: File | undefined; alt: string }[]> {
  // Programs on a desk name files of their own disk, and put the pictures into the rich text.
  const isOnDisk = (picture: PastedPicture) => /^file:/i.test(picture.source);
  const richly = pictures.some(isOnDisk) ? heldByRichText(pictures, rtfPictures(richText)) : [];
  const held = pictures.map((picture, index) => {
    if (index >= mostPictures) return undefined;
    return heldBy(picture, index) ?? (isOnDisk(picture) ? richly[index]?.file : undefined);
  });
  const missing = pictures.filter((_picture, index) => held[index] === undefined);
  const [only] = missing;
  const [file] = files;
  const isPair = only !== undefined && file !== undefined && missing.length === 1 && files.length === 1;
  const matched = isPair ? await isPictureOf(file, only) : missing.length === files.length;
  let next = 0;
  return pictures.map(({ alt }, index) => {
    const own = held[index];
    if (own === undefined && matched) next += 1;
    return { file: own ?? (matched ? files[next - 1] : undefined), alt: alt || (richly[index]?.alt ?? '') };
  });
}

const plain = (text: string): PasteNotice => ({ text, offersAttachment: false });
