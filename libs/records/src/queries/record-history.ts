import { Injectable } from '@nestjs/common';
import { authorOf, history, historyOfType, toldTo, type AuditEntry } from '@pipit/audit';
import { formerTypeNames, nameInWords, type ContentType, type JsonObject } from '@pipit/content-types';
import type { Ctx, Paged, Paging } from '@pipit/kernel';
import { UsedIn, type Uses } from '@pipit/references';
import { TypeFields } from '@pipit/revisions';
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

/** Tells what happened to rows and what uses them. */
@Injectable()
export class RecordHistory {
  constructor(
    private readonly access: RecordAccess,
    private readonly sources: RecordSources,
    private readonly usedIn: UsedIn,
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

  /** What points at a row. */
  async usage(ctx: Ctx, type: ContentType, id: string, paging: Paging): Promise<Uses> {
    const row = await this.sources.require(type.name).source.get(ctx, type, id);
    return this.usedIn.list(ctx, { type: type.name, ids: [row.id] }, paging);
  }
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
