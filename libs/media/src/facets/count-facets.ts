import { Inject, Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { mediaConditions, type MediaConditions, type MediaFilter } from '../queries/media-filter.js';
import type { MediaType } from '../subjects/media-subject.js';
import { MISSING_ALT_SQL, ORIENTATION_SQL, rightsStateSql, unusedSql } from './facet-filter.js';

/** How many things of a list have a value. */
export interface FacetCount {
  /** What the filter takes. */
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** Counts by facet. Each is of the list without the filter of the facet itself, so that one sees what else there is. */
export interface Facets {
  readonly total: number;
  /** What is in the collection and below it. */
  readonly collection: readonly FacetCount[];
  /** The most frequent ones. */
  readonly tag: readonly FacetCount[];
  readonly mimeType: readonly FacetCount[];
  readonly uploadedById: readonly FacetCount[];
  readonly unused: number;
}

/** The facets that only images have. */
export interface ImageFacets extends Facets {
  readonly orientation: readonly FacetCount[];
  readonly rights: readonly FacetCount[];
  readonly missingAlt: number;
}

/** The facets that only documents have. */
export interface DocumentFacets extends Facets {
  readonly mediaKind: readonly FacetCount[];
}

const MOST_TAGS = 100;

/** Counts what a list of images or documents holds, by what it can be narrowed by. */
@Injectable()
export class CountFacets {
  constructor(
    private readonly policy: Policy,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  /** The facets both kinds of media have. */
  async of(ctx: Ctx, subject: MediaType, filter: MediaFilter): Promise<Facets> {
    const list = await mediaConditions(ctx, this.policy, subject, filter, this.options.rightsWarningDays);
    const [all] = await count(ctx, list, null, `SELECT '' AS value, '' AS label, count(*)::int AS count`, '');
    return {
      total: all?.count ?? 0,
      collection: await this.collections(ctx, list),
      tag: await this.tags(ctx, subject, list),
      mimeType: await values(ctx, list, 'mimeType', 'm.mime_type'),
      uploadedById: await this.uploaders(ctx, list),
      unused: await howMany(ctx, list, 'unused', unusedSql(subject)),
    };
  }

  /** The facets of images. */
  async ofImages(ctx: Ctx, filter: MediaFilter): Promise<ImageFacets> {
    const { rightsWarningDays } = this.options;
    const list = await mediaConditions(ctx, this.policy, 'image', filter, rightsWarningDays);
    return {
      ...(await this.of(ctx, 'image', filter)),
      orientation: await values(ctx, list, 'orientation', ORIENTATION_SQL),
      rights: await values(ctx, list, 'rights', rightsStateSql(rightsWarningDays)),
      missingAlt: await howMany(ctx, list, 'missingAlt', MISSING_ALT_SQL),
    };
  }

  /** The facets of documents. */
  async ofDocuments(ctx: Ctx, filter: MediaFilter): Promise<DocumentFacets> {
    const list = await mediaConditions(ctx, this.policy, 'document', filter, this.options.rightsWarningDays);
    return {
      ...(await this.of(ctx, 'document', filter)),
      mediaKind: await values(ctx, list, 'mediaKind', 'm.media_kind'),
    };
  }

  private collections(ctx: Ctx, list: MediaConditions): Promise<FacetCount[]> {
    const { where, params } = without(list, 'collection');
    return ctx.manager.query(
      `WITH direct AS (SELECT c.path, count(*)::int AS count FROM ${list.from} WHERE ${where} GROUP BY c.path)
       SELECT above.id::text AS value, above.name AS label, sum(direct.count)::int AS count
         FROM collection above JOIN direct ON direct.path >= above.path AND direct.path < left(above.path, -1) || '/'
        GROUP BY above.id ORDER BY lower(above.name), above.id`,
      params,
    );
  }

  private tags(ctx: Ctx, subject: MediaType, list: MediaConditions): Promise<FacetCount[]> {
    return count(
      ctx,
      {
        ...list,
        from: `${list.from} JOIN ${subject}_tags mt ON mt.${subject}_id = m.id JOIN tag t ON t.id = mt.tag_id`,
      },
      'tag',
      'SELECT t.name AS value, t.name AS label, count(*)::int AS count',
      `GROUP BY t.name ORDER BY count DESC, t.name LIMIT ${MOST_TAGS}`,
    );
  }

  private uploaders(ctx: Ctx, list: MediaConditions): Promise<FacetCount[]> {
    return count(
      ctx,
      { ...list, from: `${list.from} JOIN user_account u ON u.id = m.uploaded_by_id` },
      'uploadedById',
      'SELECT u.id::text AS value, u.name AS label, count(*)::int AS count',
      'GROUP BY u.id, u.name ORDER BY lower(u.name), u.id',
    );
  }
}

function values(ctx: Ctx, list: MediaConditions, facet: string, sql: string): Promise<FacetCount[]> {
  const select = `SELECT (${sql})::text AS value, (${sql})::text AS label, count(*)::int AS count`;
  return count(ctx, list, facet, select, 'GROUP BY 1, 2 ORDER BY count DESC, 1');
}

/** Of how many things of the list something is true. */
async function howMany(ctx: Ctx, list: MediaConditions, facet: string, sql: string): Promise<number> {
  const found = await values(ctx, list, facet, sql);
  return found.find(({ value }) => value === 'true')?.count ?? 0;
}

function count(
  ctx: Ctx,
  list: MediaConditions,
  facet: string | null,
  select: string,
  rest: string,
): Promise<FacetCount[]> {
  const { where, params } = without(list, facet);
  return ctx.manager.query(`${select} FROM ${list.from} WHERE ${where} ${rest}`, params);
}

/** Postgres wants every parameter it is given to be used, so those of the condition left out are named all the same. */
function without({ conditions, params }: MediaConditions, facet: string | null): { where: string; params: unknown[] } {
  const kept = Object.entries(conditions).flatMap(([name, sql]) => (name === facet ? `((${sql}) OR TRUE)` : sql));
  return { where: kept.join(' AND ') || 'TRUE', params: [...params] };
}
