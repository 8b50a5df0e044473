import { useQueryClient } from '@tanstack/react-query';
import { IconPuzzle } from '@tabler/icons-react';
import { useState } from 'react';
import { queryKeys, type RecordId, type RecordRow } from '../../api';
import { RecordChooser, RecordDialog, useCanWrite, useRecord } from '../../choosers';
import { StateMark } from '../../parts/marks';
import type { ControlProps } from '../control';
import { ChosenLine } from './chosen-line';

/** One snippet or row of a model: chosen, made or edited in place. */
export function RecordLinkControl({
  field,
  value,
  set,
  id,
  labelId,
  describedBy,
  invalid,
  readOnly,
}: ControlProps<RecordId | null>) {
  const type = field.options.model ?? field.options.type ?? '';
  const { row } = useRecord(type, value ?? null);
  const [open, setOpen] = useState<'chooser' | 'record' | null>(null);
  const client = useQueryClient();
  const canWrite = useCanWrite();
  const chosen =
    value === null || value === undefined
      ? null
      : row
        ? { title: row.title, ...draftMark(row) }
        : { title: row === null ? 'This no longer exists' : '…', gone: row === null };
  return (
    <>
      <ChosenLine
        id={id}
        labelId={labelId}
        describedBy={describedBy}
        icon={<IconPuzzle size={18} stroke={1.75} aria-hidden />}
        chosen={chosen}
        chooseLabel="Choose"
        readOnly={readOnly}
        invalid={invalid}
        onOpen={() => setOpen('chooser')}
        onClear={() => set(null)}
        onEdit={row && canWrite && row.can.edit ? () => setOpen('record') : undefined}
      />
      {open === 'chooser' && (
        <RecordChooser
          type={type}
          selected={value ? [value] : []}
          onClose={() => setOpen(null)}
          onChoose={(record) => {
            set(record.id);
            setOpen(null);
          }}
        />
      )}
      {open === 'record' && value !== null && (
        <RecordDialog
          type={type}
          id={value}
          onClose={() => setOpen(null)}
          onSaved={() => {
            setOpen(null);
            void client.invalidateQueries({ queryKey: queryKeys.records(type) });
          }}
        />
      )}
    </>
  );
}

/** What visitors do not see yet says so. */
function draftMark(row: RecordRow) {
  if (row.state === null || row.state === 'live') return {};
  return {
    mark: <StateMark state={row.state === 'draft' ? 'draft' : 'live-changed'} />,
    ...(row.state === 'draft' ? { meta: 'Draft, not shown to visitors yet' } : {}),
  };
}
