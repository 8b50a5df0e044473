import { Button, Select, TagsInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconDownload, IconFile, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { api, queryKeys, type DocumentRow } from '../../api';
import { sameValue } from '../../editing/compare';
import { day } from '../../parts/dates';
import { describeProblem, ProblemNote, SkeletonRows } from '../../parts/states';
import { showNote } from '../../parts/undo';
import { fileSize } from '../../parts/words';
import { collectionOptions, useCollections } from '../../library/collection-data';
import classes from './detail.module.css';
import { DetailFrame } from './image-detail';
import { RemoveItem } from './remove-item';
import { UsedIn } from './used-in';

type Editable = Pick<DocumentRow, 'title' | 'tags' | 'collectionId'>;
const editableOf = ({ title, tags, collectionId }: DocumentRow): Editable => ({ title, tags, collectionId });

function Details({ item, onClose }: { item: DocumentRow; onClose: () => void }) {
  const queries = useQueryClient();
  const collections = useCollections().data?.items ?? [];
  const [value, setValue] = useState<Editable>(() => editableOf(item));
  const [removing, setRemoving] = useState(false);
  const tags = useQuery({ queryKey: queryKeys.tags(''), queryFn: () => api.tags.list('') });
  const saved = editableOf(item);
  const set = (change: Partial<Editable>): void => setValue((now) => ({ ...now, ...change }));
  const changed = (Object.keys(value) as (keyof Editable)[]).filter((key) => !sameValue(value[key], saved[key]));
  const refresh = (): void => {
    void queries.invalidateQueries({
      queryKey: queryKeys.documents,
      predicate: (query) => query.queryKey[1] === 'list',
    });
    void queries.invalidateQueries({ queryKey: queryKeys.collections });
  };
  const save = useMutation({
    mutationFn: () => api.documents.save(item.id, Object.fromEntries(changed.map((key) => [key, value[key]]))),
    onSuccess: (next) => {
      queries.setQueryData(queryKeys.document(item.id), next);
      setValue(editableOf(next));
      refresh();
      showNote('Saved.');
    },
  });
  return (
    <DetailFrame title={item.title || item.fileName} onClose={onClose}>
      <div className={classes.kind}>
        <IconFile size={40} stroke={1.25} aria-hidden />
      </div>
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextInput label="Title" value={value.title} onChange={(event) => set({ title: event.currentTarget.value })} />
        <TagsInput
          label="Tags"
          placeholder={value.tags.length ? undefined : 'Add a tag'}
          value={value.tags}
          onChange={(next) => set({ tags: next })}
          data={tags.data?.items ?? []}
        />
        {collections.length > 1 && (
          <Select
            label="Collection"
            allowDeselect={false}
            value={String(value.collectionId)}
            onChange={(id) => {
              if (id) set({ collectionId: Number(id) });
            }}
            data={collectionOptions(collections)}
          />
        )}
        {save.isError && (
          <p className={classes.problem} role="alert">
            {describeProblem(save.error)} Your words are still here.
          </p>
        )}
        {changed.length > 0 && (
          <div className={classes.actions}>
            <Button onClick={() => setValue(saved)}>Discard</Button>
            <Button type="submit" variant="filled" loading={save.isPending}>
              Save document
            </Button>
          </div>
        )}
      </form>
      <dl className={classes.facts}>
        <div>
          <dt>File</dt>
          <dd className={classes.wrap}>{item.fileName}</dd>
        </div>
        <div>
          <dt>Size</dt>
          <dd>{fileSize(item.fileSize)}</dd>
        </div>
        <div>
          <dt>Uploaded</dt>
          <dd>{day(item.createdAt)}</dd>
        </div>
      </dl>
      <div className={classes.axes} style={{ marginBottom: 18 }}>
        <Button
          size="xs"
          component="a"
          href={item.url}
          download={item.fileName}
          leftSection={<IconDownload size={16} stroke={1.75} />}
        >
          Download
        </Button>
        <Button
          size="xs"
          variant="subtle"
          data-danger
          onClick={() => setRemoving(true)}
          leftSection={<IconTrash size={16} stroke={1.75} />}
        >
          Delete
        </Button>
      </div>
      <UsedIn queryKey={queryKeys.documentUsage(item.id)} load={() => api.documents.usage(item.id)} />
      {removing && (
        <RemoveItem
          what="document"
          title={item.title}
          remove={() => api.documents.remove(item.id)}
          onClose={() => setRemoving(false)}
          onRemoved={() => {
            refresh();
            onClose();
          }}
        />
      )}
    </DetailFrame>
  );
}

/** One document: title, tags, where it is used. */
export function DocumentDetail({ id, onClose }: { id: number; onClose: () => void }) {
  const item = useQuery({ queryKey: queryKeys.document(id), queryFn: () => api.documents.get(id) });
  if (item.data) return <Details item={item.data} onClose={onClose} />;
  return (
    <DetailFrame title="Document" onClose={onClose}>
      {item.isError ? (
        <ProblemNote error={item.error} what="This document could not be loaded." onRetry={() => void item.refetch()} />
      ) : (
        <SkeletonRows rows={5} />
      )}
    </DetailFrame>
  );
}
