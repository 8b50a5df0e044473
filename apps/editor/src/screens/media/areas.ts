import type { QueryKey } from '@tanstack/react-query';
import { api, queryKeys, type DocumentRow, type ImageRow, type ListOf, type MediaQuery } from '../../api';
import type { ComponentType } from 'react';
import { DocumentFacets } from '../../library/document-facets';
import { ImageFacets } from '../../library/image-facets';
import type { FacetsProps } from '../../library/narrowing';
import { drawDocument, drawImage } from '../../library/draw';
import type { LibraryItem } from '../../library/library-item';
import type { UploadKind } from '../../uploads/upload';

/** One half of the library: images, or documents. */
export interface Area<Row> {
  kind: UploadKind;
  path: '/media' | '/documents';
  all: string;
  /** What files the device offers. */
  accept?: string;
  key: (query: MediaQuery) => QueryKey;
  list: (query: MediaQuery, signal: AbortSignal) => Promise<ListOf<Row>>;
  draw: (row: Row) => LibraryItem;
  /** What the list can be narrowed by. */
  Facets: ComponentType<FacetsProps>;
}

export const imageArea: Area<ImageRow> = {
  kind: 'image',
  path: '/media',
  all: 'All images',
  accept: 'image/*,.heic,.heif,.avif',
  key: queryKeys.imageList,
  list: api.images.list,
  draw: drawImage,
  Facets: ImageFacets,
};

export const documentArea: Area<DocumentRow> = {
  kind: 'document',
  path: '/documents',
  all: 'All documents',
  key: queryKeys.documentList,
  list: api.documents.list,
  draw: drawDocument,
  Facets: DocumentFacets,
};
