/**
 * One request as its client saw it.
 * @typedef {object} Operation
 * @property {string} method
 * @property {string} url below the management API
 * @property {any} body
 * @property {number | null} status null: no answer came, so nobody knows whether it was done
 * @property {any} answer
 * @property {string | null} requestId names it in the audit log; null when no answer came
 * @property {number} ms
 */

/** Everything the clients of a storm asked for, and what they were answered. */
export class OperationLog {
  /** @type {Operation[]} */
  #operations = [];

  /** @param {Operation} operation */
  add(operation) {
    this.#operations.push(operation);
  }

  /** Those that were to change something. */
  get writes() {
    return this.#operations.filter(({ method, url }) => method !== 'GET' && !url.startsWith('/auth/'));
  }

  get all() {
    return this.#operations;
  }

  /** How many answers there were of each status; those that never came count as `lost`. */
  statuses() {
    /** @type {Record<string, number>} */
    const counts = {};
    for (const { status } of this.#operations) {
      const name = status === null ? 'lost' : String(status);
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  }
}
