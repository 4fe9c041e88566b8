import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { hostileTexts } from '#lib/testing/hostile-texts.ts';
import { type CalendarEvent, calendar } from './calendar.ts';

const event: CalendarEvent = {
  uid: '0199a0b0-0000-7000-8000-000000000001@ruang-warta',
  stamp: new Date('2026-01-14T02:30:00.123Z'),
  startsAt: new Date('2026-02-01T01:00:00Z'),
  endsAt: new Date('2026-02-01T03:00:00Z'),
  title: 'Jumpa pers',
  description: 'Tiga hal:\nsatu; dua, tiga',
  venue: 'Lamin Etam, Samarinda',
  url: 'https://warta.example.go.id/berita/jumpa-pers',
  sequence: 2,
};

function parsed(text: string) {
  const [whole] = [ICAL.parse(text)];
  const component = new ICAL.Component(whole);
  return component.getAllSubcomponents('vevent').map((vevent) => new ICAL.Event(vevent));
}

describe('a calendar', () => {
  test('is read by others as it was meant', () => {
    const [read] = parsed(calendar('Agenda', [event]));
    expect(read).toMatchObject({
      uid: event.uid,
      summary: event.title,
      description: event.description,
      location: event.venue,
      sequence: 2,
    });
    expect(read?.startDate.toJSDate()).toEqual(event.startsAt);
    expect(read?.endDate.toJSDate()).toEqual(event.endsAt);
  });

  test.each(hostileTexts.map((text) => [text]))('bears %j and still has one event', (text) => {
    const written = calendar(text, [{ ...event, title: text, description: text, venue: text }]);
    const events = parsed(written);
    expect(events).toHaveLength(1);
    const words = text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      .replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ');
    expect(events[0]?.summary).toBe(words);
    expect(events[0]?.location).toBe(words);
  });

  test('has no line over 75 octets, and cuts no character in two', () => {
    const written = calendar('Agenda', [{ ...event, title: '👍é'.repeat(80), description: 'a'.repeat(500) }]);
    expect(written.endsWith('\r\n')).toBe(true);
    for (const line of written.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line.isWellFormed()).toBe(true);
      expect(line).not.toContain('\n');
    }
  });

  test('without events, and of an event without an end, is one all the same', () => {
    expect(parsed(calendar('Agenda', []))).toEqual([]);
    expect(calendar('Agenda', [{ ...event, endsAt: null }])).not.toContain('DTEND');
  });
});
