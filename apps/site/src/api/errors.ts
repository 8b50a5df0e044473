/** The content API did not answer, or answered with a failure of its own. */
export class ApiUnavailable extends Error {
  constructor(path: string, reason: unknown) {
    super(`The content API did not answer ${path}: ${reason instanceof Error ? reason.message : String(reason)}`);
    this.name = 'ApiUnavailable';
  }
}
