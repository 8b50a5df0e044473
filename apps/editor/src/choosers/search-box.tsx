import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import css from './chooser.module.css';

/** The search of a chooser: first in the focus order, answers as one types. */
export function SearchBox({ label, onSearch }: { label: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState('');
  const search = useDebouncedCallback((next: string) => onSearch(next.trim()), 200);
  return (
    <label className={css.search}>
      <IconSearch size={18} stroke={1.75} aria-hidden />
      <input
        type="search"
        value={text}
        aria-label={label}
        placeholder={label}
        data-autofocus
        autoComplete="off"
        onChange={(event) => {
          setText(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
    </label>
  );
}
