import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { UserActor } from '@pipit/kernel';
import passport from 'passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { SessionActors } from '../queries/session-actors.js';
import { UsersConfig } from '../users.options.js';
import { ACCESS_AUDIENCE, AccessTokens, type AccessClaims } from './access-tokens.js';

/** Under which name passport knows it. */
export const ACCESS_STRATEGY = 'access-token';

/**
 * Bearer access tokens from the `Authorization` header and from nowhere else. A good signature is not enough: the
 * session has to exist and its person to be active at this very moment.
 */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, ACCESS_STRATEGY) {
  declare private own: passport.Authenticator | undefined;

  constructor(
    config: UsersConfig,
    tokens: AccessTokens,
    private readonly actors: SessionActors,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: (_request: unknown, token: string, done) => {
        const key = tokens.keyFor(token);
        // Its types know text alone, while the library it hands the key to takes these and would make one of text.
        done(key === null ? new Error('Unknown key.') : null, (key ?? undefined) as Buffer | undefined);
      },
      algorithms: ['HS256'],
      issuer: config.issuer,
      audience: ACCESS_AUDIENCE,
      jsonWebTokenOptions: { maxAge: config.accessTokenSeconds },
    });
  }

  async validate({ sid, sub }: AccessClaims): Promise<UserActor | false> {
    return (await this.actors.find(sid, Number(sub))) ?? false;
  }

  /**
   * Where the strategy registers itself while it is being made. One of its own instead of the library's global one,
   * so that two applications in a process do not answer for each other; Nest's `AuthGuard` knows the global one alone.
   */
  getPassportInstance(): passport.Authenticator {
    this.own ??= new passport.Passport();
    return this.own;
  }
}
