/** Says on the server's own log why visitors saw an error page. */
export function report(error: Error): void {
  process.stderr.write(`${error.message}\n`);
}
