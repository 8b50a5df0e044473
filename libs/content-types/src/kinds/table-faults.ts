import { objectsIn, type JsonObject } from '../content/json.js';
import type { Fault } from './field-kind.js';

/** Words a cell's `className` may hold. They become classes of frontends' pages, where others could mean anything. */
const ALIGNMENTS = new Set(['htLeft', 'htCenter', 'htRight', 'htJustify', 'htTop', 'htMiddle', 'htBottom']);

/** Cells with classes that are no alignment. */
export function cellFaults(table: JsonObject): Fault[] {
  return objectsIn(table['cell']).flatMap((cell, index) => {
    const words = String(cell['className'] ?? '')
      .split(' ')
      .filter(Boolean);
    const stray = words.find((word) => !ALIGNMENTS.has(word));
    const message = `“${stray}” is no alignment of a cell.`;
    return stray === undefined ? [] : [{ path: ['cell', index, 'className'], code: 'alignment', message }];
  });
}

/** Merged cells that leave the table or overlap others. */
export function mergeFaults(table: JsonObject): Fault[] {
  const rows = Array.isArray(table['data']) ? table['data'] : [];
  const width = Math.max(0, ...rows.map((row) => (Array.isArray(row) ? row.length : 0)));
  const areas = objectsIn(table['mergeCells']).map(areaOf);
  return areas.flatMap((area, index) => {
    const path = ['mergeCells', index];
    if (area.bottom > rows.length || area.right > width) {
      return [{ path, code: 'merge', message: 'These merged cells lie outside of the table.' }];
    }
    const overlapped = areas.slice(0, index).some((other) => overlap(area, other));
    return overlapped ? [{ path, code: 'merge', message: 'These merged cells overlap others.' }] : [];
  });
}

interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function areaOf(merged: JsonObject): Area {
  const [top, left] = [Number(merged['row']), Number(merged['col'])];
  return { top, left, bottom: top + Number(merged['rowspan']), right: left + Number(merged['colspan']) };
}

function overlap(a: Area, b: Area): boolean {
  return a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;
}
