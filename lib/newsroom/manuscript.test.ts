import { describe, expect, it } from 'vitest';
import type { AssetId } from '../ids.ts';
import type { RichBlock, RichParagraph } from '../richtext/rich-nodes.ts';
import { emptyWords, type Words } from './article-input.ts';
import { manuscriptOf } from './manuscript.ts';

const asset = '0190a000-0000-7000-8000-000000000001' as AssetId;
const facts = { regencyNames: new Map([['64.72', 'Kota Samarinda']]), photoFacts: () => undefined };

function written(content: RichBlock[], more: Partial<Words> = {}): Words {
  return { ...emptyWords(), title: 'Judul', body: { type: 'doc', content }, ...more };
}

function placesIn(words: Words): Record<string, string> {
  const { pieces } = manuscriptOf(words, facts);
  return Object.fromEntries(
    pieces.map(({ place, part, role, text }) => [`${place}${part && `#${part}`}`, `${role}: ${text}`]),
  );
}

describe('the manuscript of an edition', () => {
  it('gives each run of text its place and its role, in reading order', () => {
    const item: RichParagraph = { type: 'paragraph', content: [{ type: 'text', text: 'Butir' }] };
    const words = written(
      [
        { type: 'paragraph', content: [{ type: 'text', text: 'Satu' }] },
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Sub' }] },
        { type: 'bulletList', content: [{ type: 'listItem', content: [item] }] },
        { type: 'quote', attrs: { speaker: 'Sri' }, content: [{ type: 'text', text: 'Kutip' }] },
        {
          type: 'table',
          attrs: { caption: 'Harga' },
          content: [
            { type: 'tableRow', content: [{ type: 'tableHeader', content: [{ type: 'text', text: 'Pasar' }] }] },
          ],
        },
        { type: 'timeline', content: [{ type: 'timelineItem', attrs: { when: '2026' }, content: [item] }] },
        { type: 'keyNumbers', content: [{ type: 'keyNumber', attrs: { value: '12 ton', label: 'beras' } }] },
      ],
      { lead: 'Teras', sources: [{ name: 'BPS', detail: '' }] },
    );
    expect(placesIn(words)).toEqual({
      title: 'title: Judul',
      lead: 'lead: Teras',
      'body.0': 'paragraph: Satu',
      'body.1': 'subhead: Sub',
      'body.2.0.0': 'list_item: Butir',
      'body.3': 'quote: Kutip',
      'body.3#speaker': 'speaker: Sri',
      'body.4#caption': 'table_caption: Harga',
      'body.4.0.0': 'table_cell: Pasar',
      'body.5.0#when': 'moment: 2026',
      'body.5.0.0': 'paragraph: Butir',
      'body.6.0#value': 'key_number: 12 ton',
      'body.6.0#label': 'key_number: beras',
      'sources.0#name': 'source: BPS',
    });
  });

  it('counts a line break as one character and knows where links and italics stand', () => {
    const { pieces } = manuscriptOf(
      written([
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Satu' },
            { type: 'hardBreak' },
            { type: 'text', text: 'situs', marks: [{ type: 'link', attrs: { href: 'https://contoh.example/' } }] },
            { type: 'text', text: ' dan ' },
            { type: 'text', text: 'workshop', marks: [{ type: 'italic', attrs: { lang: 'en' } }] },
          ],
        },
      ]),
      facts,
    );
    const body = pieces.find(({ place }) => place === 'body.0');
    expect(body).toMatchObject({
      text: 'Satu\nsitus dan workshop',
      links: [{ start: 5, end: 10, href: 'https://contoh.example/' }],
      italics: [{ start: 15, end: 23 }],
    });
  });

  it('brings what is known of photos, and names regencies', () => {
    const figure = { assetId: asset, assetHash: 'a'.repeat(64), alt: 'Anak', credit: 'Adpim' };
    const manuscript = manuscriptOf(
      written([{ type: 'figure', attrs: figure }], { regencyCodes: ['64.72', '64.99'] }),
      {
        ...facts,
        photoFacts: () => ({ showsChild: true, hasConsent: false, rightsUntil: '2026-01-14' }),
      },
    );
    expect(manuscript.photos).toEqual([
      {
        place: 'body.0',
        alt: 'Anak',
        decorative: false,
        caption: '',
        credit: 'Adpim',
        showsChild: true,
        hasConsent: false,
        rightsUntil: '2026-01-14',
      },
    ]);
    expect(manuscript.regencies).toEqual(['Kota Samarinda']);
  });

  it('leaves out what the kind has no field for', () => {
    expect(placesIn(written([], { kind: 'banner', lead: 'Sisa' }))).toEqual({ title: 'title: Judul' });
  });
});
