import type { Schema } from '@pipit/client';

export type FocalPoint = Schema<'FocalPointDto'>;
export type ImageRow = Schema<'ImageRow'>;
export type DocumentRow = Schema<'DocumentRow'>;
export type Collection = Schema<'CollectionRowDto'>;
/** What a type's rows are known by: a number, or for some models text. */
export type RecordId = number | string;
export type RecordRow = Schema<'RecordRowDto'>;
export type RecordDetail = Schema<'RecordDetailDto'>;
/** Snippets have numbers for ids, while other records may have text. */
export type SnippetRow = Schema<'RecordRowDto'> & { id: number };
export type SnippetDetail = Schema<'RecordDetailDto'> & { id: number };

/** Filters of images and documents, with ids as a list; the client writes them out. */
export interface MediaQuery {
  q?: string;
  collection?: number;
  ids?: number[];
  tag?: string;
  order?: '-created' | 'title';
  limit?: number;
  offset?: number;
}
