import { defineProblem } from './problem.js';

/** The request is malformed: wrong type, unknown member, unreadable body. */
export const badRequest = defineProblem({ code: 'bad_request', status: 400, title: 'The request is not valid' });
/** The request is well formed but breaks rules of the domain. */
export const invalid = defineProblem({ code: 'invalid', status: 422, title: 'Some values are not valid' });
/** Nobody is signed in, or the token is not good any more. */
export const unauthenticated = defineProblem({ code: 'unauthenticated', status: 401, title: 'Sign in first' });
/** Signed in, but without the permission. */
export const forbidden = defineProblem({ code: 'forbidden', status: 403, title: 'Not allowed' });
/** Does not exist, or the caller may not know that it does. */
export const notFound = defineProblem({ code: 'not_found', status: 404, title: 'Not found' });
/** Somebody else changed the same thing meanwhile. */
export const editConflict = defineProblem({ code: 'edit_conflict', status: 409, title: 'Changed by somebody else' });
/** The thing is still referred to. */
export const inUse = defineProblem({ code: 'in_use', status: 409, title: 'Still in use' });
/** What was asked for was done, and before it could be answered somebody put the thing where the caller sees it no more. */
export const goneSince = defineProblem({ code: 'gone_since', status: 410, title: 'Done, and gone since' });
/** The body is larger than the route accepts. */
export const tooLarge = defineProblem({ code: 'too_large', status: 413, title: 'Too large' });
/** The kind of file or body is not accepted. */
export const unsupportedType = defineProblem({ code: 'unsupported_type', status: 415, title: 'Kind not accepted' });
/** Too many tries in too short a time. */
export const tooManyAttempts = defineProblem({ code: 'too_many_attempts', status: 429, title: 'Too many attempts' });
/** A service Pipit depends on is away; trying again later is right. */
export const unavailable = defineProblem({ code: 'unavailable', status: 503, title: 'Temporarily unavailable' });
/** There is no room left for what was sent. */
export const storageFull = defineProblem({ code: 'storage_full', status: 507, title: 'No room left' });
/** A fault of ours. The detail never carries internals. */
export const internal = defineProblem({ code: 'internal', status: 500, title: 'Something went wrong' });
