import type { Fields, Iso, PersonRef } from './common-types.ts';
import type { ConflictPlace } from './page-types.ts';

/** One problem with one value. `path` is a JSON pointer; the form receives it relative to the fields object. */
export interface FieldError {
  path: string;
  code: string;
  message: string;
}
export interface ProblemBody {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  code?: string;
  errors?: FieldError[];
  [extra: string]: unknown;
}
/** What a 409 `edit_conflict` tells. */
export interface ConflictBody {
  current: { revisionId?: number; version?: number; user?: PersonRef | null; createdAt?: Iso; fields: Fields };
  base?: { fields: Fields };
  conflicts?: ConflictPlace[];
  joined?: string[];
}
