import { defineProblem } from '@pipit/kernel';

/** The person has newer unsaved changes of the same thing, from another device or window. */
export const workingCopyConflict = defineProblem({
  code: 'working_copy_conflict',
  status: 409,
  title: 'Newer unsaved changes exist',
});
/** The version the caller started from is not kept any more, so nothing can be merged with it. */
export const baseRevisionGone = defineProblem({
  code: 'base_revision_gone',
  status: 409,
  title: 'The version this began with is gone',
});
