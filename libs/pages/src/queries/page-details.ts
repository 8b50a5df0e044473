import { Injectable } from '@nestjs/common';
import { history, toldTo, type AuditEntry } from '@pipit/audit';
import type { JsonObject } from '@pipit/content-types';
import { KEPT, askTogether, forbidden, notFound, readBack, type Ctx, type Paged, type Paging } from '@pipit/kernel';
import { UsedIn, type Uses } from '@pipit/references';
import { Revisions, type RevisionSummary, type Snapshot } from '@pipit/revisions';
import { PageFields, type OpenFields } from '../content/page-fields.js';
import { PageSnapshots } from '../content/page-snapshots.js';
import { pageNotFound } from '../errors.js';
import { Page } from '../page.entity.js';
import { RESTRICTIONS, toldRestrictions, type Restriction, type RestrictionRow } from '../privacy/page-privacy.js';
import {
  PageTranslations,
  TRANSLATIONS,
  type PageTranslation,
  type SetMember,
} from '../translations/page-translations.js';
import { TreeRules } from '../tree/tree-rules.js';
import { ANCESTORS, PageList, type Ancestor } from './page-list.js';
import type { PageRow } from './page-row.js';

/** A page with its draft. */
export interface PageDetail extends PageRow {
  readonly fields: JsonObject;
  /** Latest revision: the base the next write has to name. */
  readonly revisionId: number | null;
  readonly liveRevisionId: number | null;
  readonly ancestors: Ancestor[];
  /** Types the acting person may create below. */
  readonly childTypes: string[];
  /** The nearest restriction that covers it; for those who may read it here. */
  readonly privacy: Restriction | null;
  /** What is public, while the draft is ahead of it; otherwise null. */
  readonly liveFields: JsonObject | null;
  /** The page in all its languages, itself included, as far as the acting person may see them. */
  readonly translations: PageTranslation[];
  /** Fields that are read-only here, as translations share them and another page owns them. */
  readonly shared: { readonly fields: readonly string[]; readonly source: PageTranslation | null } | null;
}

/** A revision in a page's history. */
export interface PageRevision extends RevisionSummary {
  readonly isLatest: boolean;
  readonly isLive: boolean;
}

interface Surroundings {
  readonly ancestors: Ancestor[];
  readonly restrictions: RestrictionRow[];
  readonly translations: SetMember[];
}

const SURROUNDINGS = { ancestors: ANCESTORS, restrictions: RESTRICTIONS, translations: TRANSLATIONS };

/** Reads single pages for the management API. */
@Injectable()
export class PageDetails {
  constructor(
    private readonly list: PageList,
    private readonly fields: PageFields,
    private readonly rules: TreeRules,
    private readonly snapshots: PageSnapshots,
    private readonly revisions: Revisions,
    private readonly usedIn: UsedIn,
    private readonly translations: PageTranslations,
  ) {}

  /**
   * The page with its draft, masked to the fields the acting person may see. People who may only add below it, or find
   * it on their way, see where it stands and what it is called. `known` is the page as an action just left it.
   */
  async get(ctx: Ctx, id: number, known: Page | null = null): Promise<PageDetail> {
    const row = await this.list.find(ctx, id);
    if (!row) throw pageNotFound(id);
    const page = known ?? (await ctx.manager.findOneOrFail(Page, { where: { id }, comment: KEPT }));
    const open = await this.fields.of(ctx, page);
    const mayRead = row.can.read;
    const fieldsOf = async (snapshot: Promise<Snapshot>): Promise<JsonObject> =>
      mayRead ? open.readable(await snapshot) : { title: row.title, slug: row.slug };
    const ahead = mayRead && page.live && page.hasUnpublishedChanges;
    const childTypes = row.can.addChild ? await this.rules.creatableBelow(ctx, page) : [];
    const about = await askTogether<Surroundings>(ctx, SURROUNDINGS, [id]);
    const translations = await this.translations.visible(ctx, about.translations, row);
    return {
      ...row,
      fields: await fieldsOf(this.snapshots.draftOf(ctx, page)),
      liveFields: ahead ? await fieldsOf(this.snapshots.liveOf(ctx, page)) : null,
      revisionId: page.latestRevisionId,
      liveRevisionId: page.liveRevisionId,
      ancestors: about.ancestors,
      privacy: mayRead ? (toldRestrictions(about.restrictions, id)[0] ?? null) : null,
      childTypes: childTypes.map((child) => child.name),
      translations,
      shared: open.shared && {
        fields: open.shared.names.filter(open.isReadable),
        source: translations.find((translation) => translation.id === open.shared?.source.id) ?? null,
      },
    };
  }

  /** The page after the caller changed it: a refusal would say that nothing was done. */
  changed(ctx: Ctx, id: number, known: Page | null = null): Promise<PageDetail> {
    return readBack(`Page ${id}`, () => this.get(ctx, id, known));
  }

  /** A page's history, newest first. */
  async revisionsOf(ctx: Ctx, id: number, paging: Paging): Promise<Paged<PageRevision>> {
    const page = await this.readablePage(ctx, id);
    const found = await this.revisions.list(ctx, { type: 'page', id }, paging);
    const open = await this.fields.of(ctx, page);
    return { total: found.total, items: found.items.map((revision) => withMarks(revision, page, open)) };
  }

  /** One revision with its values. */
  async revision(ctx: Ctx, id: number, revisionId: number): Promise<PageRevision & { fields: JsonObject }> {
    const page = await this.readablePage(ctx, id);
    const revision = await this.revisions.find(ctx, { type: 'page', id }, revisionId);
    if (!revision) throw notFound(`The page has no version ${revisionId}.`);
    const summary = await this.revisions.summary(ctx, revision);
    const open = await this.fields.of(ctx, page);
    return { ...withMarks(summary, page, open), fields: open.readable(revision.snapshot) };
  }

  /** What happened to the page, latest first. Of fields the person may not see, it is not told that they changed. */
  async history(ctx: Ctx, id: number, paging: Paging): Promise<Paged<AuditEntry>> {
    const open = await this.fields.of(ctx, await this.readablePage(ctx, id));
    const { total, items } = await history(ctx, { type: 'page', id }, paging);
    return { total, items: items.map((entry) => ({ ...entry, data: toldTo(entry, open) })) };
  }

  /** What points at the page. */
  async usage(ctx: Ctx, id: number, paging: Paging): Promise<Uses> {
    await this.readable(ctx, id);
    return this.usedIn.list(ctx, { type: 'page', ids: [id] }, paging);
  }

  /** The page's audit subject, for those who may see the page. */
  async visible(ctx: Ctx, id: number): Promise<PageRow> {
    const row = await this.list.find(ctx, id);
    if (!row) throw pageNotFound(id);
    return row;
  }

  /** The page, for those who may read what it says and what was done to it. */
  async readable(ctx: Ctx, id: number): Promise<PageRow> {
    const row = await this.visible(ctx, id);
    requireContent(row);
    return row;
  }

  private async readablePage(ctx: Ctx, id: number): Promise<Page> {
    await this.readable(ctx, id);
    return ctx.manager.findOneByOrFail(Page, { id });
  }
}

function requireContent(row: PageRow): void {
  if (!row.can.read) throw forbidden(`You may see where “${row.title}” stands, but not what it says.`);
}

function withMarks(revision: RevisionSummary, page: Page, open: OpenFields): PageRevision {
  return {
    ...revision,
    changedFields: revision.changedFields.filter(open.isReadable),
    isLatest: revision.id === page.latestRevisionId,
    isLive: page.live && revision.id === page.liveRevisionId,
  };
}
