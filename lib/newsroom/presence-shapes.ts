import { z } from 'zod';
import '../zod-in-browser.ts';
import type { EditionId } from '../ids.ts';

/** What an open page tells of itself; `typedAgo` in milliseconds, since clocks of phones go wrong. */
export const beatInput = z.strictObject({
  tab: z.uuid('Muat ulang halaman ini.'),
  event: z.enum(['opens', 'stays', 'leaves'], 'Muat ulang halaman ini.'),
  typedAgo: z.int('Muat ulang halaman ini.').nonnegative().max(86_400_000).nullable(),
});
export type Beat = z.output<typeof beatInput> & { editionId: EditionId };

const somebody = z.object({ id: z.string(), name: z.string() });

/** Whose turn it is, as one reader of the page is told. */
const seatView = z.object({
  holder: somebody,
  isMine: z.boolean(),
  since: z.string(),
  /** At the desk the claim decides, not the turn: it is taken over with its own button. */
  isClaim: z.boolean(),
  /** Who asks the holder for the turn; told to everyone who writes. */
  askedBy: somebody.nullable(),
  /** Whether that is the reader of this page. */
  hasAsked: z.boolean(),
  mayTake: z.boolean(),
});
export type SeatView = z.output<typeof seatView>;

/** What an open page is told of the others. */
export const togetherView = z.object({
  /** Everyone else who has the edition open, by name. */
  people: z.array(somebody.extend({ isTyping: z.boolean() })),
  seat: seatView.nullable(),
  version: z.int(),
  /** Changes whenever anything in the conversation does. */
  mark: z.string(),
  mayWrite: z.boolean(),
});
export type TogetherView = z.output<typeof togetherView>;
