import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { GuardedFetch, invalid, JobHandler, systemCtx, unavailable, type Ctx } from '@pipit/kernel';
import { DataSource, LessThan } from 'typeorm';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { Embed } from './embed.entity.js';
import { oEmbedOf } from './oembed.js';
import { EMBED_PROVIDERS, providerOf, type EmbedProvider } from './providers.js';

/** What to show for an address. */
export interface EmbedWish {
  readonly url: string;
  /** Pixels it is asked to keep to. */
  readonly maxWidth?: number | undefined;
}

const MAX_ANSWER = 256 * 1024;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long an answer is kept at least and at most, whatever the provider says. */
const KEPT = { default: 7 * DAY, least: HOUR, most: 30 * DAY, nothing: HOUR } as const;

/** Asks providers how their pages are embedded, and keeps what they said for all processes. */
@Injectable()
export class Embeds {
  private readonly providers: readonly EmbedProvider[];

  constructor(
    private readonly dataSource: DataSource,
    private readonly fetch: GuardedFetch,
    @Inject(MEDIA_OPTIONS) options: MediaOptions,
  ) {
    this.providers = [...options.embedProviders, ...EMBED_PROVIDERS];
  }

  /** What the provider says; `invalid` for an address nobody knows, or that is gone. */
  async find(ctx: Ctx, wish: EmbedWish): Promise<Embed> {
    const provider = providerOf(wish.url, this.providers);
    if (!provider) throw unknown('unknown_provider', 'No provider we know embeds this address.');
    const key = createHash('sha256')
      .update(`${wish.maxWidth ?? ''} ${wish.url}`)
      .digest('hex');
    const kept = await ctx.manager.findOneBy(Embed, { key });
    const embed = kept && kept.expiresAt.getTime() > Date.now() ? kept : await this.ask(ctx, key, wish, provider, kept);
    if (embed.type === null) throw unknown('not_embeddable', `${provider.name} does not let this be embedded.`);
    return embed;
  }

  /** Daily. */
  @JobHandler('media:forget-embeds', { cron: '53 3 * * *' })
  async forget(): Promise<void> {
    const { manager } = systemCtx(this.dataSource.manager, 'embeds');
    await manager.delete(Embed, { expiresAt: LessThan(new Date(Date.now() - KEPT.most)) });
  }

  /** A provider that is away is no reason to show less than it said the last time. */
  private async ask(
    ctx: Ctx,
    key: string,
    wish: EmbedWish,
    provider: EmbedProvider,
    kept: Embed | null,
  ): Promise<Embed> {
    const address = new URL(provider.endpoint);
    address.searchParams.set('url', wish.url);
    address.searchParams.set('format', 'json');
    if (wish.maxWidth) address.searchParams.set('maxwidth', String(wish.maxWidth));
    const answer = await this.answerOf(address.href).catch((error: unknown) => {
      if (kept) return 'as before' as const;
      throw error;
    });
    if (answer === 'as before' && kept) return kept;
    const found = answer === 'as before' ? null : oEmbedOf(answer);
    const embed = ctx.manager.create(Embed, {
      ...(found?.facts ?? { type: null }),
      key,
      url: wish.url,
      provider: provider.name,
      expiresAt: new Date(Date.now() + lifetimeOf(found?.seconds ?? null, found !== null)),
    });
    await ctx.manager.upsert(Embed, embed, ['key']);
    return embed;
  }

  /** Null when the provider answers, and has nothing to say. */
  private async answerOf(address: string): Promise<string | null> {
    const { body, signal } = await this.fetch.get(address, { accept: 'application/json' });
    const chunks: Buffer[] = [];
    let size = 0;
    try {
      for await (const chunk of body as AsyncIterable<Buffer>) {
        signal.throwIfAborted();
        size += chunk.length;
        if (size > MAX_ANSWER) return null;
        chunks.push(chunk);
      }
    } catch {
      throw unavailable('The provider broke off its answer.');
    } finally {
      body.destroy();
    }
    return Buffer.concat(chunks).toString('utf8');
  }
}

function lifetimeOf(seconds: number | null, isFound: boolean): number {
  if (!isFound) return KEPT.nothing;
  return seconds === null ? KEPT.default : Math.min(Math.max(seconds * 1000, KEPT.least), KEPT.most);
}

function unknown(code: string, message: string) {
  return invalid(message, [{ path: '/url', code, message }]);
}
