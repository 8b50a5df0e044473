import { Injectable, Logger } from '@nestjs/common';
import { getTreeScope, quoteIdentifier, withinSql, type RestrictionKind, type TreeKind } from '@pipit/access';
import { forbidden, unauthenticated, type Ctx } from '@pipit/kernel';
import { notLetIn } from '../errors.js';
import { PasswordHashes } from '../passwords/password-hashes.js';
import { LoginThrottle } from '../throttle/login-throttle.js';
import { passwordMark, ReaderTokens, type ReaderToken } from './reader-tokens.js';

/** What a password is tried at. */
export interface LockedNode {
  /** What was asked for, in words: tries at it are counted, whether it exists or not. */
  readonly asked: string;
  /** The page or collection; null when there is none that anybody may know of. */
  readonly node: { readonly kind: TreeKind; readonly id: number } | null;
}

interface RestrictionRow {
  readonly id: number;
  readonly restriction: RestrictionKind;
  readonly hash: string | null;
}

/** Gives readers tokens for what not everybody may read. */
@Injectable()
export class ReaderAccess {
  private readonly logger = new Logger('Readers');

  constructor(
    private readonly tokens: ReaderTokens,
    private readonly throttle: LoginThrottle,
    private readonly hashes: PasswordHashes,
  ) {}

  /**
   * A token for the restrictions whose password this is, at the node or above it. Throws `not_let_in` or
   * `too_many_attempts`: a wrong password, a page without one and no page at all are the same answer after the same
   * work, and tries are counted by what was asked for, so that no count tells what stands behind.
   */
  async withPassword(ctx: Ctx, { asked, node }: LockedNode, password: string): Promise<ReaderToken> {
    const attempt = { email: `reader of ${asked}`, secret: 'reader', address: ctx.client?.address ?? '' } as const;
    await this.throttle.begin(attempt);
    const over = node ? await this.restrictionsOver(ctx, node) : [];
    const locks = over.filter(({ restriction }) => restriction === 'password');
    const passwords = new Map<number, string>();
    // One at least, so that it takes as long where there is nothing to compare with.
    for (const { id, hash } of locks.length > 0 ? locks : [{ id: 0, hash: null }]) {
      if ((await this.hashes.matches(password, hash)) && hash !== null) passwords.set(id, passwordMark(hash));
    }
    if (passwords.size === 0) {
      this.logger.warn(`Wrong password of a reader (request ${ctx.requestId})`);
      throw notLetIn('There is no such page, or this is not its password.');
    }
    await this.throttle.succeed(attempt);
    return this.tokens.sign({ person: null, passwords });
  }

  /** A token for what the person signed in may read, and nothing else of what they may do. It ends with the session. */
  forSession({ actor }: Ctx): ReaderToken {
    if (actor.kind !== 'user') throw unauthenticated('Sign in to do this.');
    if (actor.sessionId === undefined) throw forbidden('API tokens do not open this. Sign in.');
    const { userId, sessionId } = actor;
    return this.tokens.sign({ person: { userId, sessionId }, passwords: new Map() });
  }

  /** What still keeps a reader from a node who passes these restrictions, the nearest first, each kind once. */
  async locks(ctx: Ctx, node: NonNullable<LockedNode['node']>, passed: readonly number[]): Promise<RestrictionKind[]> {
    const rows = await this.restrictionsOver(ctx, node);
    return [...new Set(rows.filter(({ id }) => !passed.includes(id)).map(({ restriction }) => restriction))];
  }

  private restrictionsOver(ctx: Ctx, { kind, id }: NonNullable<LockedNode['node']>): Promise<RestrictionRow[]> {
    const table = quoteIdentifier(getTreeScope(kind).table);
    return ctx.manager.query(
      `SELECT r.id, r.restriction, r.password_hash AS hash FROM ${table} node
         JOIN ${table} above ON ${withinSql('node.path', 'above.path')}
         JOIN view_restriction r ON r.kind = $2 AND r.target_id = above.id
        WHERE node.id = $1 ORDER BY above.path DESC`,
      [id, kind],
    );
  }
}
