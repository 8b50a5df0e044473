import { type Policy } from '@pipit/access';
import { facetConditions, type FacetFilter } from '../facets/facet-filter.js';
import type { MediaType } from '../subjects/media-subject.js';
import type { Ctx } from '@pipit/kernel';
import type { Paging } from '@pipit/kernel';

/** Narrows and orders a list of images or documents. */
export interface MediaFilter extends Paging, FacetFilter {
  readonly q?: string;
  /** A collection; what lies in those below it counts too. */
  readonly collectionId?: number;
  readonly ids?: readonly number[];
  readonly tag?: string;
  readonly order?: MediaOrder;
  /** What lies in the trash instead, for those who may delete it; `any`: both, for single looks. Default: false. */
  readonly trash?: boolean | 'any';
}

/** Orders of a list; `-` turns one round. */
export type MediaOrder = 'created' | '-created' | 'title' | '-title';

const ORDER_SQL: Readonly<Record<MediaOrder, string>> = {
  created: 'm.created_at, m.id',
  '-created': 'm.created_at DESC, m.id DESC',
  title: 'lower(m.title), m.id',
  '-title': 'lower(m.title) DESC, m.id DESC',
};

/** Ids of one page of a list, and how many match in all. */
export interface FoundIds {
  readonly total: number;
  readonly ids: readonly number[];
}

/** What a list is of, in SQL: rows `m` with their collections `c`. */
export interface MediaConditions {
  readonly from: string;
  /** By what they are about, so that facets can leave their own out. */
  readonly conditions: Readonly<Record<string, string>>;
  readonly params: readonly unknown[];
}

/** The conditions of a list: what the acting person may use, and what the filter lets through. */
export async function mediaConditions(
  ctx: Ctx,
  policy: Policy,
  subject: MediaType,
  filter: MediaFilter,
  rightsWarningDays: number,
): Promise<MediaConditions> {
  const params: unknown[] = [];
  const param = (value: unknown): string => `$${params.push(value)}`;
  const conditions = {
    may: await mayUse(ctx, policy, subject, filter, params),
    ...conditionsOf(subject, filter, param),
    ...facetConditions(subject, filter, rightsWarningDays, param),
  };
  return { from: `${subject} m JOIN collection c ON c.id = m.collection_id`, conditions, params };
}

/** Finds the images or documents which the acting person may use and the filter lets through. */
export async function findMediaIds(
  ctx: Ctx,
  policy: Policy,
  subject: MediaType,
  filter: MediaFilter,
  rightsWarningDays: number,
): Promise<FoundIds> {
  const { from: table, conditions, params } = await mediaConditions(ctx, policy, subject, filter, rightsWarningDays);
  const from = `FROM ${table} WHERE ${Object.values(conditions).join(' AND ')}`;
  const [count]: { total: string }[] = await ctx.manager.query(`SELECT count(*) AS total ${from}`, [...params]);
  const rows: { id: number }[] = await ctx.manager.query(
    `SELECT m.id ${from} ORDER BY ${ORDER_SQL[filter.order ?? '-created']} LIMIT $${params.length + 1} OFFSET $${params.length + 2}`,
    [...params, filter.limit, filter.offset],
  );
  return { total: Number(count?.total ?? 0), ids: rows.map(({ id }) => id) };
}

/** Whoever may choose, change or delete things in a collection sees what is in it; its trash, whoever may delete. */
async function mayUse(
  ctx: Ctx,
  policy: Policy,
  subject: string,
  { trash = false }: MediaFilter,
  params: unknown[],
): Promise<string> {
  const target = { kind: 'collection', alias: 'c' } as const;
  const may = (verb: string): Promise<string> => policy.predicate(ctx, `${subject}.${verb}`, target, params);
  const deletes = await may('delete');
  const inTrash = `m.deleted_at IS NOT NULL AND (${deletes})`;
  if (trash === true) return `(${inTrash})`;
  const inUse = `m.deleted_at IS NULL AND (${deletes} OR ${await may('edit')} OR ${await may('choose')})`;
  return trash === 'any' ? `(${inTrash} OR ${inUse})` : `(${inUse})`;
}

function conditionsOf(
  subject: MediaType,
  filter: MediaFilter,
  param: (value: unknown) => string,
): Record<string, string> {
  const conditions: Record<string, string> = {};
  const tagged = `FROM ${subject}_tags mt JOIN tag t ON t.id = mt.tag_id WHERE mt.${subject}_id = m.id`;
  const words = (filter.q ?? '').split(/\s+/).filter(Boolean).slice(0, 8);
  for (const [index, word] of words.entries()) {
    const like = param(`%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const texts =
      subject === 'image' ? ['title', 'file_name', 'alt', 'description'] : ['title', 'file_name', 'description'];
    const matches = texts.map((column) => `m.${column} ILIKE ${like}`);
    if (subject === 'document') matches.push(`EXISTS (SELECT 1 FROM document_text dt WHERE dt.document_id = m.id AND dt.words @@ plainto_tsquery('simple', ${param(word)}))`); // prettier-ignore
    conditions[`word${index}`] = `(${matches.join(' OR ')} OR EXISTS (SELECT 1 ${tagged} AND t.name ILIKE ${like}))`;
  }
  if (filter.tag !== undefined) conditions['tag'] = `EXISTS (SELECT 1 ${tagged} AND t.name = ${param(filter.tag)})`;
  if (filter.ids) conditions['ids'] = `m.id = ANY(${param(filter.ids)}::int[])`;
  if (filter.collectionId !== undefined) {
    const root = `(SELECT path FROM collection WHERE id = ${param(filter.collectionId)})`;
    conditions['collection'] = `c.path >= ${root} AND c.path < left(${root}, -1) || '/'`;
  }
  return conditions;
}
