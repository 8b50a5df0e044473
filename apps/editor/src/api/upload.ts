import { currentAccessToken, refreshSession, resourceUrl } from './client';
import { ApiProblem, offlineProblem } from './problem';
import type { DocumentRow, ImageRow, ProblemBody } from './types';

export interface UploadOptions {
  file: File;
  collectionId?: number;
  /** What one saw before giving something another file. */
  baseVersion?: number;
  onProgress?: (sent: number, total: number) => void;
  signal?: AbortSignal;
}

function formOf(options: UploadOptions): FormData {
  const form = new FormData();
  // Fields come before the file, so that the server knows them when the file's stream starts.
  if (options.collectionId) form.set('collectionId', String(options.collectionId));
  if (options.baseVersion) form.set('baseVersion', String(options.baseVersion));
  form.set('file', options.file);
  return form;
}

function attempt<T>(path: string, options: UploadOptions): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', resourceUrl(path));
    const token = currentAccessToken();
    if (token) xhr.setRequestHeader('authorization', `Bearer ${token}`);
    xhr.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded, event.total);
    };
    xhr.onload = () => {
      let body: unknown = null;
      try {
        body = JSON.parse(xhr.responseText);
      } catch {
        // An answer without JSON is described by its status.
      }
      if (xhr.status >= 200 && xhr.status < 300) resolve(body as T);
      else reject(new ApiProblem({ ...((body ?? {}) as Partial<ProblemBody>), status: xhr.status }));
    };
    xhr.onerror = () => reject(offlineProblem());
    xhr.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    options.signal?.addEventListener('abort', () => xhr.abort(), { once: true });
    xhr.send(formOf(options));
  });
}

async function upload<T>(path: string, options: UploadOptions): Promise<T> {
  try {
    return await attempt<T>(path, options);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
    await refreshSession();
    return attempt<T>(path, options);
  }
}

/** Uploads a picture with progress. */
export const uploadImage = (options: UploadOptions): Promise<ImageRow> => upload('/images', options);
/** Gives an image another file; the one it has is kept. */
export const replaceImageFile = (id: number, options: UploadOptions): Promise<ImageRow> =>
  upload(`/images/${id}/file`, options);
/** The same for a document. */
export const replaceDocumentFile = (id: number, options: UploadOptions): Promise<DocumentRow> =>
  upload(`/documents/${id}/file`, options);
/** Uploads a document with progress. */
export const uploadDocument = (options: UploadOptions): Promise<DocumentRow> => upload('/documents', options);
