import { useState } from 'react';
import { api, type DocumentRow, queryKeys } from '../api';
import { drawDocument } from '../library/draw';
import { DocumentFacets } from '../library/document-facets';
import { DropZone } from '../library/drop-zone';
import { narrowed, type Narrowing } from '../library/narrowing';
import { UploadButton } from '../uploads/upload-button';
import { usePaste } from '../uploads/use-paste';
import css from './chooser.module.css';
import { ChooserDialog } from './chooser-dialog';
import { ChooserUploads } from './chooser-uploads';
import { CollectionSelect } from './collection-filter';
import { MediaGallery } from './media-gallery';
import { SearchBox } from './search-box';
import { useChooserUploads } from './use-chooser-uploads';

interface DocumentChooserProps {
  selected: number | null;
  onChoose: (document: DocumentRow) => void;
  onClose: () => void;
}

/** Chooses a document: search, collections, or one uploaded on the spot. */
export function DocumentChooser({ selected, onChoose, onClose }: DocumentChooserProps) {
  const [text, setText] = useState('');
  const [collection, setCollection] = useState<number | null>(null);
  const [narrowing, setNarrowing] = useState<Narrowing>({});
  const query = {
    ...narrowing,
    ...(text ? { q: text } : {}),
    ...(collection === null ? {} : { collection }),
    order: '-created' as const,
  };
  const { uploads, addFiles, addAddress } = useChooserUploads('document', collection, (document, { alone }) => {
    if (alone) onChoose(document);
  });
  usePaste(addFiles);
  return (
    <ChooserDialog title="Choose a document" size={720} onClose={onClose}>
      <div className={css.bar}>
        <SearchBox label="Search documents" onSearch={setText} />
        <CollectionSelect chosen={collection} onChoose={setCollection} className={css.select} />
        <UploadButton variant="default" onFiles={addFiles} onAddress={addAddress} />
      </div>
      <div className={css.facets}>
        <DocumentFacets query={query} onChange={(change) => setNarrowing((now) => narrowed(now, change))} />
      </div>
      <ChooserUploads uploads={uploads} />
      <DropZone className={css.fill} hint="Drop to upload" onFiles={addFiles}>
        <MediaGallery
          label="Documents"
          shape="list"
          queryKey={queryKeys.documentList(query)}
          list={(offset, limit, signal) => api.documents.list({ ...query, offset, limit }, signal)}
          draw={drawDocument}
          selected={selected}
          empty={
            text || Object.keys(narrowing).length > 0
              ? 'No document fits.'
              : 'No documents here yet. Upload one, or drop it here.'
          }
          onChoose={onChoose}
        />
      </DropZone>
    </ChooserDialog>
  );
}
