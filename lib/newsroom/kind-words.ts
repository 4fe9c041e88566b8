import { emptyDocument } from '../richtext/document.ts';
import type { Words } from './article-input.ts';
import { detailFields, type KindDetails } from './kind-details.ts';
import { hasText, kindNeeds } from './kind-readiness.ts';

/**
 * The words that this kind has fields for; everything else is empty. A draft keeps what was written
 * while it was of another kind, since changing the kind may be a slip; whoever signs signs only
 * what the kind shows, and readers get no more.
 */
export function wordsOfKind(words: Words): Words {
  const { requires, advises } = kindNeeds[words.kind];
  return {
    ...words,
    details: detailsOfKind(words),
    ...(requires.includes('section') ? {} : { sectionId: null }),
    ...(advises.includes('dateline') ? {} : { datelinePlace: '', eventDate: null }),
    ...(hasText(words.kind) ? {} : noText()),
  };
}

function detailsOfKind({ kind, details }: Words): KindDetails {
  const own: readonly string[] = detailFields[kind];
  return Object.fromEntries(Object.entries(details).filter(([name]) => own.includes(name)));
}

/** What comes with a text, and nobody reads without one. */
function noText() {
  return {
    lead: '',
    summary: '',
    body: emptyDocument(),
    cover: null,
    credits: [],
    sources: [],
    attachments: [],
    sponsored: false,
    regencyCodes: [],
    topicIds: [],
    relatedIds: [],
  } satisfies Partial<Words>;
}
