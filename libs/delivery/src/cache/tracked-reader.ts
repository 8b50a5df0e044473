import type { Row } from '../model/api-model.js';
import type { RowReader } from '../query/content-reader.js';
import type { Dependencies, Objects } from './dependencies.js';

/** How a statement is read, and what of its tables the answer depends on. */
export interface Reading {
  /** The same text will come again and again, so that preparing it pays; true unless told. */
  readonly repeats?: boolean;
  /** The rows it asks for, found or not; otherwise the answer depends on all its tables as a whole. */
  readonly of?: Objects;
  /** What it depends on was said already. */
  readonly isTracked?: boolean;
}

/** Reads rows for one answer, and notes what it depends on. */
export interface TrackedReader {
  rows(text: string, values: readonly unknown[], reading?: Reading): Promise<Row[]>;
}

/** Notes what is read. */
export function trackedReader(reader: RowReader, depends: Dependencies): TrackedReader {
  return {
    rows(text, values, { repeats = true, of, isTracked = false } = {}) {
      if (of) depends.onObjects(of.table, of.ids);
      else if (!isTracked) depends.onStatement(text);
      return reader.rows(text, values, repeats);
    },
  };
}
