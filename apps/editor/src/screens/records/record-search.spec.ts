import { matchOf, nextOrder, partsOf, readRecordSearch, searchOf, withParts } from './record-search';

describe('the address of a list of records', () => {
  it('leaves out what makes no sense', () => {
    expect(
      readRecordSearch({ q: 'tea', order: 7, page: 2, 'filter.price.gte': 3, 'filter.name': '', filter: 'x' }),
    ).toEqual({ q: 'tea', 'filter.price.gte': 3 });
  });
  it('says the same in both directions, numbers and yes-or-no without quotes', () => {
    const match = { q: 'tea', order: '-price', filters: { 'price.gte': '3', sold: 'true', code: '007' } };
    const search = searchOf(match);
    expect(search).toEqual({
      q: 'tea',
      order: '-price',
      'filter.price.gte': 3,
      'filter.sold': true,
      'filter.code': '007',
    });
    expect(matchOf(readRecordSearch({ ...search }))).toEqual(match);
  });
});

describe('the filter of one field', () => {
  const filters = { price: '3', 'price.lt': '9', name: 'a' };
  it('is read by operator', () => {
    expect(partsOf(filters, 'price')).toEqual({ eq: '3', lt: '9' });
  });
  it('is replaced without touching others, and empty parts go', () => {
    expect(withParts(filters, 'price', { gte: '5', lte: '' })).toEqual({ name: 'a', 'price.gte': '5' });
  });
});

it('the head of a column orders up, then down, then as usual', () => {
  expect(nextOrder(undefined, 'name')).toBe('name');
  expect(nextOrder('name', 'name')).toBe('-name');
  expect(nextOrder('-name', 'name')).toBeUndefined();
  expect(nextOrder('-name', 'price')).toBe('price');
});
