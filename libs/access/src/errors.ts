import { defineProblem } from '@pipit/kernel';

/** The write contradicts what is stored, and no action had a better word for it. */
export const conflict = defineProblem({ code: 'conflict', status: 409, title: 'In conflict with what is stored' });
/** The address exists, but not for this HTTP method. */
export const methodNotAllowed = defineProblem({ code: 'method_not_allowed', status: 405, title: 'Method not allowed' });
/** The client sent its request too slowly. */
export const requestTimeout = defineProblem({
  code: 'request_timeout',
  status: 408,
  title: 'The request took too long',
});
