import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import type { JsonObject } from '@pipit/content-types';
import { notFound, type Ctx, type Paged, type Paging } from '@pipit/kernel';
import { ReferenceIndex } from '@pipit/references';
import { Revisions, type RevisionSummary, type Snapshot } from '@pipit/revisions';
import { PageSnapshots } from '../content/page-snapshots.js';
import { PageTypes } from '../content/page-types.js';
import { pageNotFound } from '../errors.js';
import { Page } from '../page.entity.js';
import { TreeRules } from '../tree/tree-rules.js';
import { PageList } from './page-list.js';
import type { PageRow } from './page-row.js';

/** A page with its draft. */
export interface PageDetail extends PageRow {
  readonly fields: JsonObject;
  /** Latest revision: the base the next write has to name. */
  readonly revisionId: number | null;
  readonly liveRevisionId: number | null;
  readonly ancestors: { readonly id: number; readonly title: string }[];
  /** Types the acting person may create below. */
  readonly childTypes: string[];
  /** What is public, while the draft is ahead of it; otherwise null. */
  readonly liveFields: JsonObject | null;
}

/** A revision in a page's history. */
export interface PageRevision extends RevisionSummary {
  readonly isLatest: boolean;
  readonly isLive: boolean;
}

/** A page that points at something. */
export interface PageUsage {
  readonly sourceType: string;
  readonly sourceId: number;
  readonly title: string;
  readonly live: boolean;
}

/** Reads single pages for the management API. */
@Injectable()
export class PageDetails {
  constructor(
    private readonly list: PageList,
    private readonly policy: Policy,
    private readonly types: PageTypes,
    private readonly rules: TreeRules,
    private readonly snapshots: PageSnapshots,
    private readonly revisions: Revisions,
    private readonly references: ReferenceIndex,
  ) {}

  /** The page with its draft, masked to the fields the acting person may see. */
  async get(ctx: Ctx, id: number): Promise<PageDetail> {
    const row = await this.list.find(ctx, id);
    if (!row) throw pageNotFound(id);
    const page = await ctx.manager.findOneByOrFail(Page, { id });
    const type = this.types.of(page);
    const mask = await this.policy.fieldMask(ctx, type.name, type.fields.map(({ name, options }) => ({ name, permission: options.permission })), { kind: 'page', path: page.path });
    const fieldsOf = (snapshot: Snapshot): JsonObject => ({
      ...snapshot.base,
      ...Object.fromEntries(Object.entries(snapshot.fields).filter(([name]) => mask.readable.has(name))),
    });
    const ahead = page.live && page.hasUnpublishedChanges;
    const childTypes = row.can.addChild ? await this.rules.creatableBelow(ctx, page) : [];
    return {
      ...row,
      fields: fieldsOf(await this.snapshots.draftOf(ctx, page)),
      liveFields: ahead ? fieldsOf(await this.snapshots.liveOf(ctx, page)) : null,
      revisionId: page.latestRevisionId,
      liveRevisionId: page.liveRevisionId,
      ancestors: await this.list.ancestors(ctx, id),
      childTypes: childTypes.map((child) => child.name),
    };
  }

  /** A page's history, newest first. */
  async revisionsOf(ctx: Ctx, id: number, paging: Paging): Promise<Paged<PageRevision>> {
    const page = await this.editable(ctx, id);
    const found = await this.revisions.list(ctx, { type: 'page', id }, paging);
    return { total: found.total, items: found.items.map((revision) => withMarks(revision, page)) };
  }

  /** One revision with its values. */
  async revision(ctx: Ctx, id: number, revisionId: number): Promise<PageRevision & { fields: JsonObject }> {
    const page = await this.editable(ctx, id);
    const revision = await this.revisions.find(ctx, { type: 'page', id }, revisionId);
    if (!revision) throw notFound(`The page has no version ${revisionId}.`);
    const summary = { id: revision.id, createdAt: revision.createdAt, user: null, title: revision.label, changedFields: [] };
    return { ...withMarks(summary, page), fields: { ...revision.snapshot.base, ...revision.snapshot.fields } };
  }

  /** What points at the page. */
  async usage(ctx: Ctx, id: number, paging: Paging): Promise<Paged<PageUsage>> {
    await this.visible(ctx, id);
    const found = await this.references.usage(ctx, { type: 'page', id }, paging);
    const pages = await this.list.list(ctx, {
      ids: found.items.filter((usage) => usage.sourceType === 'page').map((usage) => usage.sourceId),
      order: 'tree',
      limit: paging.limit,
      offset: 0,
    });
    const titles = new Map(pages.items.map((page) => [page.id, page.title]));
    return {
      total: found.total,
      items: found.items.map((usage) => ({ ...usage, title: titles.get(usage.sourceId) ?? `${usage.sourceType} ${usage.sourceId}` })),
    };
  }

  /** The page's audit subject, for those who may see the page. */
  async visible(ctx: Ctx, id: number): Promise<PageRow> {
    const row = await this.list.find(ctx, id);
    if (!row) throw pageNotFound(id);
    return row;
  }

  private async editable(ctx: Ctx, id: number): Promise<Page> {
    const row = await this.visible(ctx, id);
    if (!row.can.edit && !row.can.publish) throw pageNotFound(id);
    return ctx.manager.findOneByOrFail(Page, { id });
  }
}

function withMarks(revision: RevisionSummary, page: Page): PageRevision {
  return {
    ...revision,
    isLatest: revision.id === page.latestRevisionId,
    isLive: page.live && revision.id === page.liveRevisionId,
  };
}
