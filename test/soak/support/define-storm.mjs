/** @import { Random } from './random.mjs' */
/** @import { OperationLog } from './operation-log.mjs' */
/** @import { StormClient } from './client.mjs' */
/** @import { StormServer } from './server.mjs' */

/**
 * How much a storm does, by name: `rounds`, `minutes`, `pages`, `clients`. A name of the long form is an option of the
 * command (`--rounds 20`).
 * @typedef {Readonly<Record<string, number>>} Amounts
 */

/**
 * Something that happens at once to one database, and has to leave it right.
 * @typedef {object} Storm
 * @property {string} must what holds in the end, as a sentence: the name of its test
 * @property {Amounts} long what `npm run soak` does
 * @property {Amounts} short what `npm test` does: at most 20 s, with the same names
 * @property {number} [servers] processes that serve the API, 1 unless told
 * @property {boolean} [losesAnswers] because it kills servers; otherwise each request has to be answered
 * @property {readonly number[]} [mayAnswer] statuses from 500 on that are no violation
 * @property {boolean} [watchesLoop] its servers tell how long their event loop is held up (`loop-watch.mjs`)
 * @property {boolean} [watchesMemory] its servers tell what they hold in memory (`memory-watch.mjs`)
 * @property {(soak: Soak) => Promise<Readonly<Record<string, number>>>} run answers what happened, in numbers
 */

/**
 * What a storm works with.
 * @typedef {object} Soak
 * @property {number} seed
 * @property {Random} random of the storm itself; a client that runs beside others takes one of its own: `random.fork(n)`
 * @property {Amounts} amounts
 * @property {(name: string) => number} amount one of them
 * @property {readonly StormServer[]} servers
 * @property {string} databaseUrl
 * @property {string} media folder of the files of this storm's servers, which nobody else uses
 * @property {string} temporary folder of their temporary files, which nobody else uses
 * @property {<T = Record<string, unknown>>(query: string, params?: readonly unknown[]) => Promise<T[]>} sql
 * @property {() => Promise<StormClient>} client somebody signed in, an administrator; the servers take turns
 * @property {OperationLog} log what all clients asked for and were answered
 * @property {(what: string) => void} violation notes that something is wrong, and goes on
 * @property {(line: string) => void} say
 */

/**
 * Checks what a storm declares about itself, so that a slip is told at once.
 * @param {Storm} storm
 * @returns {Storm}
 */
export function defineStorm(storm) {
  const [long, short] = [storm.long, storm.short].map((amounts) => Object.keys(amounts).sort().join(', '));
  if (long !== short) throw new Error(`The short form names ${short || 'nothing'}, the long one ${long || 'nothing'}.`);
  return storm;
}
