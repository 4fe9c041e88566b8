import { describe, expect, test } from 'vitest';
import { articleId } from '../ids.ts';
import { checkManuscript } from '../language/check.ts';
import { emptyReference } from '../language/reference.ts';
import { emptyWords } from './article-input.ts';
import { manuscriptOf } from './manuscript.ts';
import { eventLead, eventOutline, templates, templateWords } from './templates.ts';

const eventId = articleId.parse('0190a000-0000-7000-8000-000000000001');
const outlines = [
  ...templates.map((template) => ({ name: template, words: templateWords(template) })),
  {
    name: 'event',
    words: {
      lead: eventLead('Aula'),
      body: eventOutline({ type: 'agendaEvent', attrs: { articleId: eventId, title: 'Pekan tani' } }),
    },
  },
];

describe('the checks of an article begun from an outline', () => {
  test.each(outlines)('$name: find every place that is left to fill, and no fault in what it says', ({ words }) => {
    const facts = { regencyNames: new Map<string, string>(), photoFacts: () => undefined };
    const manuscript = manuscriptOf({ ...emptyWords(), ...words }, facts);
    const slots = manuscript.pieces.flatMap(({ place, text }) =>
      (text.match(/\[[^\]]+\]/g) ?? []).map((slot) => `${place} ${slot}`),
    );
    const findings = checkManuscript(manuscript, emptyReference('2026-01-14'));
    const found = findings.filter(({ rule }) => rule === 'template_text');
    expect(slots.length).toBeGreaterThan(3);
    expect(found.map(({ place, text }) => `${place} ${text}`)).toEqual(slots);
    // What is not said yet is not said wrongly.
    expect(findings.filter((one) => one.place !== '' && one.rule !== 'template_text')).toEqual([]);
  });
});
