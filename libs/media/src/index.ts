/** Images, documents, collections, renditions, and the field kinds for them. */
export { CreateCollection, type CreateCollectionInput } from './actions/create-collection.js';
export {
  DeleteDocument,
  DeleteDocumentVersion,
  PurgeDocument,
  RestoreDocument,
  RestoreDocumentVersion,
} from './documents/document-actions.js';
export { ReplaceDocumentFile } from './documents/replace-document-file.js';
export {
  DeleteImage,
  DeleteImageVersion,
  PurgeImage,
  RestoreImage,
  RestoreImageVersion,
} from './images/image-actions.js';
export { MediaTrash, type PurgedMedia } from './trash/media-trash.js';
export type { DeleteMediaInput } from './trash/delete-media.js';
export { MediaMigration, type MigrationProgress } from './storage/media-migration.js';
export { MediaSweep, type Swept, type SweepWish } from './storage/media-sweep.js';
export { MediaVerification, type FileFault, type VerifyWish } from './storage/media-verification.js';
export { StoredFile } from './storage/stored-file.entity.js';
export { PendingUpload } from './uploads/pending-upload.entity.js';
export { Uploads, type NewUpload } from './uploads/uploads.js';
export { FileVersion } from './versions/file-version.entity.js';
export type { ReplaceFileInput } from './versions/replace-file.js';
export type { RestoreVersionInput } from './versions/restore-version.js';
export { EditDocument, type EditDocumentInput } from './actions/edit-document.js';
export { EditImage, type EditImageInput } from './actions/edit-image.js';
export { ImportDocument, type ImportedDocument } from './actions/import-document.js';
export type { Contradiction, ImportFileInput } from './actions/import-facts.js';
export { ImportImage, type ImportedImage, type ImportImageInput } from './actions/import-image.js';
export { UploadDocument, type UploadDocumentInput } from './actions/upload-document.js';
export { UploadImage, type UploadImageInput } from './actions/upload-image.js';
export { Collection, ROOT_COLLECTION_ID } from './collection.entity.js';
export { DeleteCollection } from './collections/delete-collection.action.js';
export { EditCollection, type EditCollectionInput } from './collections/edit-collection.action.js';
export {
  CollectionPrivacy,
  RestrictCollection,
  type CollectionRestriction,
  type RestrictCollectionInput,
} from './collections/collection-privacy.js';
export { Embed } from './embeds/embed.entity.js';
export { Embeds, type EmbedWish } from './embeds/embeds.js';
export type { EmbedProvider } from './embeds/providers.js';
export { Document, type Caption, type MediaKind } from './document.entity.js';
export { ReadDocument } from './reading/read-document.js';
export type { ReadingLimits } from './reading/read-file.js';
export * from './events.js';
export { rightsLast } from './facets/facet-filter.js';
export * from './hooks.js';
export { SmallPictures } from './files/small-pictures.js';
export { measureFile, withSpooledFile, type SpooledFile, type SpoolOptions } from './files/spool.js';
export { expandFilterSpec } from './filter-spec/expand-filter-spec.js';
export { parseFilterSpec, type FilterSpec } from './filter-spec/filter-spec.js';
export { focalPointOf, type FocalPoint } from './filter-spec/focal-point.js';
export { defaultAlt, Image } from './image.entity.js';
export { MediaFile, type FileState } from './media-file.js';
export { DEFAULT_MEDIA_OPTIONS, MEDIA_OPTIONS, type MediaOptions } from './media-options.js';
export { baseName, documentUrl, mediaUrl } from './media-url.js';
export { MediaModule } from './media.module.js';
export { Rendition } from './rendition.entity.js';
export { AheadRenditions } from './presets/ahead-renditions.js';
export { KeptRenditions } from './renditions/kept-renditions.js';
export { RenditionFiles } from './renditions/rendition-files.js';
export {
  Renditions,
  type DescribeOptions,
  type RenditionFailure,
  type RenditionRequest,
  type RenditionShape,
} from './renditions/renditions.js';
export { CollectionField, collectionKind, type CollectionOptions } from './kinds/collection-kind.js';
export { document, DocumentField, documentKind, type DocumentOptions } from './kinds/document-kind.js';
export { image, ImageField, imageKind, IMAGE_PROVIDER, type ImageOptions } from './kinds/image-kind.js';
export { imageWithAlt, imageWithAltKind, type ImageWithAlt } from './kinds/image-with-alt.js';
export { FindDocuments } from './queries/find-documents.js';
export { FindImages } from './queries/find-images.js';
export { ListCollections, type CollectionRow } from './queries/list-collections.js';
export type { MediaFilter, MediaOrder } from './queries/media-filter.js';
export type { NegotiatedFormat } from './renditions/negotiation.js';
export type { PictureShape, PictureSource } from './renditions/picture.js';
export { renditionSchema } from './renditions/rendition-schema.js';
export { documentLinks } from './rich-text/document-links.js';
export { imageEmbeds } from './rich-text/image-embeds.js';
export { ReplaceImageFile, type ReplaceImageFileInput } from './images/replace-image-file.js';
