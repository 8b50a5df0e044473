/** One family of routes for rows of snippet types and whatever else registers a source. */
export type {
  FilterOperator,
  KnownVersion,
  LatestValues,
  NewRecord,
  RecordChange,
  RecordDetail,
  RecordDrafts,
  RecordFilter,
  RecordId,
  RecordListQuery,
  RecordPermissionNames,
  RecordPermissions,
  RecordRevert,
  RecordRevision,
  RecordRevisionDetail,
  RecordRow,
  RecordSelection,
  RecordSource,
  RecordState,
  RecordTable,
  RecordWorkToKeep,
  RecordWorkingCopies,
  RecordWorkingCopy,
} from './record-source.js';
export { BulkAction, type BulkActionOptions, type BulkTarget } from './bulk/bulk-action.decorator.js';
export { ListDescriptions, type ListDescriptor } from './list/list-descriptor.js';
export { RecordListing } from './list/record-listing.js';
export { RecordAccess, type TypeAccess } from './record-access.js';
export { keyCast, parseKey, readKey } from './record-key.js';
export { ExportRecords, type ExportWish } from './transfer/export-records.js';
export { ImportRecords, type ImportResult, type ImportWish } from './transfer/import-records.js';
export type { ImportFault } from './transfer/import-row.js';
export { titleOfRecord } from './record-title.js';
export { RecordSources } from './record-sources.js';
export { RecordsModule } from './records.module.js';
