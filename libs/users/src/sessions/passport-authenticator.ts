import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Authenticator } from '@pipit/access';
import type { Actor } from '@pipit/kernel';
import passport from 'passport';
import { AccessTokenStrategy } from './access-token.strategy.js';

const STRATEGY = 'access-token';

/** Asks passport who sent a request. */
@Injectable()
export class PassportAuthenticator extends Authenticator {
  /** One of its own instead of the library's global one, so that two applications in a process stay apart. */
  private readonly passport = new passport.Passport();

  constructor(strategy: AccessTokenStrategy) {
    super();
    this.passport.use(STRATEGY, strategy);
  }

  actorOf(context: ExecutionContext): Promise<Actor> {
    const http = context.switchToHttp();
    return new Promise((resolve, reject) => {
      const done = (error: unknown, actor: Actor | false | null): void => {
        if (error) reject(error instanceof Error ? error : new Error(String(error)));
        else resolve(actor || { kind: 'anonymous' });
      };
      const authenticate = this.passport.authenticate(STRATEGY, { session: false }, done) as Middleware;
      authenticate(http.getRequest(), http.getResponse(), reject);
    });
  }
}

type Middleware = (request: unknown, response: unknown, next: (error: unknown) => void) => void;
