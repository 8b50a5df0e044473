/** @typedef {'SIGINT' | 'SIGTERM' | 'SIGHUP'} StopSignal */

/**
 * Resolves with the first request to stop: Ctrl-C, a polite kill, a closed terminal. Asked again, the process ends at
 * once; what it started is then stopped by the guards.
 * @returns {Promise<StopSignal>}
 */
export function stopRequest() {
  return new Promise((resolve) => {
    let asked = 0;
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => {
        asked += 1;
        if (asked === 1) resolve(signal);
        // A closing terminal may send two different signals; only an impatient person sends Ctrl-C twice.
        else if (signal === 'SIGINT' && asked > 2) process.exit(130);
      });
    }
  });
}

/**
 * @param {StopSignal} signal
 * @returns {number} the exit code by which shells know this signal
 */
export function exitCodeOf(signal) {
  return { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal];
}
