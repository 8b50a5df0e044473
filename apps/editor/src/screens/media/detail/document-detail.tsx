import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { api, queryKeys, type DocumentRow } from '../../../api';
import { day } from '../../../parts/dates';
import { ProblemNote, SkeletonRows } from '../../../parts/states';
import { fileSize } from '../../../parts/words';
import classes from './detail.module.css';
import { DetailFrame } from './detail-frame';
import { DetailMenu } from './detail-menu';
import { FileVersions } from './file-versions';
import { PlaceFields } from './place-fields';
import { RemoveItem } from './remove-item';
import { SaveFoot } from './save-foot';
import { TrashedNote } from './trashed-note';
import { useDetails } from './use-details';
import { UsedIn } from '../../used-in';

const valuesOf = ({ title, tags, collectionId }: DocumentRow) => ({ title, tags, collectionId });

function Details({ item, onClose }: { item: DocumentRow; onClose: () => void }) {
  const [removing, setRemoving] = useState(false);
  const form = useDetails({
    row: item,
    valuesOf,
    save: (change) => api.documents.save(item.id, change),
    queryKey: queryKeys.document(item.id),
    kind: 'documents',
  });
  const { value, set, faults } = form;
  return (
    <DetailFrame
      title={item.title || item.fileName}
      menu={<DetailMenu row={item} onRemove={() => setRemoving(true)} />}
      onClose={onClose}
    >
      {item.inTrash && (
        <TrashedNote kind="documents" row={item} onPurge={() => setRemoving(true)} onRestored={onClose} />
      )}
      <div className={classes.kind}>
        <IconFile size={40} stroke={1.25} aria-hidden />
      </div>
      {!item.inTrash && (
        <form
          className={classes.fields}
          onSubmit={(event) => {
            event.preventDefault();
            form.save();
          }}
        >
          <TextInput
            label="Title"
            value={value.title}
            error={faults['title']}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
          <PlaceFields
            tags={value.tags}
            collectionId={value.collectionId}
            onTags={(tags) => set({ tags })}
            onCollection={(collectionId) => set({ collectionId })}
          />
          <SaveFoot verb="Save document" {...form} onDiscard={form.discard} />
        </form>
      )}
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
      {!item.inTrash && <FileVersions what="document" row={item} />}
      <UsedIn queryKey={queryKeys.documentUsage(item.id)} load={() => api.documents.usage(item.id)} />
      {removing && <RemoveItem kind="documents" row={item} onClose={() => setRemoving(false)} onRemoved={onClose} />}
    </DetailFrame>
  );
}

/** One document: title, tags, its files, where it is used. */
export function DocumentDetail({ id, onClose }: { id: number; onClose: () => void }) {
  const item = useQuery({ queryKey: queryKeys.document(id), queryFn: () => api.documents.get(id) });
  if (item.data) return <Details key={id} item={item.data} onClose={onClose} />;
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
