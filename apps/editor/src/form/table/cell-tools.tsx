import { ActionIcon } from '@mantine/core';
import {
  IconAlignCenter,
  IconAlignLeft,
  IconAlignRight,
  IconArrowsSplit2,
  IconTableColumn,
  IconTableRow,
} from '@tabler/icons-react';
import type { FieldOptions } from '../contract';
import type { TableValue } from '../model/table';
import { alignCell, type Alignment, alignmentAt, areaAt, mergeCell, splitCell } from '../model/table-cells';
import css from './table.module.css';

interface CellToolsProps {
  table: TableValue;
  /** The cell somebody was in last. */
  at: { row: number; col: number };
  options: FieldOptions;
  set: (table: TableValue) => void;
}

const ALIGNMENTS = [
  ['htLeft', 'Align left', IconAlignLeft],
  ['htCenter', 'Centre', IconAlignCenter],
  ['htRight', 'Align right', IconAlignRight],
] as const;

/** What can be done with one cell: its alignment, and making it one with its neighbours. */
export function CellTools({ table, at: { row, col }, options, set }: CellToolsProps) {
  const now = alignmentAt(table, row, col) ?? 'htLeft';
  const area = areaAt(table, row, col);
  const right = mergeCell(table, row, col, 'col');
  const down = mergeCell(table, row, col, 'row');
  const merged = area !== null && area !== 'hidden';
  return (
    <div className={css.tools} role="toolbar" aria-label={`Row ${row + 1}, column ${col + 1}`}>
      {options.align !== false &&
        ALIGNMENTS.map(([alignment, label, Icon]) => (
          <Tool
            key={alignment}
            label={label}
            icon={<Icon size={16} aria-hidden />}
            pressed={now === alignment}
            onClick={() => set(alignCell(table, row, col, alignment satisfies Alignment))}
          />
        ))}
      {options.merge && (
        <>
          <Tool
            label="Join with the cell at the right"
            icon={<IconTableColumn size={16} aria-hidden />}
            disabled={!right}
            onClick={() => right && set(right)}
          />
          <Tool
            label="Join with the cell below"
            icon={<IconTableRow size={16} aria-hidden />}
            disabled={!down}
            onClick={() => down && set(down)}
          />
        </>
      )}
      {merged && (
        <Tool
          label="Part the joined cells"
          icon={<IconArrowsSplit2 size={16} aria-hidden />}
          onClick={() => set(splitCell(table, row, col))}
        />
      )}
    </div>
  );
}

interface ToolProps {
  label: string;
  icon: React.ReactNode;
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
}

function Tool({ label, icon, pressed, disabled = false, onClick }: ToolProps) {
  return (
    <ActionIcon
      size={28}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      data-on={pressed || undefined}
      disabled={disabled}
      // The cell keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {icon}
    </ActionIcon>
  );
}
