import { Injectable } from '@nestjs/common';
import { referencesOf } from '@pipit/content-types';
import { Hooks, KEPT, invalid, type AuditSubject, type WriteCtx } from '@pipit/kernel';
import { ReferenceIndex } from '@pipit/references';
import {
  ContentStore,
  LinkTargets,
  Revisions,
  Schedules,
  changedFields,
  noteDraft,
  notePublication,
  requireUnique,
  decidedBefore,
  toldOf,
  type DueSchedule,
  type Revision,
  type ScheduleKind,
  type Snapshot,
} from '@pipit/revisions';
import { SearchIndexing } from '@pipit/search';
import { Aliases } from '../aliases/aliases.js';
import { PageSnapshots } from '../content/page-snapshots.js';
import { PageTypes } from '../content/page-types.js';
import { PagePublished } from '../events.js';
import { BeforePublish, BeforeSave } from '../hooks.js';
import { Page } from '../page.entity.js';
import { SharedCarrier } from '../translations/shared-carrier.js';
import { SharedFields } from '../translations/shared-fields.js';
import { PageTree } from '../tree/page-tree.js';
import { PageUrls } from '../tree/page-urls.js';
import { TRASH_PATH } from '../tree/roots.js';
import { requireFreeSlug } from '../tree/slugs.js';

/** Values of live pages are taken; drafts, mirrors and what is in the trash hold nothing back. */
const LIVE_ROWS = `EXISTS (SELECT 1 FROM page p WHERE p.id = t.page_id AND p.live AND p.alias_of_id IS NULL AND p.path < '${TRASH_PATH}')`;

/** How audit entries name a page. */
export function auditSubject(page: Page): AuditSubject {
  return { type: 'page', id: page.id, label: page.draftTitle };
}

/** Has a page say what a snapshot does; its slug and address aside, which are the tree's. */
function describe(page: Page, { base }: Snapshot): void {
  page.title = String(base['title']);
  page.draftTitle = page.title;
  page.seoTitle = String(base['seoTitle'] ?? '');
  page.searchDescription = String(base['searchDescription'] ?? '');
  page.showInMenus = base['showInMenus'] === true;
}

/** What goes live, and why. */
export interface Publication {
  /** Default: the latest draft. */
  readonly revision?: Revision;
  /** Whose time has come. */
  readonly due?: DueSchedule;
}

/** The two effects that several actions share: keeping a draft as a revision, and making a draft live. */
@Injectable()
export class PageWriter {
  constructor(
    private readonly types: PageTypes,
    private readonly snapshots: PageSnapshots,
    private readonly store: ContentStore,
    private readonly revisions: Revisions,
    private readonly references: ReferenceIndex,
    private readonly targets: LinkTargets,
    private readonly tree: PageTree,
    private readonly urls: PageUrls,
    private readonly hooks: Hooks,
    private readonly search: SearchIndexing,
    private readonly shared: SharedFields,
    private readonly carrier: SharedCarrier,
    private readonly schedules: Schedules,
    private readonly aliases: Aliases,
  ) {}

  /** Stores a draft as the latest revision. A page that was never live shows it in its own rows as well. */
  async saveDraft(ctx: WriteCtx, page: Page, draft: Snapshot, stored: Snapshot): Promise<Revision> {
    const snapshot = await this.accepted(ctx, page, draft, stored);
    const revision = await this.keepDraft(ctx, page, snapshot);
    await this.carrier.carryDraft(ctx, page, snapshot, this);
    return revision;
  }

  /**
   * Stores a page that room was made for, and its first draft. The revision comes first, so that the page's row is
   * written once: whoever creates others beside it waits until all of this is done.
   */
  async saveNew(ctx: WriteCtx, page: Page, draft: Snapshot): Promise<Revision> {
    const snapshot = await this.accepted(ctx, page, draft, null);
    const revision = await this.addDraft(ctx, page, snapshot);
    describe(page, snapshot);
    await this.tree.plant(ctx, page);
    await this.tree.changeSlug(ctx, page, String(snapshot.base['slug']));
    await this.writeFields(ctx, page, snapshot);
    await this.indexReferences(ctx, page, null, snapshot, true);
    await this.carrier.carryDraft(ctx, page, snapshot, this);
    return revision;
  }

