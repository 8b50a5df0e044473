import { Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { api, queryKeys, type DocumentRow } from '../../../api';
import { day } from '../../../parts/dates';
import { ProblemNote, SkeletonRows } from '../../../parts/states';
import { fileSize, playingTime } from '../../../parts/words';
import classes from './detail.module.css';
import { CaptionsField } from './captions-field';
import { DetailFrame } from './detail-frame';
import { DetailMenu } from './detail-menu';
import { FileVersions } from './file-versions';
import { PlaceFields } from './place-fields';
import { Player } from './player';
import { PosterField } from './poster-field';
import { RemoveItem } from './remove-item';
import { SaveFoot } from './save-foot';
import { TrashedNote } from './trashed-note';
import { useDetails } from './use-details';
import { UsedIn } from '../../used-in';

const valuesOf = (item: DocumentRow) => ({
  title: item.title,
  description: item.description,
  language: item.language,
  posterId: item.posterId,
  captions: item.captions,
  tags: item.tags,
  collectionId: item.collectionId,
});

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
  const plays = item.mediaKind !== 'document';
  return (
    <DetailFrame
      title={item.title || item.fileName}
      menu={<DetailMenu row={item} onRemove={() => setRemoving(true)} />}
      onClose={onClose}
    >
      {item.inTrash && (
        <TrashedNote kind="documents" row={item} onPurge={() => setRemoving(true)} onRestored={onClose} />
      )}
      {plays ? (
        <Player item={item} />
      ) : (
        <div className={classes.kind}>
          <IconFile size={40} stroke={1.25} aria-hidden />
        </div>
      )}
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
          <Textarea
            label="Description"
            autosize
            minRows={2}
            maxRows={8}
            value={value.description}
            error={faults['description']}
            onChange={(event) => set({ description: event.currentTarget.value })}
          />
          <TextInput
            label="Language"
            placeholder="en, de, pt-BR"
            value={value.language}
            error={faults['language']}
            onChange={(event) => set({ language: event.currentTarget.value.trim() })}
          />
          {plays && (
            <>
              <PosterField value={value.posterId} onChange={(posterId) => set({ posterId })} />
              <CaptionsField
                value={value.captions}
                error={faults['captions']}
                onChange={(captions) => set({ captions })}
              />
            </>
          )}
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
          <dd>
            {[
              fileSize(item.fileSize),
              item.width && item.height ? `${item.width} × ${item.height}` : '',
              item.duration ? playingTime(item.duration) : '',
            ]
              .filter(Boolean)
              .join(', ')}
          </dd>
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
