import type { Schema } from '@pipit/client';

export type FocalPoint = Schema<'FocalPointDto'>;
export type ImageRow = Schema<'ImageRow'>;
export type DocumentRow = Schema<'DocumentRow'>;
export type Collection = Schema<'CollectionRowDto'>;
/** Filters of images and documents, with ids as a list; the client writes them out. */
export interface MediaQuery {
  q?: string;
  collection?: number;
  ids?: number[];
  tag?: string;
  order?: 'created' | '-created' | 'title' | '-title';
  limit?: number;
  offset?: number;
}
