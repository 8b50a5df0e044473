import { readPage, requireCountable } from './paging.js';

const page = (query: Record<string, string>, maxLimit: number | null = 20) =>
  readPage(new Map(Object.entries(query)), maxLimit);

it('takes twenty rows from the first unless asked otherwise', () => {
  expect(page({})).toEqual({ offset: 0n, limit: 20 });
  expect(page({}, 5)).toEqual({ offset: 0n, limit: 5 });
  expect(page({}, 100)).toEqual({ offset: 0n, limit: 20 });
  expect(page({ limit: '1000' }, null)).toEqual({ offset: 0n, limit: 1000 });
  expect(page({ limit: '0', offset: '+7' })).toEqual({ offset: 7n, limit: 0 });
});

it.each([
  [{ offset: 'x', limit: 'x' }, 'offset must be a positive integer'],
  [{ offset: '-1' }, 'offset must be a positive integer'],
  [{ limit: '' }, 'limit must be a positive integer'],
  [{ limit: '-1' }, 'limit must be a positive integer'],
  [{ limit: '21' }, 'limit cannot be higher than 20'],
])('refuses %j', (query, message) => expect(() => page(query)).toThrow(message));

it('refuses an offset nobody can count with after all else', () => {
  expect(() => requireCountable(page({ offset: '99999999999999999999' }))).toThrow('offset must be a positive integer');
  expect(() => page({ limit: '99999999999999999999' }, null)).toThrow('limit must be a positive integer');
});
