import type { Schema } from '@pipit/client';
import type { PersonRef } from './common-types';
import type { Choice } from './content-types';
import type { FieldError } from './problem-types';

/** The key of a row: a number or a text, which the editor only hands on. */
export type RecordId = number | string;
export type RecordState = Schema<'RecordRowDto'>['state'];
/** A row of a snippet or model type; in lists with what its columns show. */
export type RecordRow = Omit<Schema<'RecordRowDto'>, 'cells'> & { cells?: Record<string, unknown> };
export type RecordDetail = Schema<'RecordDetailDto'>;
export type ScheduleRecord = Schema<'ScheduleRecordDto'>;
export type EditedRecord = Schema<'EditedRecordDto'>;

export interface ListColumn {
  name: string;
  label: string;
  kind: string;
  sortable: boolean;
}
export interface ListFilter {
  name: string;
  label: string;
  kind: string;
  operators: string[];
  choices?: Choice[];
  /** The type a link points at. */
  model?: string;
}
export interface BulkAction {
  name: string;
  label: string;
  danger: boolean;
}
/** How rows of a type are listed, and what can be done with many of them. */
export interface ListDescriptor {
  columns: ListColumn[];
  filters: ListFilter[];
  searchable: boolean;
  order: string[];
  perPage: number;
  bulk: BulkAction[];
  export: string[];
  import: boolean;
}

/** Which rows: words, filters as `field` or `field.operator`, and order. */
export interface RecordMatch {
  q?: string;
  order?: string;
  filters?: Record<string, string>;
}
export interface RecordQuery extends RecordMatch {
  ids?: RecordId[];
  limit?: number;
  offset?: number;
}

/** Something that happened to a row or to settings. */
export interface AuditEntry {
  id: string | number;
  at: string;
  actor: PersonRef | null;
  action: string;
  label: string;
  revisionId?: number | null;
  data: Record<string, unknown>;
}

/** What an import did, or would do. */
export interface ImportReport {
  created: number;
  updated: number;
  unchanged: number;
  errors: (Pick<FieldError, 'message'> & { row: number; field: string | null })[];
}

export type SettingsSummary = Schema<'SettingsSummaryDto'>;
export type EditedSettings = Schema<'EditedSettingsDto'>;
export type SettingsDetail = Schema<'SettingsDetailDto'>;
