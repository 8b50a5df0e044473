import { quoted, readInteger } from './python-text.js';

describe('whole numbers', () => {
  it.each([
    ['7', 7n],
    ['+7', 7n],
    ['-7', -7n],
    [' 7 ', 7n],
    ['007', 7n],
    ['1_000', 1000n],
    ['99999999999999999999', 99999999999999999999n],
    ['-٤٢', -42n],
    ['𝟙𝟬', 10n],
    ['\u00857\u2003', 7n],
  ])('reads %j', (text, value) => expect(readInteger(text)).toBe(value));

  it.each(['', ' ', 'x', '1.0', '1e3', '0x10', '1__0', '_1', '1_', '- 1', '1 2', '\0', '\ufeff7', '²', 'Ⅳ'])(
    'refuses %j',
    (text) => expect(readInteger(text)).toBeNull(),
  );
});

describe('quoted text', () => {
  it.each([
    ['abc', `'abc'`],
    ['', `''`],
    [`it's`, `"it's"`],
    [`both ' and "`, `'both \\' and "'`],
    ['a\\b', `'a\\\\b'`],
    ['line\nbreak\ttab', `'line\\nbreak\\ttab'`],
    ['\0', `'\\x00'`],
    ['\u00a0', `'\\xa0'`],
    ['\u2028', `'\\u2028'`],
    ['größe 名', `'größe 名'`],
  ])('shows %j', (text, shown) => expect(quoted(text)).toBe(shown));
});
