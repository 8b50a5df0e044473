import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { DocumentChooser, useDocument } from '../../choosers';
import { fileSize } from '../../parts/words';
import type { ControlProps } from '../control';
import { ChosenLine } from './chosen-line';

/** A document of the library. */
export function DocumentControl({ value, set, ...place }: ControlProps<number | null>) {
  return <DocumentChoice {...place} value={value ?? null} onChoose={set} />;
}

interface DocumentChoiceProps {
  value: number | null;
  onChoose: (document: number | null) => void;
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  readOnly: boolean;
}

/** The chosen document, or the way to choose one. */
export function DocumentChoice({ value, onChoose, id, labelId, describedBy, invalid, readOnly }: DocumentChoiceProps) {
  const { row } = useDocument(value);
  const [choosing, setChoosing] = useState(false);
  const chosen =
    value === null
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
        onClear={() => onChoose(null)}
      />
      {choosing && (
        <DocumentChooser
          selected={value}
          onClose={() => setChoosing(false)}
          onChoose={(document) => {
            onChoose(document.id);
            setChoosing(false);
          }}
        />
      )}
    </>
  );
}
