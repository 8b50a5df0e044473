import type { ContentType, JsonObject } from '@pipit/content-types';
import { newUuid } from '@pipit/kernel';
import type { RecordState } from '@pipit/records';
import { DRAFT_STATE, UNSAVED, descriptorVersion, type DraftState, type Snapshot } from '@pipit/revisions';
import type { SnippetContent } from './snippet-content.js';

/** A snippet's row without its declared fields. Those of types with drafts carry {@link DraftState} too. */
export type SnippetRow = SnippetContent & Partial<DraftState>;

/** A row of a type with drafts. */
export type DraftRow = SnippetContent & DraftState;

/** True for rows of types with drafts. */
export function hasDrafts(type: ContentType, row: SnippetRow): row is DraftRow {
  return type.drafts && row.live !== undefined;
}

/** A row that is about to be written for the first time. */
export function newRow(type: ContentType, id: number): SnippetRow {
  const now = new Date();
  return { id, uuid: newUuid(), version: 0, createdAt: now, updatedAt: now, ...(type.drafts ? UNSAVED : {}) };
}

/** The columns of {@link SnippetRow}, as TypeORM wants them named. */
export function rowColumns(type: ContentType): Record<string, true> {
  const names = ['id', 'uuid', 'version', 'createdAt', 'updatedAt', ...(type.drafts ? DRAFT_STATE : [])];
  return Object.fromEntries(names.map((name) => [name, true]));
}

/** The values of those columns, the key left out. */
export function columnValues(type: ContentType, row: SnippetRow): Record<string, unknown> {
  const names = Object.keys(rowColumns(type)).filter((name) => name !== 'id');
  return Object.fromEntries(names.map((name) => [name, (row as unknown as Record<string, unknown>)[name]]));
}

/** What lists say about a row. */
export function stateOf({ live, hasUnpublishedChanges }: Partial<DraftState>): RecordState {
  if (live === undefined) return null;
  if (!live) return 'draft';
  return hasUnpublishedChanges ? 'live+draft' : 'live';
}

/** The same in SQL, of a row `t`. */
export const STATE_SQL =
  "CASE WHEN NOT t.live THEN 'draft' WHEN t.has_unpublished_changes THEN 'live+draft' ELSE 'live' END";

/** What the latest draft of a row `t` is called. */
export const DRAFT_TITLE_SQL = '(SELECT r.label FROM revision r WHERE r.id = t.latest_revision_id)';

/** Values as a revision keeps them. */
export function snapshotOf(type: ContentType, fields: JsonObject): Snapshot {
  return { format: 1, descriptor: descriptorVersion(type.fields), base: {}, fields };
}
