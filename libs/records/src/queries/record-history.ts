import { Injectable } from '@nestjs/common';
import { authorOf, history, historyOfType, toldTo, type AuditEntry } from '@pipit/audit';
import { formerTypeNames, nameInWords, type ContentType, type JsonObject } from '@pipit/content-types';
import type { Ctx, Paged, Paging } from '@pipit/kernel';
import { ReferenceIndex, type Usage } from '@pipit/references';
import { Revision, TypeFields } from '@pipit/revisions';
import { RecordListing } from '../list/record-listing.js';
import { RecordAccess } from '../record-access.js';
import type { RecordId } from '../record-source.js';
import { RecordSources } from '../record-sources.js';

/** Something that happened to a row. */
export interface RecordEvent {
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly id: number; readonly name: string } | null;
  /** `snippet.edit` */
  readonly action: string;
  /** The action in words. */
  readonly label: string;
  /** The row it happened to, and what it was called then. 0 and the type's name for what concerns many. */
  readonly subject: { readonly id: RecordId; readonly title: string };
  /** The version it made or made public, for types that keep versions. */
  readonly revisionId: number | null;
  readonly data: JsonObject;
}

/** A row's use by something else. */
export interface RecordUsage extends Usage {
  readonly title: string;
}

/** Tells what happened to rows and what uses them. */
@Injectable()
export class RecordHistory {
  constructor(
    private readonly access: RecordAccess,
    private readonly sources: RecordSources,
    private readonly listing: RecordListing,
    private readonly references: ReferenceIndex,
    private readonly fields: TypeFields,
  ) {}

  /** What happened to a row, latest first. */
  async of(ctx: Ctx, type: ContentType, id: string, paging: Paging): Promise<Paged<RecordEvent>> {
    const row = await this.sources.require(type.name).source.get(ctx, type, id);
    const { total, items } = await history(ctx, { type: type.name, id: row.id }, paging, formerTypeNames(type));
    return { total, items: await this.told(ctx, type, items) };
  }

  /** What happened to all rows of a type, those that are gone included. */
  async ofType(ctx: Ctx, type: ContentType, paging: Paging): Promise<Paged<RecordEvent>> {
    await this.access.requireView(ctx, type);
    const { total, items } = await historyOfType(ctx, type.name, paging, formerTypeNames(type));
    return { total, items: await this.told(ctx, type, items) };
  }

  private async told(ctx: Ctx, type: ContentType, entries: readonly AuditEntry[]): Promise<RecordEvent[]> {
    const told = await this.fields.told(ctx, type);
    return entries.map((entry) => eventOf({ ...entry, data: toldTo(entry, told) }));
  }

  /** What points at a row. Uses in types the caller may not see are counted, and named by their type alone. */
  async usage(ctx: Ctx, type: ContentType, id: string, paging: Paging): Promise<Paged<RecordUsage>> {
    const row = await this.sources.require(type.name).source.get(ctx, type, id);
    const { total, items } = await this.references.usage(ctx, { type: type.name, id: row.id }, paging);
    const titles = await this.titlesOf(ctx, items);
    return { total, items: items.map((use) => ({ ...use, title: titles.get(keyOf(use)) ?? use.sourceType })) };
  }

  private async titlesOf(ctx: Ctx, uses: readonly Usage[]): Promise<Map<string, string>> {
    const titles = new Map<string, string>();
    for (const sourceType of new Set(uses.map((use) => use.sourceType))) {
      const ids = uses.filter((use) => use.sourceType === sourceType).map((use) => use.sourceId);
      for (const [id, title] of await this.titlesOfType(ctx, sourceType, ids))
        titles.set(keyOf({ sourceType, sourceId: id }), title);
    }
    return titles;
  }

  private async titlesOfType(ctx: Ctx, name: string, ids: readonly RecordId[]): Promise<Map<RecordId, string>> {
    const found = this.sources.find(name);
    if (!found) return revisionTitles(ctx, name, ids);
    const { view } = await this.access.of(ctx, found.type);
    return view ? this.listing.existingTitles(ctx, found.type, ids) : new Map();
  }
}

/** What the latest revisions call their subjects: pages. */
async function revisionTitles(ctx: Ctx, type: string, ids: readonly RecordId[]): Promise<Map<RecordId, string>> {
  const rows = await ctx.manager
    .createQueryBuilder(Revision, 'r')
    .select(['r.subjectId AS id', 'r.label AS title'])
    .distinctOn(['r.subjectId'])
    .where('r.subjectType = :type AND r.subjectId = ANY(:ids)', {
      type,
      ids: ids.filter((id) => typeof id === 'number'),
    })
    .orderBy('r.subjectId')
    .addOrderBy('r.id', 'DESC')
    .getRawMany<{ id: number; title: string }>();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

function keyOf({ sourceType, sourceId }: Pick<Usage, 'sourceType' | 'sourceId'>): string {
  return `${sourceType} ${sourceId}`;
}

function eventOf(entry: AuditEntry): RecordEvent {
  const verb = entry.action.split('.').slice(1).join(' ');
  return {
    id: entry.id,
    at: entry.at.toISOString(),
    actor: authorOf(entry),
    action: entry.action,
    label: nameInWords(verb),
    subject: { id: entry.subjectKey ?? entry.subjectId, title: entry.subjectLabel },
    revisionId: entry.revisionId,
    data: entry.data as JsonObject,
  };
}
