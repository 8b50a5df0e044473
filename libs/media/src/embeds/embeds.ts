import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { GuardedFetch, invalid, JobHandler, JobQueue, Problem, systemCtx, unavailable, type Ctx } from '@pipit/kernel';
import { LRUCache } from 'lru-cache';
import { DataSource, In, LessThan } from 'typeorm';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { Embed } from './embed.entity.js';
import { oEmbedOf } from './oembed.js';
import { EMBED_PROVIDERS, providerOf, type EmbedProvider } from './providers.js';

/** What to show for an address. */
export interface EmbedWish {
  readonly url: string;
  /** Pixels it is asked to keep to. */
  readonly maxWidth?: number | undefined;
  /** The same. */
  readonly maxHeight?: number | undefined;
}

const ASK_EMBED = 'media:ask-embed';

const MAX_ANSWER = 256 * 1024;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long an answer is kept at least and at most, whatever the provider says. */
const KEPT = { default: 7 * DAY, least: HOUR, most: 30 * DAY, nothing: HOUR } as const;

/** Answers to readers that are old for a moment do not each have it asked for anew. */
const ASKED_LATELY = { max: 10_000, ttl: 60_000 } as const;

/** Asks providers how their pages are embedded, and keeps what they said for all processes. */
@Injectable()
export class Embeds {
  private readonly providers: readonly EmbedProvider[];
  private readonly askedLately = new LRUCache<string, true>(ASKED_LATELY);

  constructor(
    private readonly dataSource: DataSource,
    private readonly fetch: GuardedFetch,
    private readonly jobs: JobQueue,
    @Inject(MEDIA_OPTIONS) options: MediaOptions,
  ) {
    this.providers = [...options.embedProviders, ...EMBED_PROVIDERS];
  }

  /** What the provider says; `invalid` for an address nobody knows, or that is gone. */
  async find(ctx: Ctx, wish: EmbedWish): Promise<Embed> {
    const provider = providerOf(wish.url, this.providers);
    if (!provider) throw unknown('unknown_provider', 'No provider we know embeds this address.');
    const key = keyOf(wish);
    const kept = await ctx.manager.findOneBy(Embed, { key });
    const embed = kept && kept.expiresAt.getTime() > Date.now() ? kept : await this.ask(ctx, key, wish, provider, kept);
    if (embed.type === null) throw unknown('not_embeddable', `${provider.name} does not let this be embedded.`);
    return embed;
  }

  /**
   * What is known of addresses, in their order, without asking anybody: readers never wait for another site. Null where
   * nothing is known. What is missing or old is asked for in a job.
   */
  async known(ctx: Ctx, wishes: readonly EmbedWish[]): Promise<(Embed | null)[]> {
    const keys = wishes.map(keyOf);
    const rows = await ctx.manager.findBy(Embed, { key: In([...new Set(keys)]) });
    const byKey = new Map(rows.map((row) => [row.key, row]));
    for (const [index, wish] of wishes.entries()) {
      const key = keys[index] as string;
      const isFresh = (byKey.get(key)?.expiresAt.getTime() ?? 0) > Date.now();
      if (isFresh || this.askedLately.has(key) || !providerOf(wish.url, this.providers)) continue;
      // What a preview asks for is taken back with all of it.
      if (!ctx.manager.queryRunner?.isTransactionActive) this.askedLately.set(key, true);
      await this.jobs.enqueue(ctx.manager, ASK_EMBED, wish, { key: `${ASK_EMBED}:${key}`, maxAttempts: 3 });
    }
    return keys.map((key) => {
      const row = byKey.get(key);
      return row && row.type !== null ? row : null;
    });
  }

  /** What a provider refuses is kept as well. */
  @JobHandler(ASK_EMBED)
  async askLater(wish: EmbedWish): Promise<void> {
    try {
      await this.find(systemCtx(this.dataSource.manager, 'embeds'), wish);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 422) throw error;
    }
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
    if (wish.maxHeight) address.searchParams.set('maxheight', String(wish.maxHeight));
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

function keyOf({ url, maxWidth, maxHeight }: EmbedWish): string {
  const size = `${maxWidth ?? ''}${maxHeight === undefined ? '' : `x${maxHeight}`}`;
  return createHash('sha256').update(`${size} ${url}`).digest('hex');
}

function lifetimeOf(seconds: number | null, isFound: boolean): number {
  if (!isFound) return KEPT.nothing;
  return seconds === null ? KEPT.default : Math.min(Math.max(seconds * 1000, KEPT.least), KEPT.most);
}

function unknown(code: string, message: string) {
  return invalid(message, [{ path: '/url', code, message }]);
}
