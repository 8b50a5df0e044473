import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { DocumentChooser, useDocument } from '../../../choosers';
import type { Caption } from '../../../api';
import classes from './detail.module.css';

interface CaptionsFieldProps {
  value: readonly Caption[];
  error: string | undefined;
  onChange: (captions: Caption[]) => void;
}

/** The words of a film or a recording, in any number of languages: WebVTT or SubRip files of the library. */
export function CaptionsField({ value, error, onChange }: CaptionsFieldProps) {
  const [choosing, setChoosing] = useState(false);
  const put = (index: number, change: Partial<Caption>): void =>
    onChange(value.map((caption, at) => (at === index ? { ...caption, ...change } : caption)));
  return (
    <div role="group" aria-label="Captions">
      <h3 className={classes.label}>Captions</h3>
      <ul className={classes.captions}>
        {value.map((caption, index) => (
          <CaptionLine
            key={caption.documentId}
            caption={caption}
            onChange={(change) => put(index, change)}
            onRemove={() => onChange(value.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      {error && (
        <p className={classes.problem} role="alert">
          {error}
        </p>
      )}
      <Button
        size="xs"
        leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
        onClick={() => setChoosing(true)}
      >
        Add captions
      </Button>
      {choosing && (
        <DocumentChooser
          selected={null}
          onClose={() => setChoosing(false)}
          onChoose={({ id, title, language }) => {
            setChoosing(false);
            if (value.some(({ documentId }) => documentId === id)) return;
            onChange([...value, { documentId: id, language: language || 'en', label: title }]);
          }}
        />
      )}
    </div>
  );
}

interface CaptionLineProps {
  caption: Caption;
  onChange: (change: Partial<Caption>) => void;
  onRemove: () => void;
}

function CaptionLine({ caption, onChange, onRemove }: CaptionLineProps) {
  const { row } = useDocument(caption.documentId);
  return (
    <li>
      <TextInput
        aria-label="Name of the captions"
        value={caption.label}
        onChange={({ currentTarget: { value: label } }) => onChange({ label })}
      />
      <TextInput
        aria-label="Language, as in en or pt-BR"
        value={caption.language}
        onChange={({ currentTarget: { value: language } }) => onChange({ language })}
      />
      <ActionIcon size={26} aria-label={`Remove ${caption.label}`} title="Remove" onClick={onRemove}>
        <IconX size={16} stroke={1.75} />
      </ActionIcon>
      <small className="cut">{row === null ? 'This file no longer exists.' : (row?.fileName ?? '')}</small>
    </li>
  );
}
