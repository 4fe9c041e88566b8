import { againstGambling, invitesToGamble } from './lists/gambling-words.ts';
import { gamblingIn } from './rules/gambling.ts';

/**
 * Words with which a short text (a name, an address, a note) advertises gambling, as people read them; undefined for
 * one that does not, and for one that tells of fighting it. The same detector as in articles (`gamblingRules`).
 */
export function advertisedGambling(text: string): string | undefined {
  const hits = gamblingIn(text);
  const isReport = againstGambling.test(text.toLowerCase()) && !invitesToGamble.test(text.toLowerCase());
  return hits.find(({ isTopic, isDisguised }) => isDisguised || (!isTopic && !isReport))?.words;
}
