import { Injectable } from '@nestjs/common';
import type { ContentType } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import { TypeFields } from '@pipit/revisions';
import { BulkActions, type BulkActionSummary } from '../bulk/bulk-actions.js';
import { RecordAccess } from '../record-access.js';
import { PER_PAGE, columnsOf, filtersOf, searchedFields, type ListColumn, type ListFilter } from './fields-of-list.js';

/** All the editor needs to show a list. */
export interface ListDescriptor {
  readonly columns: readonly ListColumn[];
  readonly filters: readonly ListFilter[];
  readonly searchable: boolean;
  /** The order of rows unless another is asked for. */
  readonly order: readonly string[];
  readonly perPage: number;
  readonly bulk: readonly BulkActionSummary[];
  readonly export: readonly string[];
  readonly import: boolean;
}

/** Describes the list of a type as far as the acting person may know and do. */
@Injectable()
export class ListDescriptions {
  constructor(
    private readonly access: RecordAccess,
    private readonly fields: TypeFields,
    private readonly bulk: BulkActions,
  ) {}

  /** The list of a type. */
  async of(ctx: Ctx, type: ContentType): Promise<ListDescriptor> {
    const { readable } = await this.fields.mask(ctx, type);
    const can = await this.access.of(ctx, type);
    const isKnown = (name: string): boolean => readable.has(name) || !type.fields.some((field) => field.name === name);
    return {
      columns: columnsOf(type, readable),
      filters: filtersOf(type, readable),
      searchable: searchedFields(type, readable).length > 0,
      order: type.order.filter((name) => isKnown(name.replace(/^-/, ''))),
      perPage: type.list.perPage ?? PER_PAGE,
      bulk: await this.bulk.offered(ctx, type),
      export: can.view ? ['csv', 'xlsx'] : [],
      import: can.create || can.edit,
    };
  }
}
