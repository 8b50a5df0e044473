import type { ContentType, ListColumn } from '../../api';
import { day, moment } from '../../parts/dates';
import classes from './records-table.module.css';

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ');
  const { label, title, name } = value as Record<string, unknown>;
  return textOf(label ?? title ?? name ?? '');
};

export const isEmptyCell = (value: unknown): boolean => value === null || value === undefined || value === '';

/** The words of one cell, by the kind of its column. */
export function wordsOfCell(column: ListColumn, value: unknown, type: Pick<ContentType, 'fields'>): string {
  if (isEmptyCell(value)) return '';
  const choices = type.fields.find((field) => field.name === column.name)?.options.choices ?? [];
  const labelOf = (one: unknown): string => choices.find((choice) => choice.value === one)?.label ?? textOf(one);
  switch (column.kind) {
    case 'boolean':
      return value ? 'Yes' : 'No';
    case 'date':
      return day(String(value));
    case 'datetime':
      return moment(String(value));
    case 'choice':
    case 'multipleChoice':
      return Array.isArray(value) ? value.map(labelOf).join(', ') : labelOf(value);
    case 'integer':
    case 'float':
      return typeof value === 'number' ? value.toLocaleString('en-GB') : String(value);
    default:
      return textOf(value);
  }
}

const numeric = new Set(['integer', 'float', 'decimal']);
export const isNumeric = (column: ListColumn): boolean => numeric.has(column.kind);

/** What a row shows in one column. */
export function RecordCell({
  column,
  value,
  type,
}: {
  column: ListColumn;
  value: unknown;
  type: Pick<ContentType, 'fields'>;
}) {
  const words = wordsOfCell(column, value, type);
  if (!words) return <span className={classes.nothing}>–</span>;
  if (column.kind === 'colour')
    return (
      <span className={classes.colour}>
        <i style={{ background: words }} aria-hidden />
        {words}
      </span>
    );
  return (
    <span className={isNumeric(column) ? 'num cut' : 'cut'} title={words.length > 24 ? words : undefined}>
      {words}
    </span>
  );
}
