import { day, moment, readable, when, whenWithin } from './dates';

const now = new Date(2026, 10, 21, 11, 0);
const iso = (...parts: [number, number, number, number?, number?]): string =>
  new Date(...(parts as [number, number, number, number, number])).toISOString();

describe('when', () => {
  it.each([
    [iso(2026, 10, 21, 10, 59), '1 min ago'],
    [iso(2026, 10, 21, 8, 5), 'Today, 08:05'],
    [iso(2026, 10, 20, 16, 20), 'Yesterday, 16:20'],
    [iso(2026, 10, 18, 9, 0), 'Wed 18 Nov'],
    [iso(2026, 8, 2, 9, 0), '2 Sep'],
    [iso(2024, 2, 2, 9, 0), '2 Mar 2024'],
  ])('%s is %s', (value, words) => {
    expect(when(value, now)).toBe(words);
  });
  it('is a word among others in a sentence', () => {
    expect(whenWithin(iso(2026, 10, 21, 10, 59), now)).toBe('1 min ago');
    expect(whenWithin(iso(2026, 10, 20, 16, 20), now)).toBe('yesterday, 16:20');
    expect(whenWithin(iso(2026, 10, 18, 9, 0), now)).toBe('Wed 18 Nov');
  });
  it('says the time of day in a history', () => {
    expect(moment(iso(2026, 10, 3, 9, 0), now)).toBe('Tue 3 Nov, 09:00');
  });
  it('leaves this year out', () => {
    expect(day(iso(2026, 10, 3), now)).toBe('3 Nov');
  });
  it('takes a day without a time for that day, wherever one is', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'America/Los_Angeles';
    try {
      expect(day('2026-11-03', now)).toBe('3 Nov');
      expect(readable('2026-11-03')).toBe('3 Nov 2026');
    } finally {
      process.env.TZ = zone;
    }
  });
  it('writes stored dates and moments out, and leaves other text alone', () => {
    expect(readable(iso(2026, 8, 2, 9, 5))).toBe('2 Sep 2026, 09:05');
    for (const text of ['2026', '2026-09', 'On 2026-09-02', '12:30']) expect(readable(text)).toBe(text);
  });
});
