import { Injectable } from '@nestjs/common';
import { createCtx, invalid, type Ctx } from '@pipit/kernel';
import { SessionActors } from '@pipit/users';
import { DataSource } from 'typeorm';
import { previewEnded } from './errors.js';
import { PagePreviews } from './pages/page-previews.js';
import type { ReadyDraft } from './preview-kind.js';
import { SnippetPreviews } from './snippets/snippet-previews.js';
import type { PreviewSubject } from './subject.js';
import type { PreviewClaims } from './tokens/preview-claims.js';
import { PreviewTokens } from './tokens/preview-tokens.js';

/** A preview that may be looked at, at this moment. */
export interface OpenPreview extends ReadyDraft {
  readonly subject: PreviewSubject;
  readonly mode: string;
  readonly expiresAt: Date;
  readonly editorOrigin: string | null;
}

/** Opens previews for those who hold a token. */
@Injectable()
export class Previews {
  constructor(
    private readonly tokens: PreviewTokens,
    private readonly actors: SessionActors,
    private readonly pages: PagePreviews,
    private readonly snippets: SnippetPreviews,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * What a token shows. It is never stronger than whoever made it: the person is loaded and the policy asked each time,
   * so that the end of a session, of an account or of a right ends the preview at once.
   */
  async open(token: string, { requestId }: Pick<Ctx, 'requestId'>): Promise<OpenPreview> {
    const claims = this.tokens.read(token);
    if (!claims) throw previewEnded('This preview has ended or is none. Open it again from the editor.');
    const actor = await this.actors.find(claims.sessionId, claims.userId);
    if (!actor) throw previewEnded('Whoever opened this preview is not signed in any more.');
    const ready = await this.ready(claims, createCtx(this.dataSource.manager, actor, { requestId }));
    const { subject, mode, expiresAt, editorOrigin } = claims;
    return { ...ready, subject, mode, expiresAt, editorOrigin };
  }

  /** The latest draft, to a program of that person: with the rights the person has now. */
  async openDraft(userId: number, subject: PreviewSubject, { requestId }: Pick<Ctx, 'requestId'>): Promise<ReadyDraft> {
    const { manager } = this.dataSource;
    const actor = await this.actors.byId(manager, userId);
    if (!actor) throw previewEnded('Whoever made this API token is not there any more.');
    const claims: PreviewClaims = {
      userId, subject, sessionId: '', mode: '', source: 'draft', revisionId: null, contentId: null, editorOrigin: null,
    }; // prettier-ignore
    return this.ready(claims, createCtx(manager, actor, { requestId }));
  }

  private async ready(claims: PreviewClaims, ctx: Ctx): Promise<ReadyDraft> {
    const ready = await this[claims.subject.category === 'page' ? 'pages' : 'snippets'].ready(ctx, claims);
    return { ...ready, stage: (tx) => ready.stage(tx).catch(tellMissing) };
  }
}

/** A column that is never empty, in values that are not complete yet. */
function tellMissing(error: unknown): never {
  const { driverError } = Object(error) as { driverError?: { code?: unknown; column?: unknown } };
  if (driverError?.code !== '23502') throw error;
  throw invalid(`This can be seen as soon as ${String(driverError.column)} is filled in.`);
}
