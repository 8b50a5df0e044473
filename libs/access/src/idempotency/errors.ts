import { defineProblem } from '@pipit/kernel';

/** A request with the same key is at work. */
export const inProgress = defineProblem({ code: 'in_progress', status: 409, title: 'The same request is at work' });
/** The request was done, and its answer is not there: a process ended in between. */
export const alreadyDone = defineProblem({ code: 'already_done', status: 409, title: 'Done already, answer lost' });
/** The key stands for another request. */
export const keyReused = defineProblem({
  code: 'idempotency_key_reused',
  status: 422,
  title: 'The key stands for another request',
});
