/** What points at what, live and draft. */
export { UsageListDto, UseDto } from './http/usage.dto.js';
export { ReferenceEntry } from './reference-entry.entity.js';
export { ReferenceIndex, type ReferenceCopy, type ReferenceSides, type ReferenceSource } from './reference-index.js';
export { ReferencesModule } from './references.module.js';
export { SourceReaders, type SourceName, type SourceReader } from './source-readers.js';
export { UsedIn, type Things, type Use, type Uses } from './used-in.js';
export { usedSql } from './used-sql.js';
