import { Checkbox, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, queryKeys } from '../../../api';
import { collectionOptions, useCollections } from '../../../library/collection-data';
import { dayOf, endOfDay } from '../detail/rights';
import { wishing, type EditWishes } from './edit-wishes';
import classes from './edit-fields.module.css';

interface EditFieldsProps {
  noun: 'image' | 'document';
  wishes: EditWishes;
  onChange: (wishes: EditWishes) => void;
}

/** What can be changed on many things at once: only what is ticked changes. */
export function EditFields({ noun, wishes, onChange }: EditFieldsProps) {
  const tags = useQuery({ queryKey: queryKeys.tags(''), queryFn: () => api.tags.list('') });
  const collections = useCollections().data?.items ?? [];
  const known = tags.data?.items ?? [];
  const put = <Name extends keyof EditWishes>(name: Name, value: EditWishes[Name] | undefined): void =>
    onChange(wishing(wishes, name, value));
  const ticked = (name: 'credit' | 'rights' | 'rightsExpireAt', label: string, field: ReactNode) => (
    <div className={classes.ticked}>
      <Checkbox
        size="sm"
        radius={4}
        label={label}
        checked={wishes[name] !== undefined}
        onChange={({ currentTarget: { checked } }) =>
          put(name, checked ? (name === 'rightsExpireAt' ? null : '') : undefined)
        }
      />
      {wishes[name] !== undefined && field}
    </div>
  );
  return (
    <div className={classes.fields}>
      <Select
        label="Collection"
        placeholder="Each stays where it is"
        clearable
        value={wishes.collectionId ? String(wishes.collectionId) : null}
        data={collectionOptions(collections)}
        onChange={(id) => put('collectionId', id ? Number(id) : undefined)}
      />
      <TagsInput
        label="Add tags"
        placeholder={wishes.addTags?.length ? undefined : 'None'}
        value={wishes.addTags ?? []}
        data={known}
        openOnFocus={false}
        onChange={(next) => put('addTags', next)}
      />
      <TagsInput
        label="Remove tags"
        placeholder={wishes.removeTags?.length ? undefined : 'None'}
        value={wishes.removeTags ?? []}
        data={known}
        openOnFocus={false}
        onChange={(next) => put('removeTags', next)}
      />
      {noun === 'image' && (
        <>
          {ticked(
            'credit',
            'Set the credit',
            <TextInput
              aria-label="Credit"
              value={wishes.credit ?? ''}
              onChange={({ currentTarget: { value } }) => put('credit', value)}
            />,
          )}
          {ticked(
            'rights',
            'Set the rights',
            <Textarea
              aria-label="Rights"
              autosize
              minRows={1}
              maxRows={5}
              value={wishes.rights ?? ''}
              onChange={({ currentTarget: { value } }) => put('rights', value)}
            />,
          )}
          {ticked(
            'rightsExpireAt',
            'Set when rights end',
            <DatePickerInput
              aria-label="Rights end"
              placeholder="No end"
              clearable
              valueFormat="D MMM YYYY"
              popoverProps={{ withinPortal: true, zIndex: 500 }}
              value={wishes.rightsExpireAt ? dayOf(wishes.rightsExpireAt) : null}
              onChange={(date) => put('rightsExpireAt', date ? endOfDay(date) : null)}
            />,
          )}
        </>
      )}
    </div>
  );
}