  /** The effect of {@link saveDraft}: a revision, and the rows of a page that is not live. */
  async keepDraft(ctx: WriteCtx, page: Page, snapshot: Snapshot): Promise<Revision> {
    const revision = await this.addDraft(ctx, page, snapshot);
    if (page.live) {
      await this.indexReferences(ctx, page, await this.snapshots.liveOf(ctx, page), snapshot);
    } else {
      const formerPath = page.urlPath;
      await this.writeRows(ctx, page, snapshot);
      await this.indexReferences(ctx, page, null, snapshot);
      // The page itself has no address while it is not live, but live pages below it have.
      if (page.urlPath !== formerPath) await this.urls.refresh(ctx, page);
    }
    await this.saveState(ctx, page);
    return revision;
  }

  /** Shows readers of a live page other values; the draft stays what it is, and on top of its history. */
  async replaceLive(ctx: WriteCtx, page: Page, live: Snapshot, draft: Snapshot): Promise<void> {
    if (changedFields(live, draft).length === 0) {
      page.liveRevisionId = page.latestRevisionId;
      page.hasUnpublishedChanges = false;
    } else {
      await this.keepApart(ctx, page, live, draft);
    }
    await this.showLive(ctx, page, live, draft);
  }

  /** Makes the latest draft what readers see, or an earlier one that was approved. A time that was set for it is void. */
  async publish(ctx: WriteCtx, page: Page, stored: Snapshot | null, publication: Publication = {}): Promise<void> {
    const { revision, due } = publication;
    const type = this.types.of(page);
    const draft = await this.snapshots.draftOf(ctx, page);
    const chosen = revision?.snapshot ?? draft;
    const snapshot = await this.shared.forReaders(ctx, page, chosen);
    this.snapshots.validate(type, snapshot, 'publish', stored);
    await this.requireTargets(ctx, page, snapshot, snapshot);
    await requireUnique(ctx, type, snapshot.fields, { self: page.id, among: LIVE_ROWS, lock: true });
    await this.hooks.run(new BeforePublish(ctx, page, snapshot));
    await this.requireOwnSlug(ctx, page, snapshot);
    const unscheduled = await this.callOff(ctx, page, 'goLive');
    page.expired = false;
    notePublication(page, await this.schedules.now(ctx), revision?.id);
    if (snapshot !== chosen) await this.keepApart(ctx, page, snapshot, draft);
    const formerPath = page.urlPath;
    await this.showLive(ctx, page, snapshot, draft);
    if (page.urlPath === formerPath) await this.urls.refreshOwn(ctx, page);
    else await this.urls.refresh(ctx, page);
    await this.carrier.carryLive(ctx, page, snapshot, this);
    const data = due ? decidedBefore(due) : unscheduled;
    ctx.record({ action: 'page.publish', subject: auditSubject(page), revisionId: page.liveRevisionId, data });
    ctx.emit(new PagePublished(page));
  }

  /** Calls off what is to happen to a page, and answers what the audit log tells of it. */
  async callOff(ctx: WriteCtx, page: Page, ...kinds: ScheduleKind[]): Promise<Record<string, unknown>> {
    const isSet = { goLive: page.goLiveAt !== null, expire: page.expireAt !== null };
    const set = kinds.filter((kind) => isSet[kind]);
    if (set.length === 0) return {};
    if (set.includes('goLive')) page.goLiveAt = null;
    if (set.includes('expire')) page.expireAt = null;
    const found = await this.schedules.cancel(ctx, { type: 'page', id: page.id }, set);
    return toldOf(found);
  }

  /** Writes the page's own columns, those of position left out. */
  async saveState(ctx: WriteCtx, page: Page): Promise<void> {
    const { id, path, sortKey, depth, parentId, urlPath, slug, childCount, ...state } = page;
    const update = ctx.manager
      .createQueryBuilder()
      .update(Page)
      .set(state as never)
      .where({ id });
    await update.comment(KEPT).execute();
  }

  /** Readers see nothing of the page any more; its draft still points at things. */
  async forgetLiveReferences(ctx: WriteCtx, page: Page): Promise<void> {
    await this.indexReferences(ctx, page, null, await this.snapshots.draftOf(ctx, page));
  }

  /** Notes a slug that changed without an edit in the draft too, or the next save would ask for the old one again. */
  async noteSlug(ctx: WriteCtx, page: Page, former: string): Promise<void> {
    if (page.latestRevisionId === null) return;
    const draft = await this.snapshots.draftOf(ctx, page);
    if (draft.base['slug'] !== former) return;
    const snapshot = { ...draft, base: { ...draft.base, slug: page.slug } };
    const revision = await this.addRevision(ctx, page, snapshot);
    if (page.liveRevisionId === page.latestRevisionId) page.liveRevisionId = revision.id;
    page.latestRevisionId = revision.id;
    page.latestRevisionCreatedAt = revision.createdAt;
    await this.saveState(ctx, page);
  }

