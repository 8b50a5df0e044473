import type { ExecutionContext } from '@nestjs/common';
import type { Actor } from '@pipit/kernel';
import type { ProgramKey } from './program-key.js';

/** Port: who sent a request. Implemented by the users lib. */
export abstract class Authenticator {
  /** Anonymous when there are no credentials, or none that are good any more. Throws only when it cannot tell. */
  abstract actorOf(context: ExecutionContext): Promise<Actor>;

  /**
   * Looks at the credentials of a request to a route that needs none: what is sent has to be good all the same, so that
   * nobody goes on for months with a key that was taken back. Throws a problem; answers the key of a program, or null.
   * Default: nothing is looked at.
   */
  async checkUnneeded(_context: ExecutionContext): Promise<ProgramKey | null> {
    return null;
  }
}
