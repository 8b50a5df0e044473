import { Injectable } from '@nestjs/common';
import type { Actor } from '@pipit/kernel';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { SessionActors } from '../queries/session-actors.js';
import { isInNetworks } from './networks.js';
import { TOKEN_PREFIX, tokenHash } from './token-secret.js';

/** A token that is good for the request it came with. */
export interface GoodToken {
  readonly actor: Actor;
  /** Who made it. */
  readonly userId: number;
  /** Opens the content API. */
  readonly delivery: boolean;
  /** Opens it with drafts. */
  readonly preview: boolean;
}

interface TokenRow {
  readonly id: number;
  readonly name: string;
  readonly userId: number;
  readonly delivery: boolean;
  readonly preview: boolean;
  readonly permissions: string[];
  readonly origins: string[];
  readonly networks: string[];
}

/** Who sends a request with an API token: whoever made it, with those of their present rights that the token names. */
@Injectable()
export class TokenAuthenticator {
  constructor(
    private readonly dataSource: DataSource,
    private readonly actors: SessionActors,
  ) {}

  /** The token a request carries in its `Authorization` header and nowhere else; null for none of ours. */
  secretOf(request: FastifyRequest): string | null {
    const [, secret] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    return secret?.startsWith(TOKEN_PREFIX) ? secret : null;
  }

  /** Null when it is unknown, over, taken back, sent from elsewhere, or its maker may not act any more. */
  async find(request: FastifyRequest, secret: string): Promise<GoodToken | null> {
    const [row]: TokenRow[] = await this.dataSource.query(
      `SELECT id, name, user_id AS "userId", delivery, preview, permissions, origins, networks FROM api_token
        WHERE (token_hash = $1 OR (former_hash = $1 AND former_until > now()))
          AND (expires_at IS NULL OR expires_at > now())`,
      [tokenHash(secret)],
    );
    if (!row || !isFrom(request, row)) return null;
    const actor = await this.actors.byId(this.dataSource.manager, row.userId);
    if (!actor) return null;
    await this.dataSource.query(
      `UPDATE api_token SET last_used_at = now()
        WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
      [row.id],
    );
    const { id: tokenId, name, permissions, userId, delivery, preview } = row;
    return { actor: { ...actor, token: { tokenId, name, permissions } }, userId, delivery, preview };
  }
}

/** Whoever names origins lets browsers on those pages in, and nobody who does not say where they are. */
function isFrom(request: FastifyRequest, { origins, networks }: TokenRow): boolean {
  if (networks.length > 0 && !isInNetworks(request.ip, networks)) return false;
  return origins.length === 0 || origins.includes(request.headers.origin ?? '');
}
