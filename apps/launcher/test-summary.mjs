import { readFileSync } from 'node:fs';

/**
 * What jest writes with `--json`, as far as it is read here.
 * @typedef {object} JestResults
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {boolean} success
 * @property {{ status: string, assertionResults: unknown[] }[]} testResults
 */

/** @typedef {{ passed: number, failed: number, skipped: number }} Summary */

/**
 * Counts the tests of a run. A file that could not even be loaded holds no test and counts as one failure, and so
 * does a run that left no result.
 * @param {JestResults | null} results
 * @returns {Summary}
 */
export function summarise(results) {
  if (!results) return { passed: 0, failed: 1, skipped: 0 };
  const unloadable = results.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = results.numFailedTests + unloadable.length;
  return {
    passed: results.numPassedTests,
    // Jest may find a run failed of which it counts no failure, for instance when a hook of a whole file throws.
    failed: failed === 0 && !results.success ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

/**
 * @param {Summary} summary
 * @returns {string} the last line of a test run
 */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * @param {string} file
 * @returns {JestResults | null}
 */
export function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
