import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BulkKinds, type BulkKind, type BulkSelection, type BulkSubject } from '@pipit/bulk';
import type { ContentType, JsonObject } from '@pipit/content-types';
import { Problem, badRequest, notFound, type Ctx } from '@pipit/kernel';
import { selectionOf } from '../http/list-parameters.js';
import { RecordListing } from '../list/record-listing.js';
import { RecordAccess } from '../record-access.js';
import { parseKey } from '../record-key.js';
import type { RecordId } from '../record-source.js';
import { RecordSources } from '../record-sources.js';
import { BulkActions, type RecordBulkAction } from './bulk-actions.js';

/** Lets the actions on many rows be asked for as `<type>.<action>`: `lib.Book.delete`. */
@Injectable()
export class RecordBulkKinds implements OnModuleInit {
  constructor(
    private readonly kinds: BulkKinds,
    private readonly sources: RecordSources,
    private readonly access: RecordAccess,
    private readonly actions: BulkActions,
    private readonly listing: RecordListing,
  ) {}

  onModuleInit(): void {
    this.kinds.registerFamily((name) => this.find(name));
  }

  private find(name: string): BulkKind | null {
    const dot = name.lastIndexOf('.');
    const type = this.sources.find(name.slice(0, Math.max(dot, 0)))?.type;
    const action = type && this.actions.find(type, name.slice(dot + 1));
    return type && action ? this.kindOf(name, type, action) : null;
  }

  private kindOf(name: string, type: ContentType, action: RecordBulkAction): BulkKind {
    return {
      name,
      label: action.title,
      prepare: async (ctx, args) => {
        await this.access.requireView(ctx, type);
        await this.actions.requireMay(ctx, type, action);
        action.check(args);
        return args;
      },
      select: (ctx, selection, _args, limit) => this.select(ctx, type, selection, limit),
      perform: (ctx, id, args) => action.perform(ctx, keyOf(ctx, type, id), args),
    };
  }

  /** As the type's list shows them, never more. */
  private async select(ctx: Ctx, type: ContentType, selection: BulkSelection, limit: number): Promise<BulkSubject[]> {
    const found = selection.ids
      ? await this.listing.subjects(ctx, type, { ids: selection.ids }, limit)
      : await this.matching(ctx, type, selection.query, limit);
    return found.map(({ id, title }) => ({ id: String(id), title }));
  }

  /** What is wrong with the query is told by its place in the request. */
  private async matching(ctx: Ctx, type: ContentType, query: JsonObject, limit: number) {
    try {
      return await this.listing.subjects(ctx, type, selectionOf(query), limit);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 400) throw error;
      const faults = error.errors.map((fault) => ({ ...fault, path: `/query${fault.path}` }));
      throw badRequest(error.message, faults);
    }
  }
}

function keyOf(ctx: Ctx, { target, label }: ContentType, text: string): RecordId {
  const { primaryColumns } = ctx.manager.connection.getMetadata(target as never);
  const key = parseKey(primaryColumns[0]!, text);
  if (key === null) throw notFound(`There is no ${label} ${text.slice(0, 100)}.`);
  return key;
}
