import { Inject, Injectable, type Type } from '@nestjs/common';
import { OmitType } from '@nestjs/swagger';
import { DtoPipe, Policy } from '@pipit/access';
import type { BulkSelection, BulkSubject } from '@pipit/bulk';
import { MAX_ID, type JsonObject } from '@pipit/content-types';
import { badRequest, Problem, type Ctx } from '@pipit/kernel';
import { DocumentListQuery } from '../facets/document-list.query.js';
import { ImageListQuery } from '../facets/image-list.query.js';
import { filterOf } from '../http/media-list.query.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { findMediaIds, type MediaFilter } from '../queries/media-filter.js';
import type { MediaType } from '../subjects/media-subject.js';

const PART = ['limit', 'offset', 'order', 'trash'] as const;
/** Filters of a list that say which things, without those that say which part of it. */
class BulkImageQuery extends OmitType(ImageListQuery, PART) {}
class BulkDocumentQuery extends OmitType(DocumentListQuery, PART) {}
const QUERIES: Readonly<Record<MediaType, Type<BulkImageQuery | BulkDocumentQuery>>> = {
  image: BulkImageQuery,
  document: BulkDocumentQuery,
};

/** Finds the images or documents an operation on many is about: as lists show them, never more. */
@Injectable()
export class MediaSelection {
  private readonly pipe = new DtoPipe();

  constructor(
    private readonly policy: Policy,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  async select(
    ctx: Ctx,
    type: MediaType,
    selection: BulkSelection,
    trash: boolean,
    limit: number,
  ): Promise<BulkSubject[]> {
    const filter = selection.ids ? { ids: idsIn(selection.ids) } : await this.filterIn(type, selection.query);
    const wanted: MediaFilter = { ...filter, trash, limit, offset: 0 };
    const { ids } = await findMediaIds(ctx, this.policy, type, wanted, this.options.rightsWarningDays);
    const rows: { id: number; title: string }[] = await ctx.manager.query(
      `SELECT id, title FROM ${type} WHERE id = ANY($1::int[]) ORDER BY array_position($1::int[], id)`,
      [ids],
    );
    return rows.map(({ id, title }) => ({ id: String(id), title }));
  }

  private async filterIn(type: MediaType, given: JsonObject): Promise<Partial<MediaFilter>> {
    try {
      return filterOf((await this.pipe.transform(given, { type: 'query', metatype: QUERIES[type] })) as BulkImageQuery);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw badRequest(
        'The query has the wrong form.',
        error.errors.map((each) => ({ ...each, path: `/query${each.path}` })),
      );
    }
  }
}

function idsIn(texts: readonly string[]): number[] {
  return texts.map((text) => {
    const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
    if (id > 0 && id <= MAX_ID) return id;
    const message = 'Ids are whole numbers.';
    throw badRequest(message, [{ path: '/ids', code: 'ids', message }]);
  });
}
