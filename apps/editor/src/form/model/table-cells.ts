import type { TableValue } from './table';

/** What is said of a single cell: words such as `htCenter`. */
export interface CellStyle {
  row: number;
  col: number;
  className?: string;
  [other: string]: unknown;
}
/** Cells that are one. */
export interface MergedCells {
  row: number;
  col: number;
  rowspan: number;
  colspan: number;
  [other: string]: unknown;
}

export type Axis = 'row' | 'col';
const SPAN = { row: 'rowspan', col: 'colspan' } as const;

export const stylesIn = (table: TableValue): CellStyle[] => listOf<CellStyle>(table.cell);
export const mergesIn = (table: TableValue): MergedCells[] => listOf<MergedCells>(table.mergeCells);

/** What lies on cells goes with them when a line is put in before `at`; merged cells around it grow. */
export function insertLine(table: TableValue, axis: Axis, at: number): TableValue {
  const moved = (index: number) => (index >= at ? index + 1 : index);
  return withCells(
    table,
    stylesIn(table).map((cell) => ({ ...cell, [axis]: moved(cell[axis]) })),
    mergesIn(table).map((area) => {
      const grows = area[axis] < at && at < area[axis] + area[SPAN[axis]];
      return { ...area, [axis]: moved(area[axis]), [SPAN[axis]]: area[SPAN[axis]] + (grows ? 1 : 0) };
    }),
  );
}

/** What lies on a removed line goes; merged cells across it shrink, and one cell alone is none. */
export function removeLine(table: TableValue, axis: Axis, at: number): TableValue {
  const moved = (index: number) => (index > at ? index - 1 : index);
  return withCells(
    table,
    stylesIn(table)
      .filter((cell) => cell[axis] !== at)
      .map((cell) => ({ ...cell, [axis]: moved(cell[axis]) })),
    mergesIn(table)
      .map((area) => {
        const crossed = area[axis] <= at && at < area[axis] + area[SPAN[axis]];
        return { ...area, [axis]: moved(area[axis]), [SPAN[axis]]: area[SPAN[axis]] - (crossed ? 1 : 0) };
      })
      .filter((area) => area.rowspan > 0 && area.colspan > 0 && area.rowspan * area.colspan > 1),
  );
}

/** What lies on cells follows a moved line. Merged cells which the move would tear apart become single ones. */
export function moveLine(table: TableValue, axis: Axis, from: number, to: number): TableValue {
  const moved = (index: number) =>
    index === from ? to : from < index && index <= to ? index - 1 : to <= index && index < from ? index + 1 : index;
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return withCells(
    table,
    stylesIn(table).map((cell) => ({ ...cell, [axis]: moved(cell[axis]) })),
    mergesIn(table)
      .filter((area) => area[SPAN[axis]] === 1 || area[axis] > high || area[axis] + area[SPAN[axis]] <= low)
      .map((area) => ({ ...area, [axis]: moved(area[axis]) })),
  );
}

export type Alignment = 'htLeft' | 'htCenter' | 'htRight';
const ALIGNMENTS = ['htLeft', 'htCenter', 'htRight', 'htJustify'];

export function alignmentAt(table: TableValue, row: number, col: number): string | null {
  const words =
    stylesIn(table)
      .find((cell) => cell.row === row && cell.col === col)
      ?.className?.split(' ') ?? [];
  return words.find((word) => ALIGNMENTS.includes(word)) ?? null;
}

/** Aligns a cell; other words about it stay. */
export function alignCell(table: TableValue, row: number, col: number, alignment: Alignment): TableValue {
  const styles = stylesIn(table);
  const before = styles.find((cell) => cell.row === row && cell.col === col);
  const others = (before?.className ?? '').split(' ').filter((word) => word !== '' && !ALIGNMENTS.includes(word));
  const className = [...(alignment === 'htLeft' ? [] : [alignment]), ...others].join(' ');
  const rest = styles.filter((cell) => cell !== before);
  return withCells(table, className ? [...rest, { ...before, row, col, className }] : rest, mergesIn(table));
}

/** The area a cell begins, or `hidden` when another covers it. */
export function areaAt(table: TableValue, row: number, col: number): MergedCells | 'hidden' | null {
  for (const area of mergesIn(table)) {
    if (area.row === row && area.col === col) return area;
    const inside = row >= area.row && row < area.row + area.rowspan && col >= area.col && col < area.col + area.colspan;
    if (inside) return 'hidden';
  }
  return null;
}

/** Makes a cell one with its neighbour at the right or below; `null` where that can't be. Their words are joined. */
export function mergeCell(table: TableValue, row: number, col: number, towards: Axis): TableValue | null {
  const found = areaAt(table, row, col);
  if (found === 'hidden') return null;
  const area = found ?? { row, col, rowspan: 1, colspan: 1 };
  const next = { ...area, [SPAN[towards]]: area[SPAN[towards]] + 1 };
  const inside =
    next.row + next.rowspan <= table.data.length && next.col + next.colspan <= (table.data[0]?.length ?? 0);
  const others = mergesIn(table).filter((other) => other !== found);
  if (!inside || others.some((other) => overlap(next, other))) return null;
  const words: string[] = [];
  const data = table.data.map((cells, r) =>
    cells.map((cell, c) => {
      const covered = r >= next.row && r < next.row + next.rowspan && c >= next.col && c < next.col + next.colspan;
      if (covered && cell.trim() !== '') words.push(cell);
      return covered ? '' : cell;
    }),
  );
  data[row]![col] = words.join(' ');
  return withCells({ ...table, data }, stylesIn(table), [...others, next]);
}

/** Makes merged cells single ones again. */
export function splitCell(table: TableValue, row: number, col: number): TableValue {
  const merges = mergesIn(table).filter((area) => area.row !== row || area.col !== col);
  return withCells(table, stylesIn(table), merges);
}

function overlap(a: MergedCells, b: MergedCells): boolean {
  return (
    a.row < b.row + b.rowspan && b.row < a.row + a.rowspan && a.col < b.col + b.colspan && b.col < a.col + a.colspan
  );
}

/** Keys which a table never had are not added while there is nothing to say. */
function withCells(table: TableValue, cell: CellStyle[], mergeCells: MergedCells[]): TableValue {
  return {
    ...table,
    ...(cell.length || 'cell' in table ? { cell } : {}),
    ...(mergeCells.length || 'mergeCells' in table ? { mergeCells } : {}),
  };
}

function listOf<T>(value: unknown): T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}
