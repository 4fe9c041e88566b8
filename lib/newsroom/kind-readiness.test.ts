import { describe, expect, test } from 'vitest';
import { articleKinds } from '#db/schema/enums.ts';
import { assetId, sectionId, topicId } from '#lib/ids.ts';
import type { RichBlock } from '#lib/richtext/rich-nodes.ts';
import { completeWords } from '#lib/testing/words.ts';
import { type Words, wordsInput } from './article-input.ts';
import { readinessOf } from './readiness.ts';

const at = new Date('2026-01-14T04:00:00Z');
const section = sectionId.parse('00000000-0000-4000-8000-0000000000d1');
const topic = topicId.parse('00000000-0000-4000-8000-0000000000e1');
const photo = assetId.parse('00000000-0000-4000-8000-000000000001');
const attachment = { assetId: photo, assetHash: 'd'.repeat(64), title: 'Surat edaran' };

const figure: RichBlock = {
  type: 'figure',
  attrs: { assetId: photo, assetHash: '2'.repeat(64), alt: 'Antrean.', credit: 'Humas' },
};
const body = (...content: RichBlock[]): Pick<Words, 'body'> => ({ body: { type: 'doc', content } });
const nothing = body({ type: 'paragraph' });

function told(changes: Partial<Words>, state: 'ready' | 'processing' | 'failed' | 'missing' = 'ready') {
  const { blocking, pending, advisory } = readinessOf(completeWords(section, changes), () => state, null, at);
  const named = (issues: typeof blocking) => issues.map(({ field, code }) => `${field} ${code}`);
  return { blocking: named(blocking), pending: named(pending), advisory: named(advisory) };
}

describe('each kind asks for what it cannot do without', () => {
  test.each<[string, Partial<Words>, string[]]>([
    [
      'a press release: whom to call',
      { kind: 'press_release' },
      ['details.contactName contact_missing', 'details.contactPhone contact_phone_missing'],
    ],
    [
      'a press release with a contact',
      { kind: 'press_release', details: { contactName: 'Ani', contactPhone: '0812' } },
      [],
    ],
    ['an announcement', { kind: 'announcement' }, []],
    ['a gallery of one photo', { kind: 'gallery', ...body(figure) }, ['body gallery_photos_missing']],
    ['a gallery of two photos', { kind: 'gallery', ...body(figure, figure) }, []],
    [
      'a gallery in one block',
      {
        kind: 'gallery',
        ...body({ type: 'gallery', content: [figure, figure].flatMap((one) => (one.type === 'figure' ? [one] : [])) }),
      },
      [],
    ],
    [
      'an infographic',
      { kind: 'infographic', ...nothing },
      ['cover infographic_picture_missing', 'details.textAlternative text_alternative_missing'],
    ],
    [
      'an infographic with its words',
      { kind: 'infographic', ...body(figure), details: { textAlternative: 'Semua.' } },
      [],
    ],
    ['a speech', { kind: 'speech' }, ['details.speaker speaker_missing']],
    [
      'an event',
      { kind: 'agenda_event', ...nothing },
      ['details.startsAt starts_missing', 'details.venue venue_missing'],
    ],
    [
      'an event that ends before it begins',
      {
        kind: 'agenda_event',
        details: { venue: 'Aula', startsAt: '2026-01-20T10:00:00+08:00', endsAt: '2026-01-20T09:00:00+08:00' },
      },
      ['details.endsAt ends_before_start'],
    ],
    ['a page', { kind: 'page', sectionId: null }, ['details.pageRole page_role_missing']],
    [
      'the introduction of no topic',
      { kind: 'page', sectionId: null, details: { pageRole: 'topic_introduction' } },
      ['topicIds topic_missing'],
    ],
    [
      'the introduction of a topic',
      { kind: 'page', sectionId: null, topicIds: [topic], details: { pageRole: 'topic_introduction' } },
      [],
    ],
    [
      'a banner, which has neither lead nor text nor section',
      { kind: 'banner', lead: '', sectionId: null, ...nothing },
      ['details.bannerUntil banner_until_missing'],
    ],
    [
      'a banner that ended',
      { kind: 'banner', details: { bannerUntil: '2026-01-14T12:00:00+08:00' } },
      ['details.bannerUntil banner_over'],
    ],
    ['a banner that holds', { kind: 'banner', details: { bannerUntil: '2026-01-14T12:01:00+08:00' } }, []],
    [
      'a banner without words',
      { kind: 'banner', title: '', details: { bannerUntil: '2027-01-01T00:00:00+08:00' } },
      ['title title_missing'],
    ],
  ])('%s', (_name, changes, blocking) => {
    expect(told(changes).blocking).toEqual(blocking);
  });
});

test('what only helps is advised, and what a kind has no use for is not', () => {
  expect(told({ kind: 'press_release' }).advisory).toContain('details.releaseNumber release_number_missing');
  expect(told({ kind: 'announcement' }).advisory).toContain('details.validUntil valid_until_missing');
  const past = { venue: 'Aula', startsAt: '2026-01-01T10:00:00+08:00' };
  expect(told({ kind: 'agenda_event', details: past }).advisory).toEqual(['details.startsAt event_over']);
  const bare = { cover: null, sources: [], datelinePlace: '' };
  expect(told({ kind: 'page', ...bare, details: { pageRole: 'about' } }).advisory).toEqual([]);
  expect(told({ kind: 'banner', ...bare }).advisory).toEqual([]);
});

test('a document is judged like a photo: it needs a title, and must be there', () => {
  expect(told({ attachments: [attachment] }).blocking).toEqual([]);
  expect(told({ attachments: [attachment, { ...attachment, title: ' ' }] }).blocking).toEqual([
    'attachments.1 attachment_title_missing',
  ]);
  expect(told({ attachments: [attachment] }, 'missing').blocking).toEqual(['attachments.0 document_missing']);
  expect(told({ attachments: [attachment] }, 'failed').blocking).toEqual(['attachments.0 document_failed']);
  expect(told({ attachments: [attachment] }, 'processing').pending).toEqual(['attachments.0 document_unfinished']);
});

test.each(articleKinds)('changing the kind to %s keeps everything typed', (kind) => {
  const details = { contactName: 'Ani', speaker: 'Budi', startsAt: '2026-01-20T10:00:00+08:00', pageRole: 'about' };
  expect(wordsInput.parse({ ...completeWords(section), kind, details }).details).toEqual(details);
});
