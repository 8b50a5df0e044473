import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Authenticator, type ProgramKey } from '@pipit/access';
import { forbidden, unauthenticated, type Actor } from '@pipit/kernel';
import type { FastifyRequest } from 'fastify';
import { TokenAuthenticator } from '../api-tokens/token-authenticator.js';
import { ACCESS_STRATEGY, AccessTokenStrategy } from './access-token.strategy.js';

/** Asks passport who sent a request. */
@Injectable()
export class PassportAuthenticator extends Authenticator {
  constructor(
    private readonly strategy: AccessTokenStrategy,
    private readonly tokens: TokenAuthenticator,
  ) {
    super();
  }

  async actorOf(context: ExecutionContext): Promise<Actor> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const secret = this.tokens.secretOf(request);
    if (secret === null) return this.signedIn(context);
    const good = await this.tokens.find(request, secret);
    // One for the content API alone opens nothing here.
    const opens = good?.actor.kind === 'user' && good.actor.token && good.actor.token.permissions.length > 0;
    return good && opens ? good.actor : { kind: 'anonymous' };
  }

  override async checkUnneeded(context: ExecutionContext): Promise<ProgramKey | null> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const secret = this.tokens.secretOf(request);
    if (secret === null) return null;
    const good = await this.tokens.find(request, secret);
    if (!good) throw unauthenticated('This API token is not good, or not good from here.');
    const { delivery, preview, userId } = good;
    if (!delivery && !preview) throw forbidden('This API token is not for the content API.');
    return { userId, delivery, preview };
  }

  private signedIn(context: ExecutionContext): Promise<Actor> {
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
