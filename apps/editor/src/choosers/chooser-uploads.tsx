import type { Upload } from '../uploads/upload';
import { UploadLine } from '../uploads/upload-line';
import css from './chooser.module.css';

/** What is on its way into this chooser. */
export function ChooserUploads({ uploads }: { uploads: readonly Upload[] }) {
  if (uploads.length === 0) return null;
  return (
    <ul className={css.uploads} aria-label="Uploads">
      {uploads.map((upload) => (
        <UploadLine key={upload.key} upload={upload} linked={false} />
      ))}
    </ul>
  );
}
