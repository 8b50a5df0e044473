import type { ExecutionContext } from '@nestjs/common';
import type { Actor } from '@pipit/kernel';

/** Port: who sent a request. Implemented by the users lib. */
export abstract class Authenticator {
  /** Anonymous when there are no credentials, or none that are good any more. Throws only when it cannot tell. */
  abstract actorOf(context: ExecutionContext): Promise<Actor>;
}
