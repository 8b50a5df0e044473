import type { Schema } from '@pipit/client';
import { request } from './client';
import type { PagePrivacy, RestrictPage } from './plan-endpoints';
import type { Collection } from './types';

type CollectionPrivacy = Schema<'CollectionPrivacyDto'>;
type EditCollection = Schema<'EditCollectionDto'>;

/** The privacy of a collection, told as that of a page is. */
function asOfPages({ restrictions, ...rest }: CollectionPrivacy): PagePrivacy {
  return {
    ...rest,
    restrictions: restrictions.map(({ inheritedFrom, ...restriction }) => ({
      ...restriction,
      inheritedFrom: inheritedFrom && { id: inheritedFrom.id, title: inheritedFrom.name },
    })),
  };
}

const restrictTo = (id: number, body: RestrictPage | { kind: 'public' }): Promise<PagePrivacy> =>
  request<CollectionPrivacy>(`/collections/${id}/privacy`, { method: 'PUT', body }).then(asOfPages);

/** Where images and documents lie. */
export const collections = {
  list: () => request<{ items: Collection[] }>('/collections'),
  create: (body: { name: string; parentId: number }) => request<Collection>('/collections', { method: 'POST', body }),
  edit: (id: number, body: EditCollection) => request<Collection>(`/collections/${id}`, { method: 'PATCH', body }),
  remove: (id: number) => request<void>(`/collections/${id}`, { method: 'DELETE' }),
  privacy: (id: number) => request<CollectionPrivacy>(`/collections/${id}/privacy`).then(asOfPages),
  restrict: (id: number, body: RestrictPage) => restrictTo(id, body),
  open: (id: number) => restrictTo(id, { kind: 'public' }),
};
