import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CreateCollection } from './actions/create-collection.js';
import { DeleteDocument } from './actions/delete-document.js';
import { DeleteImage } from './actions/delete-image.js';
import { EditDocument } from './actions/edit-document.js';
import { EditImage } from './actions/edit-image.js';
import { ImportDocument } from './actions/import-document.js';
import { ImportImage } from './actions/import-image.js';
import { UploadDocument } from './actions/upload-document.js';
import { UploadImage } from './actions/upload-image.js';
import { Collection } from './collection.entity.js';
import { CollectionAccess } from './collection-access.js';
import { Document } from './document.entity.js';
import { FileOwners } from './files/file-owners.js';
import { ImportedFiles } from './files/imported-files.js';
import { StoredFiles } from './files/stored-files.js';
import { Image } from './image.entity.js';
import { DEFAULT_MEDIA_OPTIONS, MEDIA_OPTIONS, type MediaOptions } from './media-options.js';
import './permissions.js';
import { Rendition } from './rendition.entity.js';
import { RenditionFiles } from './renditions/rendition-files.js';
import { Renditions } from './renditions/renditions.js';
import { MediaUsage } from './usage.js';

const ACTIONS: Provider[] = [
  UploadImage, EditImage, DeleteImage, ImportImage,
  UploadDocument, EditDocument, DeleteDocument, ImportDocument,
  CreateCollection,
];
const SERVICES: Provider[] = [CollectionAccess, FileOwners, ImportedFiles, MediaUsage, Renditions, RenditionFiles, StoredFiles];

/** Images, documents, collections and renditions. */
@Global()
@Module({})
export class MediaModule {
  static forRoot(options: Partial<MediaOptions> = {}): DynamicModule {
    return {
      module: MediaModule,
      imports: [TypeOrmModule.forFeature([Collection, Image, Document, Rendition])],
      providers: [{ provide: MEDIA_OPTIONS, useValue: { ...DEFAULT_MEDIA_OPTIONS, ...options } }, ...ACTIONS, ...SERVICES],
      exports: [...ACTIONS, ...SERVICES],
    };
  }
}
