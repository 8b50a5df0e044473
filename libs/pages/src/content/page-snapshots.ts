import { Injectable } from '@nestjs/common';
import {
  fieldFaults,
  mergeValues,
  requireKnownFields,
  type ContentType,
  type JsonObject,
  type ValidationTier,
} from '@pipit/content-types';
import { invalid, type Ctx } from '@pipit/kernel';
import { ContentStore, Revisions, descriptorVersion, type Snapshot } from '@pipit/revisions';
import type { Page } from '../page.entity.js';
import { BASE_FIELDS, pageSiblings } from './base-fields.js';
import { PageTypes } from './page-types.js';

const REFUSALS: Readonly<Record<ValidationTier, string>> = {
  keep: 'cannot be kept',
  save: 'cannot be saved',
  publish: 'cannot go live yet',
};

/** All values of a snapshot by name. */
export function valuesOf({ base, fields }: Snapshot): JsonObject {
  return { ...base, ...fields };
}

/** Makes, reads and checks the snapshots of pages. */
@Injectable()
export class PageSnapshots {
  constructor(
    private readonly types: PageTypes,
    private readonly store: ContentStore,
    private readonly revisions: Revisions,
  ) {}

  /** The latest draft: that of the latest revision, else what is live. */
  async draftOf(ctx: Ctx, page: Page): Promise<Snapshot> {
    if (page.latestRevisionId === null) return this.liveOf(ctx, page);
    return (await this.revisions.get(ctx, page.latestRevisionId)).snapshot;
  }

  /**
   * What a page said at a revision; null when that is not kept any more. Without a revision: what it said before it
   * had any, which its rows hold until it is published again.
   */
  async at(ctx: Ctx, page: Page, revisionId: number | null): Promise<Snapshot | null> {
    if (revisionId !== null) {
      return (await this.revisions.find(ctx, { type: 'page', id: page.id }, revisionId))?.snapshot ?? null;
    }
    const untouched = page.latestRevisionId === null || (page.live && page.liveRevisionId === null);
    return untouched ? this.liveOf(ctx, page) : null;
  }

  /** What the page's own rows hold: the published values, or the draft of a page that was never live. */
  async liveOf(ctx: Ctx, page: Page): Promise<Snapshot> {
    const type = this.types.of(page);
    const rows = this.types.hasTable(type) ? await this.store.read(ctx, type.target, [page.id]) : new Map();
    return this.ofRows(type, page, (rows.get(page.id) as JsonObject | undefined) ?? {});
  }

  /** The snapshot of what a page's row and that of its type hold. */
  ofRows(type: ContentType, page: Page, fields: JsonObject): Snapshot {
    const { title, slug, seoTitle, searchDescription, showInMenus } = page;
    return this.snapshot(type, { title, slug, seoTitle, searchDescription, showInMenus }, fields);
  }

  /** A new page's snapshot: what was given, defaults for the rest. */
  create(type: ContentType, given: JsonObject): Snapshot {
    return this.merge(type, null, given);
  }

  /** A draft with some fields replaced. */
  merge(type: ContentType, draft: Snapshot | null, given: JsonObject): Snapshot {
    requireKnownFields(type.label, [...BASE_FIELDS, ...type.fields], given);
    // Values of fields that are not declared any more stay in the snapshot, as blocks of unknown types do.
    return this.snapshot(type, mergeValues(BASE_FIELDS, draft?.base, given), {
      ...draft?.fields,
      ...mergeValues(type.fields, draft?.fields, given),
    });
  }

  /** Refuses values that are not valid at that tier; values which `stored` holds already are not looked at again. */
  validate(type: ContentType, snapshot: Snapshot, tier: ValidationTier, stored: Snapshot | null): void {
    const old = stored && { ...stored.base, ...stored.fields };
    const errors = fieldFaults(pageSiblings(type, snapshot), { tier, stored: old });
    if (errors.length === 0) return;
    const what = REFUSALS[tier];
    throw invalid(
      `The page ${what}: ${errors.length === 1 ? '1 value needs' : `${errors.length} values need`} attention.`,
      errors,
    );
  }

  /** A snapshot of all values by name; what is no declared field belongs where `like` has it. */
  ofValues(type: ContentType, like: Snapshot, values: JsonObject): Snapshot {
    const inBase = new Set([...BASE_FIELDS.map(({ name }) => name), ...Object.keys(like.base)]);
    const part = (belongs: (name: string) => boolean): JsonObject =>
      Object.fromEntries(Object.entries(values).filter(([name]) => belongs(name)));
    const base = part((name) => inBase.has(name));
    return this.snapshot(type, base, part((name) => !inBase.has(name))); // prettier-ignore
  }

  /** A snapshot in the current format. */
  snapshot(type: ContentType, base: JsonObject, fields: JsonObject): Snapshot {
    return { format: 1, descriptor: descriptorVersion(type.fields), base, fields };
  }
}
