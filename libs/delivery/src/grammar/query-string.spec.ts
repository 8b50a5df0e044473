import { Query } from './query-string.js';

it('takes the last of equal names, in the place of the first', () => {
  const query = new Query('a=1&b=2&a=3');
  expect([...query.values]).toEqual([
    ['a', '3'],
    ['b', '2'],
  ]);
});

it('decodes plus signs and percent signs', () => {
  expect(new Query('title=a+b%2Bc').get('title')).toBe('a b+c');
  expect(new Query('a').get('a')).toBe('');
  expect([...new Query('?a=1').values.keys()]).toEqual(['?a']);
});

it('writes the rest of itself again, equal names together', () => {
  const query = new Query('fields=a(b),c&id=7&_=1&fields=*&q=x y');
  expect(query.without(['id'])).toBe('fields=a%28b%29%2Cc&fields=%2A&_=1&q=x+y');
});
