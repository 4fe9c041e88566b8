import type { PieceRule } from '../../rule.ts';
import { smallName, smallPhrase } from './names.ts';
import { placeCapitals, postCapitals } from './posts.ts';
import { shoutedTitle, shoutedWords, smallSentenceStart, smallWordsInTitle } from './sentences.ts';

export const capitalRules: readonly PieceRule[] = [
  smallName,
  smallPhrase,
  postCapitals,
  placeCapitals,
  smallSentenceStart,
  shoutedTitle,
  shoutedWords,
  smallWordsInTitle,
];
