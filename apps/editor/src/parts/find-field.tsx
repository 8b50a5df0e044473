import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import list from './list-screen.module.css';

/** Milliseconds after the last key. */
const patience = 220;

interface FindFieldProps {
  label: string;
  /** What stands in it while it is empty: the label unless told. */
  placeholder?: string;
  value: string;
  /** With what was typed, without spaces around it. */
  onFind: (words: string) => void;
}

/** The field that narrows a list to what has these words; it tells them when no key was pressed for a moment. */
export function FindField({ label, placeholder = label, value, onFind }: FindFieldProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const tell = useDebouncedCallback((words: string) => onFind(words.trim()), patience);
  return (
    <TextInput
      className={list.find!}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      value={text}
      data-ghost
      leftSection={<IconSearch size={15} stroke={1.75} />}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        tell(currentTarget.value);
      }}
    />
  );
}
