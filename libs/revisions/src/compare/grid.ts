import type { ContentNode, Grid, Json } from '@pipit/content-types';
import type { Difference, GridRowDifference } from './difference.js';
import { steps } from './sequence.js';
import { textRuns, type Run } from './words.js';

/** A value of the shape `grid` as words. */
export function gridOf(node: ContentNode, value: Json | undefined): Grid {
  return node.kind.grid?.(value ?? null, node.options) ?? { caption: '', rows: [] };
}

/** What differs between two tables: row by row, and inside changed ones cell by cell. */
export function gridDifference(before: Grid, after: Grid): Difference {
  const rows: GridRowDifference[] = [];
  let gone: (readonly string[])[] = [];
  const settle = (): void => {
    rows.push(...gone.map((row) => rowDifference('delete', row, [])));
    gone = [];
  };
  for (const { op, thing } of steps(before.rows, after.rows, (row) => JSON.stringify(row))) {
    const old = op === 'insert' ? gone.shift() : undefined;
    if (op === 'delete') gone.push(thing);
    else if (op === 'insert') rows.push(rowDifference(old ? 'change' : 'insert', old ?? [], thing));
    else {
      settle();
      rows.push(rowDifference('equal', thing, thing));
    }
  }
  settle();
  return { type: 'grid', caption: textRuns(before.caption, after.caption), rows };
}

function rowDifference(
  op: GridRowDifference['op'],
  before: readonly string[],
  after: readonly string[],
): GridRowDifference {
  const width = Math.max(before.length, after.length);
  const cells = Array.from({ length: width }, (_, at): Run[] => textRuns(before[at] ?? '', after[at] ?? ''));
  return { op, cells };
}
