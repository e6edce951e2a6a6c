import { expect, test } from 'vitest';
import { duration } from './time.tsx';

const MILLISECONDS_OF = { day: 86_400_000n, hour: 3_600_000n, minute: 60_000n };

test('a span of time is the two largest units that matter, cut, never below nothing', () => {
  const { day, hour, minute } = MILLISECONDS_OF;
  expect(duration(3n * day + 4n * hour + 59n * minute, 'en')).toBe('3d 4h');
  expect(duration(3n * day + 59n * minute, 'en')).toBe('3d');
  expect(duration(5n * minute + 7_999n, 'en')).toBe('5m 7s');
  expect(duration(999n, 'en')).toBe('0s');
  expect(duration(-5n * day, 'en')).toBe('0s');
});

test.each(['ja', 'ja-JP', 'zh', 'zh-Hans-SG', 'ar'])('in %s its units are not in Latin letters', (tag) => {
  const { day, hour, minute } = MILLISECONDS_OF;
  for (const span of [day + hour, hour + minute, minute + 1_000n])
    expect(duration(span, tag)).not.toMatch(/\p{Script=Latin}/u);
});
