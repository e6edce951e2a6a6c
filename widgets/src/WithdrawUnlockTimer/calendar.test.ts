import { expect, test } from 'vitest';
import { type CalendarEvent, calendarFile } from './calendar.ts';

interface Component {
  readonly name: string;
  readonly properties: Record<string, string>;
  readonly parts: Component[];
}

/** A reader by the letter of RFC 5545, which refuses what it forbids. */
function read(file: string): Component {
  expect(file.endsWith('\r\n')).toBe(true);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const open: Component[] = [{ name: '', properties: {}, parts: [] }];
  for (const line of file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)) {
    const [, property = '', value = ''] = /^([A-Z-]+(?:;[A-Z-]+=[A-Z]+)*):(.*)$/.exec(line) ?? [];
    expect(property, line).not.toBe('');
    const inner = open.at(-1) as Component;
    if (property === 'BEGIN') open.push({ name: value, properties: {}, parts: [] });
    else if (property === 'END') {
      expect(inner.name).toBe(value);
      open.pop();
      open.at(-1)?.parts.push(inner);
    } else {
      expect(inner.properties).not.toHaveProperty([property]);
      inner.properties[property] = value;
    }
  }
  expect(open).toHaveLength(1);
  return open[0]?.parts[0] as Component;
}

const text = (escaped = '') =>
  escaped.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));

const moment = (utc = '') => {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(utc)?.map(Number) ?? [];
  return Date.UTC(year as number, (month as number) - 1, day, hour, minute, second);
};

const EVENT: CalendarEvent = {
  uid: 'market-owner-1@percosec',
  summary: 'SOL: deposit unlocks',
  description: 'Estimated.',
  now: 1_795_262_400_000n,
  start: 1_795_316_800_400n,
  end: null,
};

test('a moment: when it is made, when it is, and an alarm then, all in UTC', () => {
  const calendar = read(calendarFile(EVENT));
  expect(calendar).toMatchObject({ name: 'VCALENDAR', properties: { VERSION: '2.0' } });
  expect(calendar.properties.PRODID).toBeTruthy();
  const [event] = calendar.parts;
  expect(event?.name).toBe('VEVENT');
  expect(event?.properties.UID).toBe(EVENT.uid);
  expect(moment(event?.properties.DTSTAMP)).toBe(1_795_262_400_000);
  expect(moment(event?.properties.DTSTART)).toBe(1_795_316_800_000);
  expect(event?.properties).not.toHaveProperty('DTEND');
  expect(event?.parts).toEqual([
    { name: 'VALARM', properties: { ACTION: 'DISPLAY', TRIGGER: 'PT0S', DESCRIPTION: EVENT.summary }, parts: [] },
  ]);
});

test('a window ends, and is told of once more before', () => {
  const [event] = read(calendarFile({ ...EVENT, end: EVENT.start + 86_400_000n })).parts;
  expect(moment(event?.properties.DTEND)).toBe(1_795_403_200_000);
  expect(event?.parts.map(({ properties }) => properties)).toEqual([
    expect.objectContaining({ TRIGGER: 'PT0S' }),
    expect.objectContaining({ 'TRIGGER;RELATED=END': '-PT21600S' }),
  ]);
});

test('whatever a market is called, the file is one', () => {
  const summary = 'A; B, C\\D\r\nBEGIN:VALARM\nEND:VEVENT\r:"quoted"';
  const [event, ...others] = read(calendarFile({ ...EVENT, summary })).parts;
  expect(others).toEqual([]);
  expect(text(event?.properties.SUMMARY)).toBe(summary.replace(/\r\n|\r/g, '\n'));
});

test('long lines are folded between characters, in every script', () => {
  for (const character of ['a', 'é', '市', '🏦', 'ع']) {
    for (const length of [66, 67, 68, 74, 75, 200]) {
      const description = character.repeat(length);
      const [event] = read(calendarFile({ ...EVENT, description })).parts;
      expect(text(event?.properties.DESCRIPTION)).toBe(description);
    }
  }
});
