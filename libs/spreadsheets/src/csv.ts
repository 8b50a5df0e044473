import type { Cell } from './cell.js';

/** What a spreadsheet would take for a formula, and what a guarded text begins with. */
const FORMULA = /^'*[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;
const SPECIAL = /["\r\n,;\t]|^\s|\s$/;
const DELIMITERS = [',', ';', '\t'];
/** Cells of one record. */
const MAX_CELLS = 1000;

/** Tells programs that the file is UTF-8; some spreadsheets guess wrong without it. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A line of a CSV file (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A CSV file, batch by batch. */
export async function* csvFile(
  batches: AsyncIterable<readonly (readonly Cell[])[]>,
  byteOrderMark: boolean,
): AsyncGenerator<Uint8Array> {
  if (byteOrderMark) yield Buffer.from(BYTE_ORDER_MARK);
  for await (const rows of batches) yield Buffer.from(rows.map(csvLine).join(''));
}

/** A text as it was before {@link csvLine} guarded it. */
export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

/** A line that is no CSV; `line` counts records, the heading being the first. */
export class BrokenCsv extends Error {}

/**
 * Takes a CSV text apart, record by record. The heading says which of comma, semicolon and tab separates. Lines without
 * anything in them are passed over.
 */
export function* csvRecords(text: string): Generator<string[]> {
  const source = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const delimiter = delimiterOf(source);
  let record: string[] = [];
  let at = 0;
  while (at < source.length) {
    const cell = source[at] === '"' ? quotedCell(source, at, delimiter) : plainCell(source, at, delimiter);
    record.push(cell.text);
    if (record.length > MAX_CELLS) throw new BrokenCsv(`The file has more than ${MAX_CELLS} columns.`);
    at = cell.end;
    if (source[at] === delimiter) {
      at += 1;
      // A delimiter at the very end has an empty cell behind it.
      if (at === source.length) record.push('');
      continue;
    }
    at += source.startsWith('\r\n', at) ? 2 : 1;
    if (record.length > 1 || record[0] !== '') yield record;
    record = [];
  }
  if (record.length > 0) yield record;
}

function quotedCell(source: string, start: number, delimiter: string): { text: string; end: number } {
  let text = '';
  let at = start + 1;
  for (;;) {
    const quote = source.indexOf('"', at);
    if (quote < 0) throw new BrokenCsv('A quotation mark is never closed.');
    text += source.slice(at, quote);
    if (source[quote + 1] !== '"') {
      const next = source[quote + 1];
      if (next !== undefined && next !== delimiter && next !== '\r' && next !== '\n')
        throw new BrokenCsv('There is something between a closing quotation mark and the end of its cell.');
      return { text, end: quote + 1 };
    }
    text += '"';
    at = quote + 2;
  }
}

function plainCell(source: string, start: number, delimiter: string): { text: string; end: number } {
  let end = start;
  while (end < source.length && source[end] !== delimiter && source[end] !== '\n' && source[end] !== '\r') end += 1;
  return { text: source.slice(start, end), end };
}

function delimiterOf(source: string): string {
  const [heading = ''] = source.replace(/"(?:[^"]|"")*"/g, '').split(/[\r\n]/, 1);
  const count = (delimiter: string): number => heading.split(delimiter).length;
  return DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best));
}
