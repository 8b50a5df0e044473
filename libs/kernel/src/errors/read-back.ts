import { goneSince } from './common-problems.js';
import { Problem } from './problem.js';

/** Reads what a write has changed, for its answer: “not found” would say that nothing was done. */
export async function readBack<T>(what: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 404) throw error;
    throw goneSince(`It was done. ${what} was deleted or moved by somebody else since, out of your sight.`);
  }
}
