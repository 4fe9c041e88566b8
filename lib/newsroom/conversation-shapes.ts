import { z } from 'zod';
import '../zod-in-browser.ts';
import { suggestionStates } from '../../db/schema/enums.ts';
import { commentId, suggestionId, userId } from '../ids.ts';
import { anchorLimits } from '../richtext/anchor.ts';
import { paragraphs, plainLine } from './plain-input.ts';

/** The most characters and entries the conversation about an article takes. */
export const remarkLimits = { text: 2000, replacement: 2000, note: 500, mentions: 10, guestName: 80 } as const;

/** The fields whose words can be pointed at; empty for the whole article. */
export const remarkPlaces = ['', 'title', 'lead', 'summary', 'body'] as const;
export type RemarkPlace = (typeof remarkPlaces)[number];

const outdated = 'Kiriman ini tidak dikenali. Muat ulang halaman ini.';
/** Words as they stand in the text: changed in nothing, or they would not be found again. */
const exactly = (max: number) =>
  z
    .string(outdated)
    .max(max, outdated)
    .refine((text) => !text.includes('\u0000'), outdated);

const anchorFields = {
  place: z.enum(remarkPlaces, outdated),
  quote: exactly(anchorLimits.quote),
  prefix: exactly(anchorLimits.context),
  suffix: exactly(anchorLimits.context),
};
const anchorInput = z.strictObject(anchorFields, outdated);
export type RemarkAnchor = z.output<typeof anchorInput>;

/** A remark on the article as a whole. */
export const onTheWhole: RemarkAnchor = { place: '', quote: '', prefix: '', suffix: '' };

const trimmed = (written: string) => written.trim();
const text = paragraphs(remarkLimits.text, 'Komentar')
  .transform(trimmed)
  .refine((written) => written !== '', 'Tulis komentarnya dahulu.');
const mentions = z
  .array(userId, outdated)
  .max(remarkLimits.mentions, `Paling banyak ${remarkLimits.mentions} orang disebut dalam satu komentar.`);

/** What somebody does in the conversation about an article. */
export const remarkInput = z.discriminatedUnion(
  'act',
  [
    z.strictObject({ act: z.literal('comment'), text, mentions, anchor: anchorInput }, outdated),
    z.strictObject({ act: z.literal('reply'), commentId, text, mentions }, outdated),
    z.strictObject({ act: z.literal('resolve'), commentId }, outdated),
    z.strictObject({ act: z.literal('reopen'), commentId }, outdated),
    z.strictObject(
      {
        act: z.literal('suggest'),
        anchor: anchorInput.refine(
          ({ place, quote }) => place !== '' && quote.trim() !== '' && !quote.includes('\n'),
          'Pilih kata-kata di dalam satu paragraf, lalu usulkan perubahannya.',
        ),
        replacement: plainLine(remarkLimits.replacement, 'Kata-kata pengganti').transform(trimmed),
        note: plainLine(remarkLimits.note, 'Alasan').transform(trimmed),
      },
      outdated,
    ),
    z.strictObject({ act: z.literal('refuse'), suggestionId }, outdated),
    /** The conversation was opened: what called this person is seen. */
    z.strictObject({ act: z.literal('seen') }, outdated),
  ],
  outdated,
);
export type Remark = z.input<typeof remarkInput>;

const moment = z.string();
const by = { by: z.string(), isMine: z.boolean(), at: moment };

const replyView = z.object({ id: z.string(), ...by, isGuest: z.boolean(), text: z.string(), isUnseen: z.boolean() });
export type ReplyView = z.output<typeof replyView>;

const threadView = replyView.extend({
  ...anchorFields,
  editionNumber: z.int(),
  resolved: z.object({ by: z.string(), at: moment }).nullable(),
  replies: z.array(replyView),
});
export type ThreadView = z.output<typeof threadView>;

const suggestionView = z.object({
  id: z.string(),
  ...by,
  ...anchorFields,
  replacement: z.string(),
  note: z.string(),
  state: z.enum(suggestionStates),
  decided: z.object({ by: z.string(), at: moment }).nullable(),
});
export type SuggestionView = z.output<typeof suggestionView>;

/** The conversation about an edition, as one person is shown it. */
export const conversationView = z.object({
  threads: z.array(threadView),
  suggestions: z.array(suggestionView),
  /** Whom a comment can call by name: who may see the article. */
  people: z.array(z.object({ id: z.string(), name: z.string(), role: z.string() })),
  mayRemark: z.boolean(),
  /** Whether changes may be proposed: only for words that are still worked on. */
  maySuggest: z.boolean(),
});
export type ConversationView = z.output<typeof conversationView>;
