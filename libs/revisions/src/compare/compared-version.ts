import type { JsonObject } from '@pipit/content-types';
import type { RevisionSummary } from '../revisions.js';
import type { KeptWork } from '../working-copies/working-copies.js';
import type { MemberDifference } from './difference.js';

/** One of two versions that are compared: what people know it by. */
export interface ComparedVersion {
  readonly kind: 'revision' | 'live' | 'draft' | 'working-copy';
  readonly revisionId: number | null;
  readonly createdAt: Date | null;
  readonly user: RevisionSummary['user'];
  readonly name: string | null;
}

/** A version with its values. */
export interface VersionValues {
  readonly version: ComparedVersion;
  readonly values: JsonObject;
}

/** Two versions and what differs between them. */
export interface ComparedVersions {
  readonly from: ComparedVersion;
  readonly to: ComparedVersion;
  readonly fields: MemberDifference[];
}

/** A version that is no revision of its own. */
export function plainVersion(kind: 'live' | 'draft', revisionId: number | null): ComparedVersion {
  return { kind, revisionId, createdAt: null, user: null, name: null };
}

/** The head of a revision. */
export function revisionVersion(summary: RevisionSummary): ComparedVersion {
  const { id, createdAt, user, name } = summary;
  return { kind: 'revision', revisionId: id, createdAt, user, name };
}

/** The head of unsaved work. */
export function workingCopyVersion({ baseRevisionId, updatedAt }: KeptWork): ComparedVersion {
  return { kind: 'working-copy', revisionId: baseRevisionId, createdAt: updatedAt, user: null, name: null };
}
