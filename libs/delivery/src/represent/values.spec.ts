import { durationText, formatOf, MOMENT } from './values.js';
import { jsonKind, integerKind, timeKind } from '@pipit/content-types';

it.each([
  [0n, '00:00:00'],
  [1_000_000n, '00:00:01'],
  [273_906_700_000n, '3 04:05:06.700000'],
  [-1_000_000n, '-1 23:59:59'],
  [-86_400_000_000n, '-1 00:00:00'],
])('prints %s microseconds as %s', (total, text) => expect(durationText(total)).toBe(text));

it('prints moments with microseconds unless they are zero', () => {
  expect(MOMENT.print('2020-02-29 09:05:00')).toBe('2020-02-29T09:05:00Z');
  expect(MOMENT.print('2020-02-29 09:05:00.5')).toBe('2020-02-29T09:05:00.500000Z');
  expect(formatOf(timeKind, 'time').print('09:05:00.000001')).toBe('09:05:00.000001');
});

it('keeps all digits of whole numbers', () => {
  const print = formatOf(integerKind, 'bigint').print;
  expect(JSON.stringify([print('9007199254740993'), print(7)])).toBe('[9007199254740993,7]');
  expect(JSON.stringify(formatOf(jsonKind, 'jsonb').print('{"a": [12345678901234567890, 1.5]}'))).toBe(
    '{"a":[12345678901234567890,1.5]}',
  );
});
