import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ContentTypes } from '@pipit/content-types';
import { createCtx, UnitOfWork } from '@pipit/kernel';
import { Renditions } from '@pipit/media';
import { Previews, type OpenPreview } from '@pipit/preview';
import { ContentApi, type Asked } from '../content-api.js';
import { ok, type Answer } from '../http/answer.js';
import type { Route } from '../http/route.js';
import { ApiModels } from '../model/api-models.js';
import { readerOn } from '../query/content-reader.js';
import { draftSubject } from './draft-subject.js';
import type { Staged } from './staged.js';

/** Where a token is told what it stands for: `/api/v2/preview/`. */
export const PREVIEW_ENDPOINT = 'preview';

/** An answer to the question what a token shows, and the mark by which a repeated question knows it again. */
export interface Facts {
  readonly etag: string;
  /** Null for a caller who knows them already. */
  readonly answer: Answer | null;
}

/**
 * The content API for those who hold a preview token. The draft is written as publishing would write it, in a
 * transaction that is taken back, and everything is read and printed there by what prints the live site: one draft is
 * public to this one answer, and nothing else is.
 */
@Injectable()
export class PreviewApi {
  constructor(
    private readonly previews: Previews,
    private readonly work: UnitOfWork,
    private readonly api: ContentApi,
    private readonly renditions: Renditions,
    readonly types: ContentTypes,
    readonly models: ApiModels,
  ) {}

  /** Answers as the site would if the draft were published. */
  async view(token: string, asked: Asked, view: (asked: Asked) => Promise<Answer>): Promise<Answer> {
    return this.withDraft(await this.previews.open(token, asked.ctx), asked, view);
  }

  /** Answers as the site would if the draft of one object were published, to a program of somebody who may see it. */
  async viewDraft(
    userId: number,
    route: Route,
    asked: Asked,
    view: (asked: Asked) => Promise<Answer>,
  ): Promise<Answer> {
    const subject = await draftSubject(route, this, asked.ctx.manager);
    const { stage } = await this.previews.openDraft(userId, subject, asked.ctx);
    return this.withDraft({ subject, stage }, asked, view);
  }

  /** What a token shows and where; the object too, where `fields` are asked for. */
  async facts(token: string, asked: Asked, known: string | undefined): Promise<Facts> {
    const open = await this.previews.open(token, asked.ctx);
    const etag = etagOf(open);
    if (known === etag) return { etag, answer: null };
    const answer = await this.withDraft(open, asked, async (inside) => ok(await this.describe(open, inside)));
    return { etag, answer };
  }

  private async describe({ subject, mode, version, expiresAt, editorOrigin }: OpenPreview, asked: Asked) {
    const { place, object } = await this.api.shown(asked, subject, asked.query.has('fields'));
    return {
      mode,
      version,
      expires_at: expiresAt.toISOString(),
      editor_origin: editorOrigin,
      id: subject.id,
      ...place,
      ...(object === undefined ? {} : { object }),
    };
  }

  private async withDraft<T>(
    open: Pick<OpenPreview, 'subject' | 'stage'>,
    asked: Asked,
    use: (asked: Asked) => Promise<T>,
  ): Promise<T> {
    const renditions: Staged['renditions'] = [];
    const pageId = open.subject.category === 'page' ? open.subject.id : null;
    const answer = await this.work.rehearse(asked.ctx, async (ctx, connection) => {
      await open.stage(ctx);
      const reading = createCtx(ctx.manager, asked.ctx.actor, asked.ctx);
      return use({ ...asked, ctx: reading, staged: { reader: readerOn(connection), pageId, renditions } });
    });
    if (renditions.length > 0) await this.renditions.describeMany(asked.ctx, renditions, { baseUrl: '' });
    return answer;
  }
}

function etagOf({ subject, version, mode }: OpenPreview): string {
  const text = JSON.stringify([subject, version, mode]);
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}
