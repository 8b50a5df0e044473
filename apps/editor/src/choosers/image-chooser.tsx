import { useState } from 'react';
import { api, type ImageRow, queryKeys } from '../api';
import { drawImage } from '../library/draw';
import { DropZone } from '../library/drop-zone';
import { ImageFacets } from '../library/image-facets';
import { narrowed, type Narrowing } from '../library/narrowing';
import { UploadButton } from '../uploads/upload-button';
import { usePaste } from '../uploads/use-paste';
import css from './chooser.module.css';
import { ChooserDialog } from './chooser-dialog';
import { ChooserUploads } from './chooser-uploads';
import { CollectionFilter, CollectionSelect } from './collection-filter';
import { MediaGallery } from './media-gallery';
import { PickingFoot } from './picking';
import { SearchBox } from './search-box';
import { useChooserUploads } from './use-chooser-uploads';
import { useChosenRows } from './use-chosen-rows';

interface ImageChooserProps {
  selected: number | null;
  onChoose: (image: ImageRow) => void;
  /** Several are picked and taken together. */
  onChooseMany?: (images: readonly ImageRow[]) => void;
  onClose: () => void;
}

/** Chooses a picture: search, collections, facets, or one uploaded on the spot. */
export function ImageChooser({ selected, onChoose, onChooseMany, onClose }: ImageChooserProps) {
  const several = useChosenRows<ImageRow>();
  const [text, setText] = useState('');
  const [collection, setCollection] = useState<number | null>(null);
  const [narrowing, setNarrowing] = useState<Narrowing>({});
  const query = {
    ...narrowing,
    ...(text ? { q: text } : {}),
    ...(collection === null ? {} : { collection }),
    order: '-created' as const,
  };
  const { uploads, addFiles, addAddress } = useChooserUploads('image', collection, (image, { alone }) => {
    if (onChooseMany) several.add(image);
    else if (alone) onChoose(image);
  });
  usePaste(addFiles);
  const searched = text !== '' || Object.keys(narrowing).length > 0;
  return (
    <ChooserDialog title={onChooseMany ? 'Choose images' : 'Choose an image'} size={1000} onClose={onClose}>
      <div className={css.bar}>
        <SearchBox label="Search images" onSearch={setText} />
        <CollectionSelect chosen={collection} onChoose={setCollection} className={`${css.select} ${css.narrowOnly}`} />
        <UploadButton accept="image/*" variant="default" onFiles={addFiles} onAddress={addAddress} />
      </div>
      <div className={css.facets}>
        <ImageFacets query={query} onChange={(change) => setNarrowing((now) => narrowed(now, change))} />
      </div>
      <ChooserUploads uploads={uploads} />
      <DropZone className={css.split} hint="Drop to upload" onFiles={addFiles}>
        <CollectionFilter chosen={collection} onChoose={setCollection} count={(one) => one.imageCount} />
        <MediaGallery
          label="Images"
          shape="grid"
          queryKey={queryKeys.imageList(query)}
          list={(offset, limit, signal) => api.images.list({ ...query, offset, limit }, signal)}
          draw={drawImage}
          selected={selected}
          empty={searched ? 'No image fits.' : 'No images here yet. Upload one, or drop it here.'}
          onChoose={onChoose}
          several={onChooseMany ? several : undefined}
        />
      </DropZone>
      {onChooseMany && <PickingFoot picking={several} what="image" onTake={onChooseMany} />}
    </ChooserDialog>
  );
}
