import { Injectable } from '@nestjs/common';
import type { ContentType, JsonObject } from '@pipit/content-types';
import { forbidden, type Ctx } from '@pipit/kernel';
import { LinkTargets, TypeFields } from '@pipit/revisions';
import {
  SnippetAccess,
  SnippetDrafts,
  SnippetStaging,
  SnippetTypes,
  findSnippet,
  snippetSnapshot,
} from '@pipit/snippets';
import { withHiddenAsPublic } from '../hidden-fields.js';
import type { PreviewKind, ReadyDraft } from '../preview-kind.js';
import { SourceValues } from '../source-values.js';
import type { SnippetSubject } from '../subject.js';
import type { PreviewClaims } from '../tokens/preview-claims.js';

/** Drafts of snippets, ready to be shown. */
@Injectable()
export class SnippetPreviews implements PreviewKind {
  constructor(
    private readonly types: SnippetTypes,
    private readonly access: SnippetAccess,
    private readonly drafts: SnippetDrafts,
    private readonly fields: TypeFields,
    private readonly staging: SnippetStaging,
    private readonly targets: LinkTargets,
    private readonly values: SourceValues,
  ) {}

  ready(ctx: Ctx, claims: PreviewClaims): Promise<ReadyDraft> {
    const { type, id, isNew } = claims.subject as SnippetSubject;
    const found = this.types.require(type);
    return isNew ? this.readyNewSnippet(ctx, claims, found, id) : this.readySnippet(ctx, claims, found, id);
  }

  private async readySnippet(ctx: Ctx, claims: PreviewClaims, type: ContentType, id: number): Promise<ReadyDraft> {
    const can = await this.access.permissions(ctx, type);
    const own = claims.source === 'posted' || claims.source === 'working-copy';
    if (own && !can.edit) throw forbidden(`You may not change ${type.labelPlural}.`);
    const row = await findSnippet(ctx, type, id);
    const draft = snippetSnapshot(type, await this.drafts.draftOf(ctx, type, row));
    const draftVersion = row.latestRevisionId ?? null;
    const { snapshot, version } = await this.values.of(ctx, claims, { draft, draftVersion });
    const live = row.live ? await this.drafts.rowOf(ctx, type, row) : null;
    const ready = await this.complete(ctx, type, snapshot.fields, live);
    return { version, stage: (tx) => this.staging.show(tx, type, id, ready) };
  }

  private async readyNewSnippet(ctx: Ctx, claims: PreviewClaims, type: ContentType, id: number): Promise<ReadyDraft> {
    await this.access.require(ctx, type, 'snippet.add');
    const { snapshot, version } = await this.values.of(ctx, claims, null);
    const ready = await this.complete(ctx, type, snapshot.fields, null);
    return { version, stage: (tx) => this.staging.showNew(tx, type, id, ready) };
  }

  private async complete(
    ctx: Ctx,
    type: ContentType,
    values: JsonObject,
    live: JsonObject | null,
  ): Promise<JsonObject> {
    const { readable } = await this.fields.mask(ctx, type);
    const shown = withHiddenAsPublic(type, values, (name) => readable.has(name), live);
    return this.targets.withoutGone(ctx, type.fields, shown);
  }
}
