/** One family of routes for rows of snippet types and whatever else registers a source. */
export type {
  KnownVersion,
  NewRecord,
  RecordChange,
  RecordDetail,
  RecordDrafts,
  RecordId,
  RecordListQuery,
  RecordPermissions,
  RecordRevert,
  RecordRevision,
  RecordRevisionDetail,
  RecordRow,
  RecordSource,
  RecordState,
} from './record-source.js';
export { RecordSources } from './record-sources.js';
export { RecordsModule } from './records.module.js';
