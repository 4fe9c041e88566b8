import { describe, expect, it } from 'vitest';
import { assetId } from '../ids.ts';
import type { RichBlock } from '../richtext/document.ts';
import type { Words } from './article-input.ts';
import { compareText, compareWords } from './compare.ts';

const words = (part: Partial<Words> = {}): Words => ({
  kind: 'news',
  title: 'Jembatan Mahulu dibuka kembali',
  lead: 'Warga dapat melintas mulai Senin.',
  summary: '',
  body: { type: 'doc', content: [paragraph('Satu dua tiga.'), paragraph('Empat lima enam.')] },
  cover: null,
  credits: [],
  sources: [],
  attachments: [],
  jointAgencyIds: [],
  sponsored: false,
  datelinePlace: 'Samarinda',
  eventDate: null,
  regencyCodes: [],
  infoClass: 'periodic',
  publicNote: '',
  sectionId: null,
  topicIds: [],
  relatedIds: [],
  ...part,
});

const paragraph = (text: string): RichBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const body = (...content: RichBlock[]) => ({ body: { type: 'doc' as const, content } });
const shown = (before: Words, after: Words) =>
  compareWords(before, after).map(
    ({ place, kind, pieces }) =>
      `${place} ${kind}: ${pieces.map((piece) => ({ same: '', added: '+', removed: '-' })[piece.kind] + piece.text).join('|')}`,
  );

describe('comparing words', () => {
  it('finds nothing in equal words', () => {
    expect(compareWords(words(), words())).toEqual([]);
  });

  it('marks the words of a title that changed', () => {
    expect(compareText('Jembatan dibuka Senin', 'Jembatan ditutup Senin')).toEqual([
      { kind: 'same', text: 'Jembatan ' },
      { kind: 'removed', text: 'dibuka' },
      { kind: 'added', text: 'ditutup' },
      { kind: 'same', text: ' Senin' },
    ]);
  });

  it('tells a changed block from an added and a removed one', () => {
    const before = words();
    expect(shown(before, words(body(paragraph('Satu dua empat.'), paragraph('Empat lima enam.'))))).toEqual([
      'body.0 changed: Satu dua |-tiga|+empat|.',
    ]);
    expect(
      shown(
        before,
        words(body(paragraph('Satu dua tiga.'), paragraph('Baru sama sekali.'), paragraph('Empat lima enam.'))),
      ),
    ).toEqual(['body.1 added: +Baru sama sekali.']);
    expect(shown(before, words(body(paragraph('Empat lima enam.'))))).toEqual(['body.0 removed: -Satu dua tiga.']);
  });

  it('shows an address that changed under the same words', () => {
    const linked = (href: string): RichBlock => ({
      type: 'paragraph',
      content: [{ type: 'text', text: 'Daftar di sini', marks: [{ type: 'link', attrs: { href } }] }],
    });
    const changes = shown(words(body(linked('https://a.example/'))), words(body(linked('https://b.example/'))));
    expect(changes).toHaveLength(1);
    expect(changes[0]).toContain('-a.example');
    expect(changes[0]).toContain('+b.example');
  });

  it('names a change of form alone without pretending that words changed', () => {
    const bold: RichBlock = {
      type: 'paragraph',
      content: [{ type: 'text', text: 'Satu dua tiga.', marks: [{ type: 'bold' }] }],
    };
    expect(shown(words(), words(body(bold, paragraph('Empat lima enam.'))))).toEqual(['body.0 changed: ']);
  });

  it('shows the alternative text, the speaker, the list and every other signed field', () => {
    const asset = assetId.parse('018f5c1e-7b7a-7c3e-8a4f-0123456789ab');
    const figure = (alt: string): RichBlock => ({
      type: 'figure',
      attrs: { assetId: asset, assetHash: 'a'.repeat(64), alt },
    });
    expect(shown(words(body(figure('Sungai'))), words(body(figure('Jembatan'))))[0]).toContain('-Sungai|+Jembatan');
    const quote = (speaker: string): RichBlock => ({
      type: 'quote',
      attrs: { speaker },
      content: [{ type: 'text', text: 'Ya.' }],
    });
    expect(shown(words(body(quote('Ani'))), words(body(quote('Budi'))))[0]).toContain('-Ani|+Budi');
    const after = words({
      datelinePlace: 'Tenggarong',
      sponsored: true,
      sources: [{ name: 'Dishub', detail: 'rilis' }],
      eventDate: '2026-01-14',
    });
    expect(compareWords(words(), after).map(({ place }) => place)).toEqual([
      'datelinePlace',
      'eventDate',
      'sources',
      'sponsored',
    ]);
  });

  it('uses names for what the words hold by id', () => {
    const [change] = compareWords(words(), words({ regencyCodes: ['64.72'] }), () => 'Samarinda');
    expect(change?.pieces).toEqual([{ kind: 'added', text: 'Samarinda' }]);
  });
});
