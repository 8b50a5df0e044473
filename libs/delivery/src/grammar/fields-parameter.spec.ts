import { parseFields, type FieldPart } from './fields-parameter.js';

/** Parts as they were written: `-a`, `b(c)`. */
function written(parts: readonly FieldPart[]): string[] {
  return parts.map(
    ({ name, negated, parts: inner }) => (negated ? '-' : '') + name + (inner ? `(${written(inner).join()})` : ''),
  );
}

describe('fields=', () => {
  it.each([
    ['', []],
    ['title', ['title']],
    ['title,slug', ['title', 'slug']],
    ['*', ['*']],
    ['_', ['_']],
    ['_,title', ['_', 'title']],
    ['*,-body', ['*', '-body']],
    ['*,author(name)', ['*', 'author(name)']],
    ['-a,b,-c', ['-a', 'b', '-c']],
    ['a(b(c,d),-e),f', ['a(b(c,d),-e)', 'f']],
    ['a(*,-b)', ['a(*,-b)']],
    ['a(_,b)', ['a(_,b)']],
    ['a(b)c', ['a(b)', 'c']],
    ['a,a', ['a', 'a']],
    ['feed_image', ['feed_image']],
    ['_private', ['_private']],
    ['größe,名前,x2', ['größe', '名前', 'x2']],
    ['-', ['-']],
    ['*,-', ['*', '-']],
  ])('reads %j', (text, parts) => {
    expect(written(parseFields(text))).toEqual(parts);
  });

  it.each([
    [',', "unexpected char ',' at position 0"],
    ['a,', "unexpected char ',' at position 2"],
    ['a,,b', "unexpected char ',' at position 2"],
    ['a ', 'unexpected whitespace at position 1'],
    [' a', 'unexpected whitespace at position 0'],
    ['a\nb', 'unexpected whitespace at position 1'],
    ['a\x1f', 'unexpected whitespace at position 1'],
    ['a\ufeff', "unexpected char '\ufeff' at position 1"],
    ['a-', "unexpected char '-' at position 1"],
    ['--a', "unexpected char '-' at position 1"],
    ['a.b', "unexpected char '.' at position 1"],
    ['a#', "unexpected char '#' at position 1"],
    ['(a)', "unexpected char '(' at position 0"],
    ['a)', "unexpected char ')' at position 1"],
    ['a(b))', "unexpected char ')' at position 4"],
    ['a()', "unexpected char ')' at position 2"],
    ['a(b)(c)', "unexpected char '(' at position 4"],
    ['-a(b)', "unexpected char '(' at position 2"],
    ['a(b', 'unexpected end of input (did you miss out a close bracket?)'],
    ['a(', 'unexpected end of input (did you miss out a close bracket?)'],
    ['*a', "unexpected char 'a' at position 1"],
    ['a*', "unexpected char '*' at position 1"],
    ['*(a)', "unexpected char '(' at position 1"],
    ['_(a)', "unexpected char '(' at position 1"],
    ['a,*', "'*' must be in the first position"],
    ['a,_', "'_' must be in the first position"],
    ['a(b,*)', "'*' must be in the first position"],
    ['-*', "'*' cannot be negated"],
    ['-_', "'_' cannot be negated"],
    ['*,a', "additional fields with '*' doesn't make sense"],
    ['_,-a', "negated fields with '_' doesn't make sense"],
    [`${'a('.repeat(11)}b${')'.repeat(11)}`, 'more than 10 brackets inside each other'],
  ])('refuses %j', (text, reason) => {
    expect(() => parseFields(text)).toThrow(`fields error: ${reason}`);
  });

  it('counts positions in characters, not in UTF-16 units', () => {
    expect(() => parseFields('𝒳 ')).toThrow('fields error: unexpected whitespace at position 1');
  });
});
