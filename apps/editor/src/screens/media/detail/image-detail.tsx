import { ActionIcon, Menu, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDots, IconDownload, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { api, queryKeys, type ImageRow } from '../../../api';
import { day } from '../../../parts/dates';
import { ProblemNote, SkeletonRows } from '../../../parts/states';
import { fileSize } from '../../../parts/words';
import { CropPreviews } from '../framing/crop-previews';
import { FocusField } from '../framing/focus-field';
import classes from './detail.module.css';
import { DetailFrame } from './detail-frame';
import { PlaceFields } from './place-fields';
import { RemoveItem } from './remove-item';
import { SaveFoot } from './save-foot';
import { TrashedNote } from './trashed-note';
import { useDetails } from './use-details';
import { UsedIn } from '../../used-in';

const valuesOf = ({ title, alt, tags, collectionId, focalPoint }: ImageRow) => ({
  title,
  alt,
  tags,
  collectionId,
  focalPoint,
});

function Details({ image, onClose }: { image: ImageRow; onClose: () => void }) {
  const [removing, setRemoving] = useState(false);
  const form = useDetails({
    row: image,
    valuesOf,
    save: (change) => api.images.save(image.id, change),
    queryKey: queryKeys.image(image.id),
    kind: 'images',
  });
  const { value, set, faults } = form;
  const menu = (
    <Menu>
      <Menu.Target>
        <ActionIcon size={26} aria-label="More" title="More">
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component="a"
          href={image.url}
          download={image.fileName}
          leftSection={<IconDownload size={16} stroke={1.75} />}
        >
          Download the original
        </Menu.Item>
        {!image.inTrash && (
          <Menu.Item data-danger onClick={() => setRemoving(true)} leftSection={<IconTrash size={16} stroke={1.75} />}>
            Move to trash
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <DetailFrame title={image.title || image.fileName} menu={menu} onClose={onClose}>
      {image.inTrash ? (
        <>
          <TrashedNote kind="images" row={image} onPurge={() => setRemoving(true)} onRestored={onClose} />
          <img className={classes.still} src={image.previewUrl ?? undefined} alt={image.alt} />
        </>
      ) : (
        <>
          <FocusField image={image} value={value.focalPoint} onChange={(focalPoint) => set({ focalPoint })}>
            <CropPreviews image={image} focus={value.focalPoint} />
          </FocusField>
          <form
            className={classes.fields}
            onSubmit={(event) => {
              event.preventDefault();
              form.save();
            }}
          >
            <Textarea
              label={
                <>
                  Alt text <span className={classes.optional}>used where a page gives none</span>
                </>
              }
              autosize
              minRows={2}
              value={value.alt}
              error={faults['alt']}
              onChange={(event) => set({ alt: event.currentTarget.value })}
            />
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
            <SaveFoot verb="Save image" {...form} onDiscard={form.discard} />
          </form>
        </>
      )}
      <dl className={classes.facts}>
        <div>
          <dt>File</dt>
          <dd className={classes.wrap}>{image.fileName}</dd>
        </div>
        <div>
          <dt>Size</dt>
          <dd>
            {image.width} × {image.height}, {fileSize(image.fileSize)}
          </dd>
        </div>
        <div>
          <dt>Uploaded</dt>
          <dd>
            {day(image.createdAt)}
            {image.uploadedBy ? ` by ${image.uploadedBy.name}` : ''}
          </dd>
        </div>
      </dl>
      <UsedIn queryKey={queryKeys.imageUsage(image.id)} load={() => api.images.usage(image.id)} />
      {removing && <RemoveItem kind="images" row={image} onClose={() => setRemoving(false)} onRemoved={onClose} />}
    </DetailFrame>
  );
}

/** One picture: focus, description, tags, where it is used. */
export function ImageDetail({ id, onClose }: { id: number; onClose: () => void }) {
  const image = useQuery({ queryKey: queryKeys.image(id), queryFn: () => api.images.get(id) });
  if (image.data) return <Details key={id} image={image.data} onClose={onClose} />;
  return (
    <DetailFrame title="Image" onClose={onClose}>
      {image.isError ? (
        <ProblemNote error={image.error} what="This image could not be loaded." onRetry={() => void image.refetch()} />
      ) : (
        <SkeletonRows rows={5} />
      )}
    </DetailFrame>
  );
}
