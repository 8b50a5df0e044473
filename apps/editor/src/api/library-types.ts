import type { Schema, paths } from '@pipit/client';

export type FocalPoint = Schema<'FocalPointDto'>;
export type ImageRow = Schema<'ImageRow'>;
/** Parts of an image people chose, by the name of a ratio. */
export type Crops = ImageRow['crops'];
export type CropRatio = Schema<'CropRatioDto'>;
export type FacetCount = Schema<'FacetCountDto'>;
export type ImageFacets = Schema<'ImageFacetsDto'>;
export type DocumentFacets = Schema<'DocumentFacetsDto'>;
/** A text track of a film or a recording. */
export type Caption = Schema<'CaptionDto'>;
export type DocumentRow = Schema<'DocumentRow'>;
/** A file that an image or document had before. */
export type FileVersion = Schema<'FileVersionRow'>;
export type Collection = Schema<'CollectionRowDto'>;

type ImageQuery = NonNullable<paths['/api/admin/v1/images']['get']['parameters']['query']>;
/** The server's filters of images, with ids as a list; documents know those that fit them. */
export interface MediaQuery extends Omit<ImageQuery, 'ids'> {
  mediaKind?: DocumentRow['mediaKind'];
  ids?: number[];
}
