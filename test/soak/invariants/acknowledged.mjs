/** @import { Evidence } from './index.mjs' */

/**
 * ACK: a write that was answered with success is in the audit log, which commits with its effect; a refused one is not.
 * Of one without an answer nothing can be said here: the storm that causes them looks at their effect itself.
 * @param {Evidence} evidence
 * @returns {Promise<string[]>}
 */
export async function acknowledgedFaults({ sql, log }) {
  const entries = await sql('SELECT DISTINCT request_id FROM audit_entry');
  const done = new Set(entries.map(({ request_id }) => request_id));
  // A preview is asked for by POST, and changes nothing.
  const answered = log.writes.filter(({ status, url }) => status !== null && !url.endsWith('/preview'));
  const told = (/** @type {typeof answered[number]} */ { method, url, status }) => `${method} ${url} (${status})`;
  const wasDone = (/** @type {typeof answered[number]} */ { requestId }) => requestId !== null && done.has(requestId);
  return [
    ...answered
      .filter((write) => isAccepted(write.status) && !wasDone(write))
      .map((write) => `${told(write)} was lost`),
    ...answered
      .filter((write) => !isAccepted(write.status) && wasDone(write))
      .map((write) => `${told(write)} was done`),
  ];
}

/** @param {number | null} status */
function isAccepted(status) {
  // 410: done, and gone before it could be shown.
  return status !== null && ((status >= 200 && status < 300) || status === 410);
}
