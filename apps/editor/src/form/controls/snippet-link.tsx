import { IconPuzzle } from '@tabler/icons-react';
import { useState } from 'react';
import { SnippetChooser, useSnippet } from '../../choosers';
import type { ControlProps } from '../control';
import { ChosenLine } from './chosen-line';

/** One snippet of a type. */
export function SnippetLinkControl({
  field,
  value,
  set,
  id,
  labelId,
  describedBy,
  invalid,
  readOnly,
}: ControlProps<number | null>) {
  const type = field.options.type ?? '';
  const { row } = useSnippet(type, value ?? null);
  const [choosing, setChoosing] = useState(false);
  const chosen =
    value === null || value === undefined
      ? null
      : row
        ? { title: row.title }
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
        onOpen={() => setChoosing(true)}
        onClear={() => set(null)}
      />
      {choosing && (
        <SnippetChooser
          type={type}
          selected={value ? [value] : []}
          onClose={() => setChoosing(false)}
          onChoose={(snippet) => {
            set(snippet.id);
            setChoosing(false);
          }}
        />
      )}
    </>
  );
}
