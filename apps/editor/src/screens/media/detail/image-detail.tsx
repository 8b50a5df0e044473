import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryKeys, type Crops, type ImageRow } from '../../../api';
import { ProblemNote, SkeletonRows } from '../../../parts/states';
import { UsedIn } from '../../used-in';
import { CropPreviews } from '../framing/crop-previews';
import { FocusField } from '../framing/focus-field';
import classes from './detail.module.css';
import { DetailFrame } from './detail-frame';
import { DetailMenu } from './detail-menu';
import { FileVersions } from './file-versions';
import { ImageFacts } from './image-facts';
import { ImageFields } from './image-fields';
import { PlaceFields } from './place-fields';
import { RemoveItem } from './remove-item';
import { RightsFields } from './rights-fields';
import { SaveFoot } from './save-foot';
import { TrashedNote } from './trashed-note';
import { useDetails } from './use-details';

const valuesOf = (image: ImageRow) => ({
  title: image.title,
  alt: image.alt,
  decorative: image.decorative,
  description: image.description,
  credit: image.credit,
  rights: image.rights,
  rightsExpireAt: image.rightsExpireAt,
  tags: image.tags,
  collectionId: image.collectionId,
  focalPoint: image.focalPoint,
  crops: image.crops,
});

/** The server sets the crops that are named and takes away those that are null. */
const cropsChange = (before: Crops, now: Crops): Record<string, Crops[string] | null> => ({
  ...Object.fromEntries(Object.keys(before).map((name) => [name, null])),
  ...now,
});

function Details({ image, onClose }: { image: ImageRow; onClose: () => void }) {
  const [removing, setRemoving] = useState(false);
  const form = useDetails({
    row: image,
    valuesOf,
    save: ({ crops, ...change }) =>
      api.images.save(image.id, { ...change, ...(crops ? { crops: cropsChange(image.crops, crops) } : {}) }),
    queryKey: queryKeys.image(image.id),
    kind: 'images',
  });
  const { value, set, faults } = form;
  return (
    <DetailFrame
      title={image.title || image.fileName}
      menu={<DetailMenu row={image} onRemove={() => setRemoving(true)} />}
      onClose={onClose}
    >
      {image.inTrash ? (
        <>
          <TrashedNote kind="images" row={image} onPurge={() => setRemoving(true)} onRestored={onClose} />
          {image.placeholder && (
            <img
              className={classes.still}
              src={image.placeholder}
              alt={image.alt}
              style={{ aspectRatio: `${image.width} / ${image.height}` }}
            />
          )}
        </>
      ) : (
        <>
          <FocusField image={image} value={value.focalPoint} onChange={(focalPoint) => set({ focalPoint })}>
            <CropPreviews
              image={image}
              focus={value.focalPoint}
              crops={value.crops}
              onChange={(crops) => set({ crops })}
            />
          </FocusField>
          <form
            className={classes.fields}
            onSubmit={(event) => {
              event.preventDefault();
              form.save();
            }}
          >
            <ImageFields value={value} faults={faults} set={set} />
            <RightsFields value={value} faults={faults} set={set} />
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
      <ImageFacts image={image} />
      {!image.inTrash && <FileVersions what="image" row={image} accept="image/*" />}
      <UsedIn queryKey={queryKeys.imageUsage(image.id)} load={() => api.images.usage(image.id)} />
      {removing && <RemoveItem kind="images" row={image} onClose={() => setRemoving(false)} onRemoved={onClose} />}
    </DetailFrame>
  );
}

/** One picture: focus and crops, words, rights, files, where it is used. */
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
