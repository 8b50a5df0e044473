import type { paths } from '@pipit/client';
import { request } from './client';
import type {
  CropRatio,
  DocumentFacets,
  DocumentRow,
  FileVersion,
  ImageFacets,
  ImageRow,
  ListOf,
  MediaQuery,
  UsagePart,
} from './types';

type EditImage = NonNullable<paths['/api/admin/v1/images/{id}']['patch']['requestBody']>['content']['application/json'];
type EditDocument = NonNullable<
  paths['/api/admin/v1/documents/{id}']['patch']['requestBody']
>['content']['application/json'];

/** What images and documents have in common. */
function mediaAt<Row, Edit>(base: '/images' | '/documents') {
  return {
    list: (query: MediaQuery, signal?: AbortSignal) =>
      request<ListOf<Row>>(base, { query: { ...query }, ...(signal ? { signal } : {}) }),
    get: (id: number) => request<Row>(`${base}/${id}`),
    save: (id: number, body: Edit) => request<Row>(`${base}/${id}`, { method: 'PATCH', body }),
    /** Into the trash; `force` where content uses it. */
    remove: (id: number, force = false) =>
      request<void>(`${base}/${id}`, { method: 'DELETE', ...(force ? { query: { force: true } } : {}) }),
    /** Makes a finished upload a part of the library. */
    create: (uploadId: string, collectionId: number | undefined) =>
      request<Row>(base, {
        method: 'POST',
        body: { uploadId, ...(collectionId ? { collectionId } : {}) },
        key: uploadId,
      }),
    /** The server fetches it. */
    createFrom: (url: string, collectionId: number | undefined, signal: AbortSignal) =>
      request<Row>(`${base}/from-url`, {
        method: 'POST',
        body: { url, ...(collectionId ? { collectionId } : {}) },
        signal,
      }),
    restore: (id: number) => request<Row>(`${base}/${id}/restore`, { method: 'POST', body: {} }),
    /** From the trash, for good. */
    purge: (id: number) => request<void>(`${base}/${id}`, { method: 'DELETE', query: { purge: true } }),
    usage: (id: number) => request<UsagePart>(`${base}/${id}/usage`),
    versions: (id: number) => request<{ items: FileVersion[] }>(`${base}/${id}/versions`),
    restoreVersion: (id: number, versionId: number, baseVersion: number) =>
      request<Row>(`${base}/${id}/versions/${versionId}/restore`, { method: 'POST', body: { baseVersion } }),
    removeVersion: (id: number, versionId: number) =>
      request<void>(`${base}/${id}/versions/${versionId}`, { method: 'DELETE' }),
  };
}

export const images = {
  ...mediaAt<ImageRow, EditImage>('/images'),
  /** The ratios the project declares. */
  cropRatios: () => request<{ items: CropRatio[] }>('/images/crops'),
  facets: (query: MediaQuery, signal?: AbortSignal) =>
    request<ImageFacets>('/images/facets', { query: { ...query }, ...(signal ? { signal } : {}) }),
};
export const documents = {
  ...mediaAt<DocumentRow, EditDocument>('/documents'),
  facets: (query: MediaQuery, signal?: AbortSignal) =>
    request<DocumentFacets>('/documents/facets', { query: { ...query }, ...(signal ? { signal } : {}) }),
};

export const tags = { list: (text: string) => request<{ items: string[] }>('/tags', { query: { q: text } }) };
