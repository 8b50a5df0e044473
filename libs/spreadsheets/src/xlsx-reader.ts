import { Unzip, UnzipInflate } from 'fflate';
import { Parser } from 'htmlparser2';
import { dateFormats, momentOf } from './xlsx-dates.js';

/** A file that is no spreadsheet, or one that is meant to do harm. */
export class BrokenSpreadsheet extends Error {}

/** A cell of a sheet: its text, and whether a formula made it. */
export interface SheetCell {
  readonly text: string;
  readonly isFormula: boolean;
}

/** Bytes of all parts together, unpacked: an archive of a few kilobytes can hold gigabytes of nothing. */
const MAX_UNPACKED = 100 * 1024 * 1024;
const MAX_PARTS = 1000;
const PUSHED_AT_ONCE = 16 * 1024;
const MAX_COLUMNS = 1000;

/** Reads the first sheet of an XLSX file: rows of cells, the heading first. Formulas are noticed, never computed. */
export function sheetRows(file: Uint8Array, maxRows: number): SheetCell[][] {
  const parts = unpacked(file);
  const workbook = parts.get('xl/workbook.xml');
  if (workbook === undefined) throw new BrokenSpreadsheet('The file is no spreadsheet.');
  const sheet = parts.get(firstSheet(workbook, parts.get('xl/_rels/workbook.xml.rels') ?? ''));
  if (sheet === undefined) throw new BrokenSpreadsheet('The spreadsheet has no sheet.');
  const texts = sharedTexts(parts.get('xl/sharedStrings.xml') ?? '');
  const dates = dateFormats(parts.get('xl/styles.xml') ?? '');
  const since1904 = /<workbookPr[^>]*date1904="(1|true)"/.test(workbook);
  return rowsOf(sheet, { texts, dates, since1904 }, maxRows);
}

function unpacked(file: Uint8Array): Map<string, string> {
  const parts = new Map<string, string>();
  let size = 0;
  let failure: Error | null = null;
  const unzip = new Unzip((part) => {
    if (
      !/^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/.test(
        part.name,
      )
    )
      return;
    if (parts.size >= MAX_PARTS) throw new BrokenSpreadsheet('The spreadsheet has too many parts.');
    const decoder = new TextDecoder();
    const pieces: string[] = [];
    parts.set(part.name, '');
    part.ondata = (error, data, final) => {
      failure ??= error;
      if (error) return;
      size += data.length;
      if (size > MAX_UNPACKED) throw new BrokenSpreadsheet('The spreadsheet is too large when unpacked.');
      pieces.push(decoder.decode(data, { stream: !final }));
      if (final) parts.set(part.name, pieces.join(''));
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < file.length; at += PUSHED_AT_ONCE) {
      unzip.push(file.subarray(at, at + PUSHED_AT_ONCE), at + PUSHED_AT_ONCE >= file.length);
      if (failure) throw failure;
    }
  } catch (error) {
    throw error instanceof BrokenSpreadsheet ? error : new BrokenSpreadsheet('The file is no spreadsheet, or damaged.');
  }
  return parts;
}

/** The part that holds the first sheet. */
function firstSheet(workbook: string, relations: string): string {
  let id: string | undefined;
  read(workbook, { open: (name, attributes) => void (name === 'sheet' ? (id ??= attributes['r:id']) : undefined) });
  let target = 'worksheets/sheet1.xml';
  read(relations, {
    open: (name, { Id, Target }) =>
      void (name === 'Relationship' && Id === id && Target ? (target = Target) : undefined),
  });
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function sharedTexts(xml: string): string[] {
  const texts: string[] = [];
  let inside: string[] = [];
  read(xml, {
    open: (name) => {
      inside.push(name);
      if (name === 'si') texts.push('');
    },
    // The reading of a character (`rPh`) is no part of the text.
    text: (text) =>
      void (inside.at(-1) === 't' && !inside.includes('rPh') ? (texts[texts.length - 1] += text) : undefined),
    close: () => void (inside = inside.slice(0, -1)),
  });
  return texts.map(unescaped);
}

interface Sheet {
  readonly texts: readonly string[];
  /** Styles that show numbers as dates. */
  readonly dates: ReadonlySet<number>;
  readonly since1904: boolean;
}

function rowsOf(xml: string, sheet: Sheet, maxRows: number): SheetCell[][] {
  const rows: SheetCell[][] = [];
  let row: SheetCell[] = [];
  let cell: { column: number; type: string; style: number; value: string; isFormula: boolean } | null = null;
  let element = '';
  read(xml, {
    open: (name, attributes) => {
      element = name;
      if (name === 'row') {
        if (rows.length >= maxRows) throw new BrokenSpreadsheet(`The sheet has more than ${maxRows - 1} rows.`);
        row = [];
      }
      if (name === 'f' && cell) cell.isFormula = true;
      if (name !== 'c') return;
      const column = attributes['r'] ? columnOf(attributes['r']) : row.length;
      if (column >= MAX_COLUMNS) throw new BrokenSpreadsheet(`The sheet has more than ${MAX_COLUMNS} columns.`);
      const { t = 'n', s = '0' } = attributes;
      cell = { column, type: t, style: Number(s), value: '', isFormula: false };
    },
    text: (text) => {
      if (cell && (element === 'v' || element === 't')) cell.value += text;
    },
    close: (name) => {
      element = '';
      if (name === 'row') rows.push(row);
      if (name !== 'c' || !cell) return;
      while (row.length < cell.column) row.push({ text: '', isFormula: false });
      row[cell.column] = { text: textOf(cell, sheet), isFormula: cell.isFormula };
      cell = null;
    },
  });
  return rows;
}

function textOf({ type, style, value }: { type: string; style: number; value: string }, sheet: Sheet): string {
  if (type === 's') return sheet.texts[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type !== 'n') return unescaped(value);
  return sheet.dates.has(style) && value !== '' ? momentOf(Number(value), sheet.since1904) : value;
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

interface Reading {
  readonly open?: (name: string, attributes: Record<string, string>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Reads XML without looking at prefixes, entities of its own or anything outside the file. */
function read(xml: string, { open, text, close }: Reading): void {
  const bare = (name: string): string => name.replace(/^x:/, '');
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(bare(name), attributes),
      ontext: (data) => text?.(data),
      onclosetag: (name) => close?.(bare(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
}
