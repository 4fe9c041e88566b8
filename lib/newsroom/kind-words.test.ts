import { describe, expect, test } from 'vitest';
import { articleKinds } from '../../db/schema/enums.ts';
import { articleId, assetId, sectionId, topicId } from '../ids.ts';
import { emptyWords, type Words } from './article-input.ts';
import { detailFields, type KindDetails } from './kind-details.ts';
import { wordsOfKind } from './kind-words.ts';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const photo = { assetId: assetId.parse(id), assetHash: 'a'.repeat(64) };
const details: Required<KindDetails> = {
  releaseNumber: '480/1',
  contactName: 'Ani',
  contactPhone: '0812',
  contactEmail: 'ani@contoh.example',
  embargoUntil: '2030-01-14T10:00:00+08:00',
  validUntil: '2030-01-14',
  textAlternative: 'Air naik dua meter.',
  speaker: 'Gubernur',
  speakerRole: 'Gubernur',
  occasion: 'Upacara',
  venue: 'Aula',
  startsAt: '2030-01-14T10:00:00+08:00',
  endsAt: '2030-01-14T12:00:00+08:00',
  audience: 'public',
  pageRole: 'about',
  link: '/opd',
  bannerUntil: '2030-01-15T10:00:00+08:00',
};

/** Everything filled in, as by somebody who tried every kind in turn. */
const full: Words = {
  ...emptyWords(),
  title: 'Jembatan ditutup',
  lead: 'Jembatan ditutup karena banjir.',
  summary: 'Jembatan ditutup.',
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Isi.' }] }] },
  cover: { ...photo, alt: 'Jembatan', decorative: false, caption: '', credit: 'Humas', focal: { x: 0.5, y: 0.5 } },
  credits: [{ name: 'Sari', initials: 'sr', role: 'writer', unit: '' }],
  sources: [{ name: 'BPBD', detail: '' }],
  attachments: [{ ...photo, title: 'Surat' }],
  details,
  sponsored: true,
  datelinePlace: 'Samarinda',
  eventDate: '2026-01-14',
  regencyCodes: ['64.72'],
  sectionId: sectionId.parse(id),
  topicIds: [topicId.parse(id)],
  relatedIds: [articleId.parse(id)],
};

/** What is emptied of each kind, besides the details that other kinds have. */
const emptied: Readonly<Record<(typeof articleKinds)[number], readonly (keyof Words)[]>> = {
  news: [],
  press_release: [],
  announcement: [],
  hoax_clarification: [],
  gallery: [],
  infographic: ['datelinePlace', 'eventDate'],
  speech: [],
  agenda_event: ['datelinePlace', 'eventDate'],
  page: ['sectionId', 'datelinePlace', 'eventDate'],
  banner: [
    ...([
      'lead',
      'summary',
      'body',
      'cover',
      'credits',
      'sources',
      'attachments',
      'sponsored',
      'datelinePlace',
    ] as const),
    ...(['eventDate', 'regencyCodes', 'sectionId', 'topicIds', 'relatedIds'] as const),
  ],
};

describe('what a kind has no field for is empty, and all else as it was written', () => {
  test.each(articleKinds)('%s', (kind) => {
    const { details: kept, ...words } = wordsOfKind({ ...full, kind });
    expect(Object.keys(kept).sort()).toEqual([...detailFields[kind]].sort());
    const { details: _none, ...empty } = emptyWords({ kind, infoClass: full.infoClass });
    const { details: _all, ...written } = { ...full, kind };
    const wanted = Object.entries(written).map(([name, value]) =>
      emptied[kind].some((one) => one === name)
        ? [name, Object.entries(empty).find(([of]) => of === name)?.[1]]
        : [name, value],
    );
    expect(words).toEqual(Object.fromEntries(wanted));
    expect(wordsOfKind({ ...words, details: kept })).toEqual({ ...words, details: kept });
  });
});
