/** Text as Python's `repr` shows it, which is how Wagtail's messages quote what they got. */
export function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let shown = '';
  for (const char of text) shown += escaped(char, quote);
  return quote + shown + quote;
}

const NAMED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(char: string, quote: string): string {
  if (char === quote) return `\\${char}`;
  const named = NAMED[char];
  if (named) return named;
  if (char !== ' ' && /^[\p{C}\p{Z}]$/u.test(char)) return numbered(char.codePointAt(0) ?? 0);
  return char;
}

function numbered(code: number): string {
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** Spaces as Python knows them: the byte order mark is none, the next line is. */
const SPACES = '(?:(?!\\ufeff)\\s|\\x85)*';
const INTEGER = new RegExp(`^${SPACES}([+-]?)(\\p{Nd}+(?:_\\p{Nd}+)*)${SPACES}$`, 'u');

/** A whole number as Python reads one: a sign, outer spaces, zeros in front, `_` between digits of any script; null if none. */
export function readInteger(text: string): bigint | null {
  const match = INTEGER.exec(text);
  if (!match) return null;
  const digits = (match[2] as string).replaceAll('_', '').replace(/[^0-9]/gu, digitOf);
  return BigInt(match[1] === '-' ? `-${digits}` : digits);
}

/** Decimal digits stand in rows of ten from their zero on, some of which follow each other. */
function digitOf(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  let first = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}
