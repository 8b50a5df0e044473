import { Injectable, Logger } from '@nestjs/common';
import { JobHandler, JobQueue, Mailer, type WriteCtx } from '@pipit/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { emailKey } from '../accounts/email.js';
import { User } from '../accounts/user.entity.js';
import { OneTimeTokens } from '../one-time/one-time-tokens.js';
import type { Purpose } from '../one-time/one-time-token.entity.js';
import { UsersConfig } from '../users.options.js';
import { letter, type LetterKind } from './letters.js';

const LINK = 'users:mail-link';
const NOTICE = 'users:mail-notice';

/** Which screen of the editor a link opens. */
const SCREENS: Readonly<Record<Purpose, string>> = {
  invitation: 'accept-invitation',
  reset: 'reset-password',
  email: 'confirm-email',
};

/** Who gets a link, and for what. Whether there is such an account is looked at by the job alone. */
interface LinkWish {
  readonly purpose: Purpose;
  readonly userId?: number;
  /** As somebody typed it. */
  readonly address?: string;
  /** To be proved. */
  readonly email?: string;
}

/** A word to somebody. `to` is the address they had when it happened. */
interface Notice {
  readonly kind: LetterKind;
  readonly to: string;
  readonly name: string;
  readonly language: string;
}

/**
 * Letters, by way of the job queue: each exists if and only if what it tells about was committed, and is tried again
 * while the mail server is away. The secret of a link is made when the letter is written, so that none waits in a table.
 */
@Injectable()
export class MailJobs {
  private readonly logger = new Logger('Mail');

  constructor(
    private readonly jobs: JobQueue,
    private readonly mailer: Mailer,
    private readonly tokens: OneTimeTokens,
    private readonly dataSource: DataSource,
    private readonly config: UsersConfig,
  ) {}

  /** A link to choose one's first password. */
  invite(ctx: WriteCtx, userId: number): Promise<void> {
    return ctx.enqueue(LINK, { purpose: 'invitation', userId } satisfies LinkWish);
  }

  /** A link to choose a new password, to whoever has the address. Takes as long whether anybody has. */
  reset(manager: EntityManager, address: string): Promise<void> {
    return this.jobs.enqueue(manager, LINK, { purpose: 'reset', address } satisfies LinkWish);
  }

  /** A link to prove an address. */
  proveEmail(ctx: WriteCtx, userId: number, email: string): Promise<void> {
    return ctx.enqueue(LINK, { purpose: 'email', userId, email } satisfies LinkWish);
  }

  /** Tells the address that is left. */
  addressChanged(ctx: WriteCtx, user: User): Promise<void> {
    return this.notice(ctx, 'addressChanged', user);
  }

  /** Tells somebody that what they sign in with was changed. */
  notice(ctx: WriteCtx, kind: LetterKind, { email, name, language }: User): Promise<void> {
    if (email === '') return Promise.resolve();
    return ctx.enqueue(NOTICE, { kind, to: email, name, language } satisfies Notice);
  }

  /** Where a link of that purpose leads, its secret behind the `#`: servers and logs never see it. */
  linkTo(purpose: Purpose, secret: string): string {
    return `${this.config.editorUrl}/${SCREENS[purpose]}#${secret}`;
  }

  /** Writes a letter with a link. */
  @JobHandler(LINK)
  async sendLink(wish: LinkWish): Promise<void> {
    const user = await this.recipient(wish);
    if (!user) return;
    const email = wish.email ?? null;
    const { secret } = await this.dataSource.transaction((manager) =>
      this.tokens.issue(manager, wish.purpose, user.id, email),
    );
    const link = this.linkTo(wish.purpose, secret);
    await this.send(email ?? user.email, wish.purpose, user, link);
  }

  /** Writes a letter without one. */
  @JobHandler(NOTICE)
  async sendNotice({ kind, to, name, language }: Notice): Promise<void> {
    await this.send(to, kind, { name, language });
  }

  /** The stored address counts, never the spelling that somebody asked with. */
  private async recipient({ purpose, userId, address }: LinkWish): Promise<User | null> {
    const key = userId === undefined ? { emailKey: emailKey(address ?? '') } : { id: userId };
    const user = await this.dataSource.manager.findOneBy(User, { ...key, isActive: true });
    if (!user || user.email === '') {
      this.logger.log(`Nobody gets a link of kind ${purpose}: there is no such active account.`);
      return null;
    }
    return user;
  }

  private send(to: string, kind: LetterKind, { name, language }: Pick<User, 'name' | 'language'>, link?: string) {
    const site = new URL(this.config.editorUrl).host;
    return this.mailer.send({ to, ...letter(kind, language, { name, site, ...(link ? { link } : {}) }) });
  }
}
