/** Rows in files: CSV and XLSX. */
export type { Cell } from './cell.js';
export { BYTE_ORDER_MARK, BrokenCsv, csvLine, csvRecords, unguarded } from './csv.js';
export { MAX_ROWS, importTable, type ImportTable } from './import-table.js';
export { receiveFile, type ReceivedFile } from './receive-file.js';
export { TABLE_FORMATS, tableFile, type ExportedFile, type TableFormat, type TableRows } from './table-file.js';
export type { SheetCell } from './xlsx-reader.js';
export { xlsxFile } from './xlsx-writer.js';
