import type { Fields, Iso, PersonRef } from './common-types.ts';

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
  current?: ConflictCurrent;
  [extra: string]: unknown;
}
/** What a 409 `edit_conflict` tells about the newer version. */
export interface ConflictCurrent {
  revisionId: number;
  user: PersonRef | null;
  createdAt: Iso;
  fields: Fields;
}
