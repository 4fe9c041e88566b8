import { emptyWords, type Words } from './article-input.ts';
import { detailFields, type KindDetails } from './kind-details.ts';
import { hasText, kindNeeds } from './kind-readiness.ts';

/**
 * The words that this kind has fields for; everything else is empty. A draft keeps what was written
 * while it was of another kind, since changing the kind may be a slip; whoever signs signs only
 * what the kind shows, and readers get no more.
 */
export function wordsOfKind(words: Words): Words {
  const { requires, advises } = kindNeeds[words.kind];
  const { title, jointAgencyIds, publicNote } = words;
  return {
    ...words,
    ...(hasText(words.kind) ? {} : { ...emptyWords(words), title, jointAgencyIds, publicNote }),
    details: detailsOfKind(words),
    ...(requires.includes('section') ? {} : { sectionId: null }),
    ...(advises.includes('dateline') ? {} : { datelinePlace: '', eventDate: null }),
  };
}

function detailsOfKind({ kind, details }: Words): KindDetails {
  const own: readonly string[] = detailFields[kind];
  return Object.fromEntries(Object.entries(details).filter(([name]) => own.includes(name)));
}
