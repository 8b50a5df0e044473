import { readDate, readDuration, readMoment, readTime } from './temporal.js';

it.each([
  ['2020-02-29', '2020-02-29'],
  ['2020-2-9', '2020-02-09'],
  ['20200229', '2020-02-29'],
  ['0001-01-01', '0001-01-01'],
  ['2019-02-29', null],
  ['2020-13-01', null],
  ['0000-01-01', null],
  ['2020-02', null],
  ['', null],
])('reads the day %j as %j', (text, day) => expect(readDate(text)).toBe(day));

it.each([
  ['9:05', '09:05:00.000000'],
  ['09:05:07', '09:05:07.000000'],
  ['23:59:59.25', '23:59:59.250000'],
  ['24:00', null],
  ['12', null],
  ['12:60', null],
])('reads the time %j as %j', (text, time) => expect(readTime(text)).toBe(time));

it.each([
  ['2020-02-29T09:05:00Z', '2020-02-29 09:05:00.000000+00:00'],
  ['2020-02-29 09:05', '2020-02-29 09:05:00.000000+00:00'],
  ['2020-02-29', '2020-02-29 00:00:00.000000+00:00'],
  ['2020-02-29T09:05:00.5+0130', '2020-02-29 09:05:00.500000+01:30'],
  ['2020-02-29T09:05:00-05', '2020-02-29 09:05:00.000000-05:00'],
  ['2020-02-30T09:05:00Z', null],
  ['yesterday', null],
  ['2020-02-29T', null],
])('reads the moment %j as %j', (text, moment) => expect(readMoment(text)).toBe(moment));

it.each([
  ['1', 1_000_000n],
  ['1:30', 90_000_000n],
  ['3 04:05:06.7', 273_906_700_000n],
  ['2 days, 0:00:01', 172_801_000_000n],
  ['-1 23:59:59', -1_000_000n],
  ['P3DT4H5M6.7S', 273_906_700_000n],
  ['-PT1M', -60_000_000n],
  ['P', null],
  ['PT', null],
  ['soon', null],
])('reads the length %j as %j microseconds', (text, length) => expect(readDuration(text)).toBe(length));
