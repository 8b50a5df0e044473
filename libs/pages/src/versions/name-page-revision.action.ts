import { Injectable } from '@nestjs/common';
import { Action, Hooks, notFound, type WriteCtx } from '@pipit/kernel';
import { Revisions } from '@pipit/revisions';
import { PageAccess } from '../actions/page-access.js';
import { auditSubject } from '../actions/page-writer.js';
import { PageRevisionNamed } from '../events.js';
import { BeforeNameRevision } from '../hooks.js';

/** Which version gets which name. */
export interface NamePageRevisionInput {
  readonly pageId: number;
  readonly revisionId: number;
  /** Null takes the name away. */
  readonly name: string | null;
}

/** Names a version, so that it is found again and never purged. A lock on the page does not stand in the way. */
@Injectable()
export class NamePageRevision extends Action<NamePageRevisionInput, void> {
  constructor(
    private readonly access: PageAccess,
    private readonly revisions: Revisions,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { pageId, revisionId, name }: NamePageRevisionInput): Promise<void> {
    const page = await this.access.takeLocked(ctx, pageId);
    await this.access.requireOn(ctx, page, 'page.edit');
    const revision = await this.revisions.find(ctx, { type: 'page', id: pageId }, revisionId);
    if (!revision) throw notFound(`The page has no version ${revisionId}.`);
    await this.hooks.run(new BeforeNameRevision(ctx, page, revisionId, name));
    await this.revisions.rename(ctx, revision, name);
    const data = { name: revision.name };
    ctx.record({ action: 'page.nameRevision', subject: auditSubject(page), revisionId, data });
    ctx.emit(new PageRevisionNamed(page));
  }
}
