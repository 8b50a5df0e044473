import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Authenticator } from '@pipit/access';
import type { Actor } from '@pipit/kernel';
import { ACCESS_STRATEGY, AccessTokenStrategy } from './access-token.strategy.js';

/** Asks passport who sent a request. */
@Injectable()
export class PassportAuthenticator extends Authenticator {
  constructor(private readonly strategy: AccessTokenStrategy) {
    super();
  }

  actorOf(context: ExecutionContext): Promise<Actor> {
    const http = context.switchToHttp();
    const passport = this.strategy.getPassportInstance();
    return new Promise((resolve, reject) => {
      const done = (error: unknown, actor: Actor | false | null): void => {
        // Handed on as it is: whether the database is away can be told from its code alone.
        if (error) reject(error);
        else resolve(actor || { kind: 'anonymous' });
      };
      const authenticate = passport.authenticate(ACCESS_STRATEGY, { session: false }, done) as Middleware;
      authenticate(http.getRequest(), http.getResponse(), reject);
    });
  }
}

type Middleware = (request: unknown, response: unknown, next: (error: unknown) => void) => void;
