import { badRequest } from '@pipit/kernel';
import { problemOf } from './problem-of.js';

/**
 * What to throw for what a parser of forms threw: it throws bare errors at a form without a boundary, and at one that is
 * cut off. What is a problem already stays what it is.
 */
export function formProblem(error: unknown): unknown {
  if (problemOf(error).status < 500) return error;
  return badRequest('The form cannot be read. Send the file as multipart/form-data.');
}
