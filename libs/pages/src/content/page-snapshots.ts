import { Injectable } from '@nestjs/common';
import {
  KnownValues,
  normaliseValue,
  pointer,
  validateFields,
  type ContentNode,
  type ContentType,
  type JsonObject,
  type ValidationTier,
} from '@pipit/content-types';
import { invalid, type Ctx } from '@pipit/kernel';
import { ContentStore, Revision, descriptorVersion, type Snapshot } from '@pipit/revisions';
import type { Page } from '../page.entity.js';
import { BASE_FIELDS, pageSiblings } from './base-fields.js';
import { PageTypes } from './page-types.js';

/** Makes, reads and checks the snapshots of pages. */
@Injectable()
export class PageSnapshots {
  constructor(
    private readonly types: PageTypes,
    private readonly store: ContentStore,
  ) {}

  /** The latest draft: that of the latest revision, else what is live. */
  async draftOf(ctx: Ctx, page: Page): Promise<Snapshot> {
    if (page.latestRevisionId === null) return this.liveOf(ctx, page);
    const revision = await ctx.manager.findOneByOrFail(Revision, { id: page.latestRevisionId });
    return revision.snapshot;
  }

  /** What the page's own rows hold: the published values, or the draft of a page that was never live. */
  async liveOf(ctx: Ctx, page: Page): Promise<Snapshot> {
    const type = this.types.of(page);
    const rows = this.types.hasTable(type) ? await this.store.read(ctx, type.target, [page.id]) : new Map();
    const base = {
      title: page.title,
      slug: page.slug,
      seoTitle: page.seoTitle,
      searchDescription: page.searchDescription,
      showInMenus: page.showInMenus,
    };
    return this.snapshot(type, base, (rows.get(page.id) as JsonObject | undefined) ?? {});
  }

  /** A new page's snapshot: what was given, defaults for the rest. */
  create(type: ContentType, given: JsonObject): Snapshot {
    return this.merge(type, null, given);
  }

  /** A draft with some fields replaced. */
  merge(type: ContentType, draft: Snapshot | null, given: JsonObject): Snapshot {
    this.refuseUnknown(type, given);
    const take = (nodes: readonly ContentNode[], old: JsonObject | undefined): JsonObject =>
      Object.fromEntries(
        nodes.map((node) => [
          node.name,
          Object.hasOwn(given, node.name) || !old || !Object.hasOwn(old, node.name)
            ? normaliseValue(node, given[node.name])
            : old[node.name]!,
        ]),
      );
    // Values of fields that are not declared any more stay in the snapshot, as blocks of unknown types do.
    return this.snapshot(type, take(BASE_FIELDS, draft?.base), {
      ...draft?.fields,
      ...take(type.fields, draft?.fields),
    });
  }

  /** Refuses values that are not valid at that tier; values which `stored` holds already are not looked at again. */
  validate(type: ContentType, snapshot: Snapshot, tier: ValidationTier, stored: Snapshot | null): void {
    const known = new KnownValues();
    const old = stored && pageSiblings(type, stored);
    for (const node of old?.nodes ?? []) {
      const before = old?.values[node.name];
      if (before !== undefined) known.add(node, before);
    }
    const errors = validateFields(pageSiblings(type, snapshot), { tier, path: ['fields'], stored: known });
    if (errors.length === 0) return;
    const what = tier === 'publish' ? 'cannot go live yet' : 'cannot be saved';
    throw invalid(
      `The page ${what}: ${errors.length === 1 ? '1 value needs' : `${errors.length} values need`} attention.`,
      errors,
    );
  }

  /** A snapshot in the current format. */
  snapshot(type: ContentType, base: JsonObject, fields: JsonObject): Snapshot {
    return { format: 1, descriptor: descriptorVersion(type.fields), base, fields };
  }

  private refuseUnknown(type: ContentType, given: JsonObject): void {
    const names = new Set([...BASE_FIELDS, ...type.fields].map((node) => node.name));
    const unknown = Object.keys(given).filter((name) => !names.has(name));
    if (unknown.length === 0) return;
    throw invalid(
      `${type.label} has no field called ${unknown.join(', ')}.`,
      unknown.map((name) => ({
        path: pointer(['fields', name]),
        code: 'unknown_field',
        message: 'There is no such field.',
      })),
    );
  }
}
