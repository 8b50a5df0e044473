import { Connection } from '../support/connection.mjs';

/**
 * What is asked for, over and over.
 * @typedef {object} Asked
 * @property {string} origin
 * @property {(n: number) => string} path
 * @property {Readonly<Record<string, string>>} [headers]
 * @property {number} status every answer has to have it
 */

const CONNECTIONS = 16;
const MILLISECONDS = 500;

/**
 * Asks from many connections at once, each as soon as it was answered, and reads no more of an answer than where it
 * ends: whoever measures must not be slower than what is measured. Answers the requests per second.
 * @param {Asked} asked
 * @param {number} [milliseconds]
 * @returns {Promise<number>}
 */
export async function hammer(asked, milliseconds = MILLISECONDS) {
  const begin = performance.now();
  const state = { done: 0, until: begin + milliseconds };
  await Promise.all(Array.from({ length: CONNECTIONS }, () => lane(asked, state)));
  return state.done / ((performance.now() - begin) / 1000);
}

/**
 * @param {Asked} asked
 * @param {{ done: number, until: number }} state
 */
async function lane({ origin, path, headers, status }, state) {
  const connection = new Connection(origin);
  while (performance.now() < state.until) {
    const answer = await connection.get(path(state.done), headers);
    if (answer.status !== status) throw new Error(`${path(0)} answered ${answer.head.slice(0, 300)}`);
    state.done += 1;
  }
  connection.close();
}
