import { usedSql } from '@pipit/references';
import type { MediaKind } from '../document.entity.js';
import type { MediaType } from '../subjects/media-subject.js';

/** What lists of images and documents are narrowed by, beside words, collection and tag. */
export interface FacetFilter {
  readonly mimeType?: string;
  readonly uploadedById?: number;
  /** Uploaded then or later. */
  readonly createdFrom?: Date;
  /** Uploaded before that. */
  readonly createdTo?: Date;
  /** SHA-1 of the file, hexadecimal. */
  readonly hash?: string;
  /** Nothing points at it, neither what readers see nor a draft. */
  readonly unused?: boolean;
  /** Documents only. */
  readonly mediaKind?: MediaKind;
  /** Images only, as all that follow. */
  readonly orientation?: Orientation;
  readonly rights?: RightsState;
  /** Neither decorative nor described. */
  readonly missingAlt?: boolean;
}

/** How an image stands. */
export type Orientation = 'landscape' | 'portrait' | 'square';
/** `expiring`: soon, see `rightsWarningDays`. */
export type RightsState = 'valid' | 'expiring' | 'expired';

export const ORIENTATIONS: readonly Orientation[] = ['landscape', 'portrait', 'square'];
export const RIGHTS_STATES: readonly RightsState[] = ['valid', 'expiring', 'expired'];

/** SQL of an image's orientation. */
export const ORIENTATION_SQL = `CASE WHEN m.width > m.height THEN 'landscape' WHEN m.width < m.height THEN 'portrait' ELSE 'square' END`;
/** SQL that is true of images which say nothing to those who cannot see them. */
export const MISSING_ALT_SQL = `(NOT m.decorative AND m.alt = '' AND m.description = '')`;

/** SQL that is true of what nothing points at. */
export const unusedSql = (subject: MediaType): string => `NOT ${usedSql(subject, 'm.id')}`;

/** SQL that is true of images whose rights have not expired. */
export function rightsLast(alias: string): string {
  return `(${alias}.rights_expire_at IS NULL OR ${alias}.rights_expire_at > now())`;
}

/** SQL of the state an image's rights are in. */
export function rightsStateSql(warningDays: number): string {
  const soon = `now() + make_interval(days => ${Math.trunc(warningDays)})`;
  return `CASE WHEN m.rights_expire_at <= now() THEN 'expired' WHEN m.rights_expire_at <= ${soon} THEN 'expiring' ELSE 'valid' END`;
}

/** The state an image's rights are in, for one that was read. */
export function rightsStateOf(expireAt: Date | null, warningDays: number, now = Date.now()): RightsState {
  if (!expireAt) return 'valid';
  const left = expireAt.getTime() - now;
  return left <= 0 ? 'expired' : left <= warningDays * 86_400_000 ? 'expiring' : 'valid';
}

/** The conditions a filter asks for, by what they are about. `param` takes a value and answers its placeholder. */
export function facetConditions(
  subject: MediaType,
  filter: FacetFilter,
  warningDays: number,
  param: (value: unknown) => string,
): Record<string, string> {
  const { mimeType, uploadedById, createdFrom, createdTo, hash, unused, orientation, rights, missingAlt } = filter;
  const found: Record<string, string> = {};
  if (mimeType !== undefined) found['mimeType'] = `m.mime_type = ${param(mimeType)}`;
  if (uploadedById !== undefined) found['uploadedById'] = `m.uploaded_by_id = ${param(uploadedById)}`;
  if (createdFrom) found['createdFrom'] = `m.created_at >= ${param(createdFrom)}`;
  if (createdTo) found['createdTo'] = `m.created_at < ${param(createdTo)}`;
  if (hash !== undefined) found['hash'] = `m.file_hash = ${param(hash)}`;
  if (unused !== undefined) found['unused'] = unused ? unusedSql(subject) : usedSql(subject, 'm.id');
  if (subject === 'document') {
    if (filter.mediaKind) found['mediaKind'] = `m.media_kind = ${param(filter.mediaKind)}`;
    return found;
  }
  if (orientation) found['orientation'] = `${ORIENTATION_SQL} = ${param(orientation)}`;
  if (rights) found['rights'] = `${rightsStateSql(warningDays)} = ${param(rights)}`;
  if (missingAlt !== undefined) found['missingAlt'] = `${missingAlt ? '' : 'NOT '}${MISSING_ALT_SQL}`;
  return found;
}
