import { steps } from './pointer';

/** The line, from 1, on which the value at a pointer begins in a valid JSON text. */
export function lineOf(text: string, pointer: string): number {
  return text.slice(0, startOf(text, steps(pointer))).split('\n').length;
}

/** Where the value at the end of a way begins; where the way ends early, the last value on it. */
function startOf(text: string, way: readonly string[]): number {
  let at = skipSpace(text, 0);
  for (const step of way) {
    const next = childAt(text, at, step);
    if (next === null) return at;
    at = next;
  }
  return at;
}

function childAt(text: string, start: number, step: string): number | null {
  const list = text[start] === '[';
  if (!list && text[start] !== '{') return null;
  let at = skipSpace(text, start + 1);
  for (let index = 0; text[at] !== ']' && text[at] !== '}'; index++) {
    let name = String(index);
    if (!list) {
      const end = endOf(text, at);
      name = JSON.parse(text.slice(at, end)) as string;
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    if (name === step) return at;
    at = skipSpace(text, endOf(text, at));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return null;
}

/** The place behind a value. */
function endOf(text: string, start: number): number {
  if (text[start] === '"') return start + (/^"(?:[^"\\]|\\.)*"/s.exec(text.slice(start))?.[0].length ?? 1);
  if (text[start] !== '{' && text[start] !== '[')
    return start + (/^[^\s,\]}]+/.exec(text.slice(start))?.[0].length ?? 1);
  let at = start + 1;
  for (let depth = 1; depth > 0 && at < text.length;) {
    if (text[at] === '"') at = endOf(text, at);
    else {
      if (text[at] === '{' || text[at] === '[') depth++;
      if (text[at] === '}' || text[at] === ']') depth--;
      at++;
    }
  }
  return at;
}

function skipSpace(text: string, start: number): number {
  return start + /^\s*/.exec(text.slice(start))![0].length;
}
