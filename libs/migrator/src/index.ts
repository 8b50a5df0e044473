/** Migrations: what changed since, files, running them, and changes of stored content. */
export { listToStream, removeBlock, renameBlock, streamToList } from './content/block-operations.js';
export { migrateContent, revertContent, type ContentMigration } from './content/migrate-content.js';
export type { ContentOperation } from './content/operation.js';
export type { ChildRowsPlace } from './content/place.js';
export { REFRESH_TASK } from './content/refresh.js';
export { renameField, renameType, type FieldRename, type TypeRename } from './content/renames.js';
export {
  convertBlock,
  customOperation,
  removeMember,
  renameMember,
  unwrapList,
  unwrapStruct,
  wrapInList,
  wrapInStream,
  wrapInStruct,
} from './content/value-operations.js';
export { migrationFile, type MigrationDraft, type MigrationFile } from './files/migration-file.js';
export { writeMigration } from './files/write-migration.js';
export { History } from './run/history.js';
export { mergeConflicts, type MergeConflict } from './run/merge.js';
export {
  MigrationGraph,
  type DeclaredMigration,
  type MigrationClass,
  type MigrationNode,
} from './run/migration-graph.js';
export { MigrationSet } from './run/migration-set.js';
export { Migrator, type MigrateOptions, type Step } from './run/migrator.js';
export { planOfMigration, type MigrationPlan } from './run/plan-runner.js';
export { compareSchema, type Comparison, type SchemaChanges } from './schema/compare-schema.js';
export { NO_ANSWERS, type RenameAnswers } from './schema/decisions.js';
export { renameInWords } from './schema/rename-draft.js';
export { knownRenames, type KnownRenames } from './schema/known-renames.js';
export type { Risk } from './schema/risks.js';
