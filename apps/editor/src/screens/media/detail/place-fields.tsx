import { Select, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, queryKeys } from '../../../api';
import { collectionOptions, useCollections } from '../../../library/collection-data';

interface PlaceFieldsProps {
  tags: string[];
  collectionId: number;
  onTags: (tags: string[]) => void;
  onCollection: (id: number) => void;
}

/** Where something is kept and found: tags and collection. */
export function PlaceFields({ tags, collectionId, onTags, onCollection }: PlaceFieldsProps) {
  const known = useQuery({ queryKey: queryKeys.tags(''), queryFn: () => api.tags.list('') });
  const collections = useCollections().data?.items ?? [];
  return (
    <>
      <TagsInput
        label="Tags"
        placeholder={tags.length ? undefined : 'Add a tag'}
        value={tags}
        onChange={onTags}
        data={known.data?.items ?? []}
      />
      {collections.length > 1 && (
        <Select
          label="Collection"
          allowDeselect={false}
          value={String(collectionId)}
          onChange={(id) => {
            if (id) onCollection(Number(id));
          }}
          data={collectionOptions(collections)}
        />
      )}
    </>
  );
}
