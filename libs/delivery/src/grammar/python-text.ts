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

/** A whole number as Python reads one: a sign, outer spaces, zeros in front and `_` between digits; null if none. */
export function readInteger(text: string): bigint | null {
  const match = /^\s*([+-]?)(\d+(?:_\d+)*)\s*$/u.exec(text);
  if (!match) return null;
  const size = BigInt((match[2] as string).replaceAll('_', ''));
  return match[1] === '-' ? -size : size;
}
