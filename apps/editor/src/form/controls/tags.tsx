import { TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryKeys } from '../../api';
import type { ControlProps } from '../control';

/** Tags, completed from those in use. Where new ones may not be made, only known ones are taken. */
export function TagsControl({
  field,
  value,
  set,
  id,
  labelId,
  describedBy,
  invalid,
  readOnly,
}: ControlProps<string[] | null>) {
  const tags = Array.isArray(value) ? value : [];
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 150);
  const known =
    useQuery({
      queryKey: queryKeys.tags(search),
      queryFn: () => api.tags.list(search),
      placeholderData: keepPreviousData,
      staleTime: 30_000,
      enabled: !readOnly,
    }).data?.items ?? [];
  const freeform = field.options.freeform !== false;
  const [refused, setRefused] = useState<string | null>(null);
  const change = (next: string[]) => {
    const tidy = next
      .map((tag) => tag.trim())
      .filter(
        (tag, index, all) =>
          tag !== '' && all.findIndex((other) => other.toLowerCase() === tag.toLowerCase()) === index,
      );
    const unknown = freeform ? [] : tidy.filter((tag) => !tags.includes(tag) && !known.includes(tag));
    setRefused(unknown[0] ?? null);
    set(tidy.filter((tag) => !unknown.includes(tag)));
  };
  return (
    <TagsInput
      id={id}
      value={tags}
      onChange={change}
      searchValue={text}
      onSearchChange={setText}
      data={known}
      maxDropdownHeight={240}
      splitChars={[',']}
      acceptValueOnBlur={freeform}
      disabled={readOnly}
      clearable={false}
      error={invalid || (refused && <>There is no tag “{refused}”.</>)}
      placeholder={tags.length ? '' : freeform ? 'Type a tag and press Enter' : 'Type to find a tag'}
      aria-labelledby={labelId}
      aria-describedby={describedBy}
    />
  );
}
