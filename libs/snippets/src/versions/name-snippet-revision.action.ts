import { Injectable } from '@nestjs/common';
import { titleOfRecord } from '@pipit/records';
import { Action, Hooks, notFound, type WriteCtx } from '@pipit/kernel';
import { Revisions } from '@pipit/revisions';
import { SnippetAccess } from '../actions/snippet-access.js';
import { auditSubject } from '../actions/snippet-writer.js';
import { SnippetRevisionNamed } from '../events.js';
import { BeforeSnippetNameRevision } from '../hooks.js';
import { lockSnippet } from '../queries/snippet-rows.js';
import { SnippetDrafts } from '../snippet-drafts.js';
import { SnippetTypes } from '../snippet-types.js';

/** Which version gets which name. */
export interface NameSnippetRevisionInput {
  readonly type: string;
  readonly id: number;
  readonly revisionId: number;
  /** Null takes the name away. */
  readonly name: string | null;
}

/** Names a version, so that it is found again and never purged. A lock on the snippet does not stand in the way. */
@Injectable()
export class NameSnippetRevision extends Action<NameSnippetRevisionInput, void> {
  constructor(
    private readonly types: SnippetTypes,
    private readonly access: SnippetAccess,
    private readonly drafts: SnippetDrafts,
    private readonly revisions: Revisions,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: NameSnippetRevisionInput): Promise<void> {
    const type = this.types.require(input.type);
    await this.access.require(ctx, type, 'snippet.edit');
    const row = await lockSnippet(ctx, type, input.id);
    const revision = await this.revisions.find(ctx, { type: type.name, id: row.id }, input.revisionId);
    if (!revision) throw notFound(`The ${type.label} has no version ${input.revisionId}.`);
    await this.hooks.run(new BeforeSnippetNameRevision(ctx, { type, id: row.id }, revision.id, input.name));
    await this.revisions.rename(ctx, revision, input.name);
    const draft = await this.drafts.draftOf(ctx, type, row);
    const data = { name: revision.name };
    ctx.record({
      action: 'snippet.nameRevision',
      subject: auditSubject(type, row, draft),
      revisionId: revision.id,
      data,
    });
    ctx.emit(new SnippetRevisionNamed(type.name, row.id, titleOfRecord(type, row.id, draft)));
  }
}
