import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ACTIONS } from './actions/actions.js';
import { Collection } from './collection.entity.js';
import { CollectionAccess } from './collection-access.js';
import { Document } from './document.entity.js';
import { FACETS } from './facets/slice.js';
import { FileOwners } from './files/file-owners.js';
import { ImportedFiles } from './files/imported-files.js';
import { StoredFiles } from './files/stored-files.js';
import { CONTROLLERS, HTTP_PROVIDERS } from './http/controllers.js';
import { Image } from './image.entity.js';
import { DEFAULT_MEDIA_OPTIONS, MEDIA_OPTIONS, type MediaOptions } from './media-options.js';
import './permissions.js';
import { BULK } from './bulk/slice.js';
import { COLLECTIONS } from './collections/slice.js';
import { EMBEDS } from './embeds/slice.js';
import { ENGINE } from './engine/slice.js';
import { DOCUMENTS } from './documents/slice.js';
import { IMAGES } from './images/slice.js';
import { FindDocuments } from './queries/find-documents.js';
import { FindImages } from './queries/find-images.js';
import { ListCollections } from './queries/list-collections.js';
import { FileReaders } from './http/file-readers.js';
import { PublicFiles } from './queries/public-files.js';
import { PRESETS } from './presets/slice.js';
import { RENDITIONS } from './renditions/slice.js';
import { READING } from './reading/slice.js';
import type { Slice } from './slice.js';
import { STORAGE } from './storage/slice.js';
import { TRASH } from './trash/slice.js';
import { UPLOADS } from './uploads/slice.js';
import { VERSIONS } from './versions/slice.js';
import { SmallPictures } from './files/small-pictures.js';
import { MediaTitles } from './media-titles.js';
import { MediaSearchSources } from './media-search-sources.js';

const QUERIES: Type[] = [FindImages, FindDocuments, ListCollections, PublicFiles, FileReaders];
const SERVICES: Type[] = [
  CollectionAccess,
  FileOwners,
  ImportedFiles,
  MediaSearchSources,
  MediaTitles,
  SmallPictures,
  StoredFiles,
];

/** Folders that stand by themselves; a new one is a line here. */
// prettier-ignore
const slices: readonly Slice[] = [
  BULK,
  COLLECTIONS,
  DOCUMENTS,
  EMBEDS,
  ENGINE,
  FACETS,
  IMAGES,
  PRESETS,
  RENDITIONS,
  READING,
  STORAGE,
  TRASH,
  UPLOADS,
  VERSIONS,
];
const providers = [...ACTIONS, ...QUERIES, ...SERVICES, ...slices.flatMap((slice) => slice.providers)];
const entities = [Collection, Image, Document, ...slices.flatMap((slice) => slice.entities ?? [])];
const controllers = [...slices.flatMap((slice) => slice.controllers ?? []), ...CONTROLLERS];

/** Images, documents, collections and renditions. */
@Global()
@Module({})
export class MediaModule {
  static forRoot(options: Partial<MediaOptions> = {}): DynamicModule {
    const all: MediaOptions = { ...DEFAULT_MEDIA_OPTIONS, ...options };
    return {
      module: MediaModule,
      imports: [TypeOrmModule.forFeature(entities)],
      controllers,
      providers: [{ provide: MEDIA_OPTIONS, useValue: all }, ...providers, ...HTTP_PROVIDERS],
      exports: [MEDIA_OPTIONS, ...providers],
    };
  }
}
