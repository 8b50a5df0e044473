import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { DocumentChooser, useDocument } from '../../choosers';
import { fileSize } from '../../parts/words';
import type { ControlProps } from '../control';
import { ChosenLine } from './chosen-line';

/** A document of the library. */
export function DocumentControl({
  value,
  set,
  id,
  labelId,
  describedBy,
  invalid,
  readOnly,
}: ControlProps<number | null>) {
  const { row } = useDocument(value ?? null);
  const [choosing, setChoosing] = useState(false);
  const chosen =
    value === null || value === undefined
      ? null
      : row
        ? { title: row.title, meta: `${row.fileName}, ${fileSize(row.fileSize)}` }
        : { title: row === null ? 'This document no longer exists' : 'Document', gone: row === null };
  return (
    <>
      <ChosenLine
        id={id}
        labelId={labelId}
        describedBy={describedBy}
        icon={<IconFileText size={18} stroke={1.75} aria-hidden />}
        chosen={chosen}
        chooseLabel="Choose a document"
        readOnly={readOnly}
        invalid={invalid}
        onOpen={() => setChoosing(true)}
        onClear={() => set(null)}
      />
      {choosing && (
        <DocumentChooser
          selected={value ?? null}
          onClose={() => setChoosing(false)}
          onChoose={(document) => {
            set(document.id);
            setChoosing(false);
          }}
        />
      )}
    </>
  );
}
