import { Readable } from 'node:stream';
import type { Cell } from './cell.js';
import { csvFile } from './csv.js';
import { xlsxFile } from './xlsx-writer.js';

/** Formats tables can be had in. */
export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** A file while it is being written. */
export interface ExportedFile {
  readonly stream: Readable;
  readonly fileName: string;
  readonly mimeType: string;
}

/** Batches of rows, the heading first. */
export type TableRows = AsyncGenerator<readonly (readonly Cell[])[]>;

/** Whoever stops taking the file for so long gives the database connection back. */
const STALLED_MS = 60_000;

const MIME_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A table as a file named after it and today, written while it is fetched. */
export function tableFile(
  name: string,
  rows: TableRows,
  {
    format,
    byteOrderMark = false,
  }: { readonly format: TableFormat; /** CSV only. */ readonly byteOrderMark?: boolean },
): ExportedFile {
  const written = format === 'csv' ? csvFile(rows, byteOrderMark) : xlsxFile(rows);
  const fileName = `${name.replace(/[^\w.-]+/g, '-')}-${new Date().toISOString().slice(0, 10)}.${format}`;
  return { stream: unlessStalled(written), fileName, mimeType: MIME_TYPES[format] };
}

/** A stream that ends by itself when nobody takes from it: it holds a connection to the database. */
function unlessStalled(chunks: AsyncGenerator<Uint8Array>): Readable {
  let timer: NodeJS.Timeout | undefined;
  const guarded = async function* (): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of chunks) {
        timer = setTimeout(() => stream.destroy(new Error('Nobody took the file any more.')), STALLED_MS);
        timer.unref();
        yield chunk;
        clearTimeout(timer);
      }
    } finally {
      clearTimeout(timer);
    }
  };
  const stream = Readable.from(guarded(), { objectMode: false });
  return stream;
}
