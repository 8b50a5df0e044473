import { useQueryClient } from '@tanstack/react-query';
import { IconFileText } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { api, type DocumentRow, queryKeys, uploadDocument } from '../api';
import { fileSize } from '../parts/words';
import css from './chooser.module.css';
import { ChooserDialog } from './chooser-dialog';
import { ChooserList } from './chooser-list';
import { CollectionSelect } from './collection-filter';
import { SearchBox } from './search-box';
import { DropArea, UploadButton, UploadPanel } from './upload-panel';
import { usePieces } from './use-pieces';
import { useUpload } from './use-upload';

interface DocumentChooserProps {
  selected: number | null;
  onChoose: (document: DocumentRow) => void;
  onClose: () => void;
}

/** Chooses a document: search, collections, or one uploaded on the spot. */
export function DocumentChooser({ selected, onChoose, onClose }: DocumentChooserProps) {
  const [text, setText] = useState('');
  const [collection, setCollection] = useState<number | null>(null);
  const client = useQueryClient();
  const query = {
    ...(text ? { q: text } : {}),
    ...(collection === null ? {} : { collection }),
    order: '-created' as const,
  };
  const pieces = usePieces<DocumentRow>(queryKeys.documentList(query), (offset, limit, signal) =>
    api.documents.list({ ...query, offset, limit }, signal),
  );
  const done = useCallback(
    (document: DocumentRow) => {
      void client.invalidateQueries({ queryKey: queryKeys.documents });
      onChoose(document);
    },
    [client, onChoose],
  );
  const { upload, start, dismiss } = useUpload(uploadDocument, done);
  const take = (file: File) => void start(file, collection);
  return (
    <ChooserDialog title="Choose a document" size={720} onClose={onClose}>
      <div className={css.bar}>
        <SearchBox label="Search documents" onSearch={setText} />
        <CollectionSelect chosen={collection} onChoose={setCollection} className={css.select} />
        <UploadButton busy={upload !== null && upload.failure === null} onFile={take} />
      </div>
      <UploadPanel upload={upload} onDismiss={dismiss} />
      <DropArea className={css.fill} hint="Drop to upload" onFile={take}>
        <ChooserList
          label="Documents"
          pieces={pieces}
          onChoose={onChoose}
          selected={selected === null ? [] : [selected]}
          empty={text ? 'No document has these words.' : 'No documents here yet. Upload one, or drop it here.'}
          draw={(document) => ({
            id: document.id,
            title: document.title,
            meta: `${document.fileName}, ${fileSize(document.fileSize)}`,
            mark: <IconFileText size={18} stroke={1.75} aria-hidden />,
          })}
        />
      </DropArea>
    </ChooserDialog>
  );
}
