import type { Schema } from '@pipit/client';

export type FocalPoint = Schema<'FocalPointDto'>;
export type ImageRow = Schema<'ImageRow'>;
export type DocumentRow = Schema<'DocumentRow'>;
/** A file that an image or document had before. */
export type FileVersion = Schema<'FileVersionRow'>;
export type Collection = Schema<'CollectionRowDto'>;
/** Filters of images and documents, with ids as a list; the client writes them out. */
export interface MediaQuery {
  q?: string;
  collection?: number;
  ids?: number[];
  tag?: string;
  order?: 'created' | '-created' | 'title' | '-title';
  /** What lies in the trash instead. */
  trash?: boolean;
  limit?: number;
  offset?: number;
}