  /** What of a draft may be stored: as hooks and translations make it, when nothing speaks against it. */
  private async accepted(ctx: WriteCtx, page: Page, draft: Snapshot, stored: Snapshot | null): Promise<Snapshot> {
    const type = this.types.of(page);
    const hook = new BeforeSave(ctx, page, draft);
    await this.hooks.run(hook);
    const snapshot = await this.shared.adopted(ctx, page, hook.snapshot);
    this.snapshots.validate(type, snapshot, 'save', stored);
    await this.requireTargets(ctx, page, snapshot, stored);
    await requireUnique(ctx, type, snapshot.fields, { self: page.id, among: LIVE_ROWS });
    await this.requireOwnSlug(ctx, page, snapshot);
    return snapshot;
  }

  /** Adds the latest revision, and notes it in the page, which is not stored. */
  private async addDraft(ctx: WriteCtx, page: Page, snapshot: Snapshot): Promise<Revision> {
    const revision = await this.addRevision(ctx, page, snapshot);
    page.draftTitle = revision.label;
    page.latestRevisionCreatedAt = revision.createdAt;
    noteDraft(page, revision);
    return revision;
  }

  private addRevision(ctx: WriteCtx, page: Page, snapshot: Snapshot): Promise<Revision> {
    return this.revisions.add(ctx, {
      subject: { type: 'page', id: page.id },
      contentType: page.type,
      label: String(snapshot.base['title']),
      snapshot,
      baseRevisionId: page.latestRevisionId,
    });
  }

  /** What is live and what is the draft differ: one revision for each, the draft's on top. */
  private async keepApart(ctx: WriteCtx, page: Page, live: Snapshot, draft: Snapshot): Promise<void> {
    page.liveRevisionId = (await this.addRevision(ctx, page, live)).id;
    const latest = await this.addRevision(ctx, page, draft);
    page.latestRevisionId = latest.id;
    page.latestRevisionCreatedAt = latest.createdAt;
    page.hasUnpublishedChanges = true;
  }

  private async showLive(ctx: WriteCtx, page: Page, live: Snapshot, draft: Snapshot): Promise<void> {
    await this.writeRows(ctx, page, live);
    page.draftTitle = String(draft.base['title']);
    await this.saveState(ctx, page);
    await this.indexReferences(ctx, page, live, draft);
    await this.search.refresh(ctx, 'page', [page.id]);
    await this.aliases.follow(ctx, page);
  }

  /** A page holds its slug against its siblings, as the database sees to; another one has to be free. */
  private async requireOwnSlug(ctx: WriteCtx, page: Page, { base }: Snapshot): Promise<void> {
    const slug = String(base['slug']);
    if (slug !== page.slug) await requireFreeSlug(ctx, page.parentId!, slug, page.id);
  }

  private async requireTargets(ctx: WriteCtx, page: Page, draft: Snapshot, stored: Snapshot | null): Promise<void> {
    const errors = await this.targets.faults(ctx, this.types.of(page).fields, draft.fields, stored?.fields ?? null);
    if (errors.length > 0) throw invalid('The page points at things that are not there.', errors);
  }

  /** Writes what a snapshot says into the rows that readers see. */
  async writeRows(ctx: WriteCtx, page: Page, snapshot: Snapshot): Promise<void> {
    await this.tree.changeSlug(ctx, page, String(snapshot.base['slug']));
    describe(page, snapshot);
    await this.writeFields(ctx, page, snapshot);
  }

  private async writeFields(ctx: WriteCtx, page: Page, { fields }: Snapshot): Promise<void> {
    const type = this.types.of(page);
    if (this.types.hasTable(type)) await this.store.write(ctx, type.target, page.id, fields);
  }

  /** `isNew`: nothing is known of what the page points at. */
  private async indexReferences(
    ctx: WriteCtx,
    page: Page,
    live: Snapshot | null,
    draft: Snapshot,
    isNew = false,
  ): Promise<void> {
    const { fields } = this.types.of(page);
    const source = { type: 'page', id: page.id };
    const sides = { live: live && referencesOf(fields, live.fields), draft: referencesOf(fields, draft.fields) };
    if (isNew) await this.references.addAll(ctx, [{ source, ...sides }]);
    else await this.references.replace(ctx, source, sides);
  }
}
