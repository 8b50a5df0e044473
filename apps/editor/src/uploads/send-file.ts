import { uploadDocument, uploadImage } from '../api';
import type { SendHooks } from './queue';
import type { Upload, UploadedRow } from './upload';

/** Sends one file in one request. */
export function sendFile(upload: Upload, { signal, onProgress }: SendHooks): Promise<UploadedRow> {
  if (!('file' in upload.source)) throw new Error('Only files can be sent.');
  const send = upload.kind === 'image' ? uploadImage : uploadDocument;
  return send({
    file: upload.source.file,
    signal,
    onProgress,
    ...(upload.collectionId ? { collectionId: upload.collectionId } : {}),
  });
}
