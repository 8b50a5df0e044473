import type { Fields, Iso, PersonRef } from './common-types.ts';

export interface FocalPoint {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface ImageRow {
  id: number;
  uuid: string;
  title: string;
  alt: string;
  width: number;
  height: number;
  fileSize: number;
  mimeType: string;
  fileName: string;
  url: string;
  thumbnailUrl: string;
  previewUrl: string;
  focalPoint: FocalPoint | null;
  tags: string[];
  collectionId: number;
  createdAt: Iso;
  uploadedBy: PersonRef | null;
}
export interface DocumentRow {
  id: number;
  uuid: string;
  title: string;
  fileName: string;
  fileSize: number;
  mimeType: string;
  url: string;
  tags: string[];
  collectionId: number;
  createdAt: Iso;
}
export interface MediaQuery {
  q?: string;
  collection?: number;
  ids?: number[];
  tag?: string;
  order?: '-created' | 'title';
  limit?: number;
  offset?: number;
}
export interface Collection {
  id: number;
  name: string;
  parentId: number | null;
  depth: number;
  imageCount: number;
  documentCount: number;
}

export interface SnippetRow {
  id: number;
  uuid: string;
  title: string;
  updatedAt: Iso | null;
  can: { edit: boolean; delete: boolean };
}
export interface SnippetDetail {
  id: number;
  uuid: string;
  title: string;
  fields: Fields;
  version: number;
}
