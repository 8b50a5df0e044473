import { isJsonObject, type Json, type JsonObject } from '@pipit/content-types';
import { isStoredItem } from './values.js';

/** Changes one value. `seed` is a stable text of its place, from which new ids are derived. */
export type ValueChange = (value: Json, seed: string) => Json;

/** The parts of a dotted path; none for `''`, the value itself. */
export function partsOf(path: string): string[] {
  return path === '' ? [] : path.split('.');
}

/**
 * Applies a change to every value at a path. A part names blocks of that type in a stream, a member of a struct, a
 * column type of a table, or, as `item`, everything in a list and every child row. What was not changed is the same object afterwards.
 */
export function changeAt(value: Json, parts: readonly string[], change: ValueChange, seed = ''): Json {
  const [head, ...rest] = parts;
  if (head === undefined) return change(value, seed);
  if (Array.isArray(value)) return changeItems(value, head, rest, change, seed);
  if (!isJsonObject(value)) return value;
  if (isTable(value)) return changeCells(value, head, rest, change, seed);
  const member = value[head];
  if (member === undefined) return value;
  const changed = changeAt(member, rest, change, `${seed}/${head}`);
  return changed === member ? value : { ...value, [head]: changed };
}

function changeItems(
  items: readonly Json[],
  head: string,
  rest: readonly string[],
  change: ValueChange,
  seed: string,
): Json {
  const changed = items.map((item, index) => {
    const place = isJsonObject(item) && typeof item['id'] === 'string' ? item['id'] : `${seed}/${index}`;
    if (isStoredItem(item)) {
      if (item.type !== head) return item;
      const value = changeAt(item.value, rest, change, place);
      return value === item.value ? item : { ...item, value };
    }
    return head === 'item' ? changeAt(item, rest, change, place) : item;
  });
  return changed.some((item, index) => item !== items[index]) ? changed : (items as Json[]);
}

interface StoredTable extends JsonObject {
  columns: Json[];
  rows: Json[];
}

/** A table whose columns have kinds. */
export function isTable(value: JsonObject): value is StoredTable {
  return Array.isArray(value['columns']) && Array.isArray(value['rows']);
}

function changeCells(
  table: StoredTable,
  head: string,
  rest: readonly string[],
  change: ValueChange,
  seed: string,
): Json {
  const isMeant = table.columns.map((column) => isJsonObject(column) && column['type'] === head);
  const rows = table.rows.map((row, y) => {
    if (!isJsonObject(row) || !Array.isArray(row['values'])) return row;
    const cells = row['values'];
    const values = cells.map((cell, x) => (isMeant[x] ? changeAt(cell, rest, change, `${seed}/${y}/${x}`) : cell));
    return values.some((cell, x) => cell !== cells[x]) ? { ...row, values } : row;
  });
  return rows.some((row, index) => row !== table.rows[index]) ? { ...table, rows } : table;
}
