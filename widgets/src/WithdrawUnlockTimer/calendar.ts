// An event as calendars read it: RFC 5545.

export interface CalendarEvent {
  /** The same for the same event, so that importing it again replaces it. */
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  /** When the entry is made, and all others: milliseconds of Unix time. */
  readonly now: bigint;
  readonly start: bigint;
  /** null: a moment, not a span. */
  readonly end: bigint | null;
}

/** `20261124T140500Z`: what begins within a second begins at it. */
const utc = (milliseconds: bigint) => new Date(Number(milliseconds)).toISOString().replace(/[-:]|\.\d+/g, '');

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

const OCTETS = 75;

/** No line is longer than 75 octets; one that goes on begins with a space. A character stays whole. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

const alarm = (trigger: string, description: string) => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `TRIGGER${trigger}`,
  `DESCRIPTION:${description}`,
  'END:VALARM',
];

export function calendarFile({ uid, summary, description, now, start, end }: CalendarEvent): string {
  const title = escaped(summary);
  // As the widget itself: a window closes soon when a quarter of it is left.
  const last = end === null ? 0n : (end - start) / 4_000n;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//PercoSec//WithdrawUnlockTimer//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(start)}`,
    ...(end === null ? [] : [`DTEND:${utc(end)}`]),
    `SUMMARY:${title}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    ...alarm(':PT0S', title),
    ...(last > 0n ? alarm(`;RELATED=END:-PT${last}S`, title) : []),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}
