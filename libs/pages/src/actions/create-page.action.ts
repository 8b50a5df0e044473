import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import type { ContentType, JsonObject } from '@pipit/content-types';
import { Action, Hooks, actorUserId, type WriteCtx } from '@pipit/kernel';
import { Locale, Locales } from '@pipit/locales';
import { PageFields } from '../content/page-fields.js';
import { PageSnapshots } from '../content/page-snapshots.js';
import { PageTypes } from '../content/page-types.js';
import { PageCreated } from '../events.js';
import { BeforeCreate } from '../hooks.js';
import { ROOT_ID, type Page } from '../page.entity.js';
import { PageTree } from '../tree/page-tree.js';
import { SlugStrategy } from '../tree/slug-strategy.js';
import { isBlank } from '../tree/slugs.js';
import { TreeRules } from '../tree/tree-rules.js';
import { TreeSync } from '../translations/tree-sync.js';
import { restrictNewPage } from './default-privacy.js';
import { PageAccess } from './page-access.js';
import { PageWriter, auditSubject } from './page-writer.js';

/** A page to be created. */
export interface CreatePageInput {
  readonly parentId: number;
  /** Name of a declared page type. */
  readonly type: string;
  /** Base and declared fields by name; those left out get their default. The slug comes from the title. */
  readonly fields: JsonObject;
  /** Default: the parent's, below the root the default one. */
  readonly locale?: string;
  /** Joins the page to its translations. */
  readonly translationKey?: string;
  /** Goes live in the same transaction. */
  readonly publish?: boolean;
}

/** Its language may have come with it. */
type NewParent = Page & { readonly locale?: Locale };

/** Creates a page as the last child of its parent. */
@Injectable()
export class CreatePage extends Action<CreatePageInput, Page> {
  constructor(
    private readonly access: PageAccess,
    private readonly policy: Policy,
    private readonly types: PageTypes,
    private readonly rules: TreeRules,
    private readonly snapshots: PageSnapshots,
    private readonly fields: PageFields,
    private readonly tree: PageTree,
    private readonly writer: PageWriter,
    private readonly locales: Locales,
    private readonly hooks: Hooks,
    private readonly slugs: SlugStrategy,
    private readonly trees: TreeSync,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: CreatePageInput): Promise<Page> {
    const type = this.types.require(input.type);
    // Counting all pages of a type is right only while nobody adds one elsewhere.
    // A translation takes over values that nobody else may be changing.
    if (type.rules.maxCount !== undefined || input.translationKey || this.trees.isOn) await this.tree.lockForMove(ctx);
    const parent = await this.parentOf(ctx, type, input.parentId);
    if (input.publish) await this.policy.require(ctx, 'page.publish', { kind: 'page', path: parent.path });
    if (ctx.actor.kind !== 'system') this.rules.requireCreatable(type);
    await this.rules.require(ctx, type, parent);
    const locale = await this.localeOf(ctx, input, parent);
    let draft = this.snapshots.create(type, this.withSlug(input, locale.code));
    // Which one is free is known when the parent is locked.
    const automatic = isBlank(input.fields['slug']) ? draft.base['slug'] : null;
    const open = await this.fields.of(ctx, { type: type.name, path: parent.path });
    open.requireWritable(this.snapshots.create(type, {}), draft);
    this.snapshots.validate(type, draft, 'save', null);
    await this.hooks.run(new BeforeCreate(ctx, parent, type.name, draft));
    const page = await this.tree.makeRoom(ctx, parent.id, null, {
      type: type.name,
      title: String(draft.base['title']),
      // One of its own until the draft is stored, which refuses a slug that is taken in words.
      slug: String(draft.base['slug']),
      localeId: locale.id,
      ownerId: actorUserId(ctx.actor),
      ...(input.translationKey ? { translationKey: input.translationKey } : {}),
    });
    if (draft.base['slug'] === automatic) draft = { ...draft, base: { ...draft.base, slug: page.slug } };
    const revision = await this.writer.saveNew(ctx, page, draft);
    await restrictNewPage(ctx, type, page.id);
    ctx.record({ action: 'page.create', subject: auditSubject(page), revisionId: revision.id });
    ctx.emit(new PageCreated(page));
    await this.trees.made(ctx, page, parent);
    if (input.publish) await this.writer.publish(ctx, page, null);
    return page;
  }

  /** Counting pages below one parent is right only while nobody else adds one. */
  private parentOf(ctx: WriteCtx, { rules }: ContentType, id: number): Promise<NewParent> {
    if (rules.maxCountPerParent !== undefined) return this.access.takeParent(ctx, id, 'page.add');
    return this.access.seeParent(ctx, id, 'page.add');
  }

  private withSlug({ fields, type }: CreatePageInput, locale: string): JsonObject {
    if (!isBlank(fields['slug'])) return fields;
    const title = typeof fields['title'] === 'string' ? fields['title'] : '';
    return { ...fields, slug: this.slugs.slugFor(title, type, locale) };
  }

  private async localeOf(ctx: WriteCtx, input: CreatePageInput, parent: NewParent): Promise<Locale> {
    if (input.locale) return this.locales.getByCode(ctx, input.locale);
    if (parent.id === ROOT_ID) return this.locales.getDefault(ctx);
    return parent.locale ?? ctx.manager.findOneByOrFail(Locale, { id: parent.localeId });
  }
}
