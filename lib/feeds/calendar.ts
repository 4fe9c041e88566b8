/** One event as calendars take it. */
export type CalendarEvent = {
  /** Never changes. */
  uid: string;
  /** When its words last changed. */
  stamp: Date;
  startsAt: Date;
  /** Null: nobody said when it ends. */
  endsAt: Date | null;
  title: string;
  description: string;
  venue: string;
  /** Absolute. */
  url: string;
  /** How often its words have changed. */
  sequence: number;
};

/** Events as an iCalendar file (RFC 5545), for one download or as a subscription. */
export function calendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ruang Warta//Agenda//ID',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${calendarText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${calendarText(event.uid)}`,
    `DTSTAMP:${utc(event.stamp)}`,
    `LAST-MODIFIED:${utc(event.stamp)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${utc(event.startsAt)}`,
    ...(event.endsAt === null ? [] : [`DTEND:${utc(event.endsAt)}`]),
    `SUMMARY:${calendarText(event.title)}`,
    ...(event.description === '' ? [] : [`DESCRIPTION:${calendarText(event.description)}`]),
    ...(event.venue === '' ? [] : [`LOCATION:${calendarText(event.venue)}`]),
    `URL:${event.url}`,
    'END:VEVENT',
  ];
}

/** `20260114T023000Z` */
const utc = (at: Date) => at.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');

/** Text as a value: a line break, comma or semicolon of ours must not end it. */
function calendarText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ')
    .replace(/[\\,;]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');
}

const longestLine = 75;

/** Lines of at most 75 octets; what goes on begins with a space. No character is cut in two. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= longestLine) return line;
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      lines.push(current);
      // The space that marks the continuation counts.
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
