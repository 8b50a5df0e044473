/** Full text search: the port, and Postgres behind it. */
export { PostgresSearchIndex } from './postgres-search-index.js';
export { searchDocumentOf } from './search-document.js';
export { SearchEntry } from './search-entry.entity.js';
export {
  SearchIndex,
  type AddParameter,
  type FindRequest,
  type SearchDocument,
  type SearchHighlight,
  type SearchMatch,
  type SearchPart,
  type SearchRequest,
  type SearchSubject,
  type SubjectDocument,
} from './search-index.js';
export { SearchIndexing } from './search-indexing.js';
export { idsOfTable, type SearchSource } from './search-source.js';
export { SearchModule, type SearchOptions } from './search.module.js';
