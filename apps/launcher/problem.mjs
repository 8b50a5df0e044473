/**
 * Something the user can understand and act on: shown as its message alone, without a stack.
 */
export class Problem extends Error {}

/** Thrown inside steps that are cut short because a stop was asked for; never shown. */
export class Interrupted extends Error {}

/**
 * Runs a script's main function and ends the process with its exit code.
 * @param {() => Promise<number | void>} main
 */
export async function runMain(main) {
  // A terminal that has gone away must not turn a farewell line into a crash.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  try {
    process.exit((await main()) ?? 0);
  } catch (error) {
    if (error instanceof Problem) console.error(`\n${error.message}`);
    else if (isSystemError(error)) console.error(`\n${error.message}. ${hints[error.code ?? ''] ?? ''}`);
    else console.error('\nThe launcher itself failed:', error);
    process.exit(1);
  }
}

/** @type {Record<string, string>} */
const hints = {
  EACCES: 'Does that file belong to another user, perhaps root? Delete it, or run as the same user as before.',
  EPERM: 'Does that file belong to another user, perhaps root? Delete it, or run as the same user as before.',
  ENOSPC: 'The disk is full.',
};

/**
 * @param {unknown} error
 * @returns {error is NodeJS.ErrnoException}
 */
function isSystemError(error) {
  return error instanceof Error && 'code' in error && 'path' in error;
}
