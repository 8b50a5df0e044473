import { api, sendResumable } from '../api';
import type { SendHooks } from './queue';
import type { Upload, UploadedRow } from './upload';

/** Brings one file into the library: sent from this device, or fetched by the server. */
export async function sendFile(upload: Upload, hooks: SendHooks): Promise<UploadedRow> {
  const { source, kind, collectionId, resume } = upload;
  const library = api[kind === 'image' ? 'images' : 'documents'];
  if ('url' in source) return library.createFrom(source.url, collectionId, hooks.signal);
  const uploadId = await sendResumable({ file: source.file, resume, ...hooks });
  return library.create(uploadId, collectionId);
}
