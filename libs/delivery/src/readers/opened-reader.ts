import { openedTo } from '@pipit/access';
import type { RowReader } from '../query/content-reader.js';

/**
 * Reads what readers see who pass these restrictions. All statements of an answer go through it, so that lists, counts,
 * searches and references follow one rule. They are nobody else's statements, so none is prepared.
 */
export function openedReader(reader: RowReader, passed: readonly number[]): RowReader {
  if (passed.length === 0) return reader;
  return { rows: (text, values) => reader.rows(openedTo(text, passed), values, false) };
}
