import { isUtf8 } from 'node:buffer';
import { invalid } from '@pipit/kernel';
import { BrokenCsv, csvRecords, unguarded } from './csv.js';
import { BrokenSpreadsheet, sheetRows, type SheetCell } from './xlsx-reader.js';

/** Rows of one file, the heading not counted. */
export const MAX_ROWS = 10_000;

/** A file taken apart. */
export interface ImportTable {
  readonly format: 'csv' | 'xlsx';
  readonly heading: readonly string[];
  /** Rows with the number a spreadsheet shows beside them. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly SheetCell[] }[];
}

/** Reads a CSV or XLSX file, whichever it is by its first bytes. */
export function importTable(file: Uint8Array): ImportTable {
  const isArchive = file[0] === 0x50 && file[1] === 0x4b;
  const records = isArchive ? fromSheet(file) : fromCsv(file);
  const [heading, ...rows] = records;
  if (!heading || heading.every(({ text }) => text.trim() === '')) throw refused('The file is empty.');
  return {
    format: isArchive ? 'xlsx' : 'csv',
    heading: heading.map(({ text }) => text.trim()),
    rows: rows
      .map((cells, index) => ({ number: index + 2, cells }))
      .filter(({ cells }) => cells.some(({ text, isFormula }) => text !== '' || isFormula)),
  };
}

function fromSheet(file: Uint8Array): SheetCell[][] {
  try {
    return sheetRows(file, MAX_ROWS + 1);
  } catch (error) {
    throw error instanceof BrokenSpreadsheet ? refused(error.message) : error;
  }
}

function fromCsv(file: Uint8Array): SheetCell[][] {
  const rows: SheetCell[][] = [];
  try {
    for (const record of csvRecords(decoded(file))) {
      if (rows.length > MAX_ROWS) throw new BrokenCsv(`The file has more than ${MAX_ROWS} rows.`);
      rows.push(record.map((text) => ({ text: unguarded(text), isFormula: false })));
    }
  } catch (error) {
    throw error instanceof BrokenCsv ? refused(error.message) : error;
  }
  return rows;
}

function decoded(file: Uint8Array): string {
  if (!isUtf8(file)) throw refused('The file is not written in UTF-8. Save it as “CSV UTF-8” or as XLSX.');
  const text = new TextDecoder('utf-8').decode(file);
  if (text.includes('\0')) throw refused('The file is neither CSV nor a spreadsheet (XLSX).');
  return text;
}

function refused(message: string) {
  return invalid(message, [{ path: '/file', code: 'unreadable', message }]);
}
