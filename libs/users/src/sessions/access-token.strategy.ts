import { Injectable } from '@nestjs/common';
import type { UserActor } from '@pipit/kernel';
import { ExtractJwt, Strategy, type VerifiedCallback } from 'passport-jwt';
import { UsersConfig } from '../users.options.js';
import { SessionActors } from '../queries/session-actors.js';
import { ACCESS_AUDIENCE, AccessTokens, type AccessClaims } from './access-tokens.js';

/**
 * Bearer access tokens from the `Authorization` header and from nowhere else. A good signature is not enough: the
 * session has to exist and its person to be active at this very moment.
 */
@Injectable()
export class AccessTokenStrategy extends Strategy {
  constructor(config: UsersConfig, tokens: AccessTokens, actors: SessionActors) {
    super(
      {
        jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
        secretOrKeyProvider: (_request: unknown, token: string, done) => {
          const secret = tokens.secretFor(token);
          done(secret === null ? new Error('Unknown key.') : null, secret ?? undefined);
        },
        algorithms: ['HS256'],
        issuer: config.issuer,
        audience: ACCESS_AUDIENCE,
        jsonWebTokenOptions: { maxAge: config.accessTokenSeconds },
      },
      (claims: AccessClaims, done: VerifiedCallback) => {
        actors.find(claims.sid, Number(claims.sub)).then((actor: UserActor | null) => done(null, actor ?? false), done);
      },
    );
  }
}
