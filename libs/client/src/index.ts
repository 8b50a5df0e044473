/**
 * The wire types of a Pipit server, made from its OpenAPI document (`npm run generate:client`), under the names the
 * rest of the code uses; and, as the one thing that exists at run time, what a frontend needs to show drafts.
 */
import type { components, paths } from './management.js';

/** All paths of the server with their parameters and answers. */
export type { paths };

/** The body of a schema by the server's own name for it. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export type Me = Schema<'MeDto'>;
export type PageRow = Schema<'PageRowDto'>;
export type PageDetail = Schema<'PageDetailDto'>;
export type PageRevision = Schema<'PageRevisionDto'>;
export type PageRevisionDetail = Schema<'PageRevisionDetailDto'>;
export type HistoryEntry = Schema<'HistoryEntryDto'>;
export type ContentTypeSummary = Schema<'ContentTypeSummaryDto'>;
export type ContentType = Schema<'ContentTypeDto'>;
export type Field = Schema<'FieldDto'>;
export type Locale = Schema<'LocaleDto'>;
export type Site = Schema<'SiteDto'>;
export type RecordRow = Schema<'RecordRowDto'>;
export type RecordDetail = Schema<'RecordDetailDto'>;
export type RecordRevision = Schema<'RecordRevisionDto'>;
export type SettingsSummary = Schema<'SettingsSummaryDto'>;
export type SettingsDetail = Schema<'SettingsDetailDto'>;
export type Usage = Schema<'UseDto'>;
export type ImageRow = Schema<'ImageRow'>;
export type DocumentRow = Schema<'DocumentRow'>;
export type Collection = Schema<'CollectionRowDto'>;
export type FocalPoint = Schema<'FocalPointDto'>;
export type Session = Schema<'SessionDto'>;
export type ProblemDocument = Schema<'ProblemDto'>;

export {
  askPreview,
  followEditor,
  isPreviewMessage,
  PREVIEW_HEADER,
  PreviewOver,
  type PreviewAnswer,
  type PreviewFacts,
  type PreviewMessage,
  type PreviewWindow,
} from './preview.js';

export {
  ContentClient,
  createContentClient,
  type ContentClientOptions,
  type Listing,
  type MenuPage,
  type ResolvedAddress,
  type SearchAnswer,
} from './content/client.js';
export { renderBlocks, type BlockOfType, type BlockRenderers, type ContentBlock } from './content/blocks.js';
export { fileForReader, READER_HEADER, type Lock, type Locked, type ReaderToken } from './content/readers.js';
export { ContentError, type ContentErrorKind } from './content/errors.js';
export type { Conditions, FieldChoice, Filter, ListQuery, Shape } from './content/query.js';
export type { AnyObject, AnyPage, AnySite, Detail, Item, SiteTypes, Whole } from './content/select.js';
