import { missing, refused } from '../errors.js';
import { parseFields } from '../grammar/fields-parameter.js';
import { readInteger } from '../grammar/python-text.js';
import type { Query } from '../grammar/query-string.js';
import type { Row } from '../model/api-model.js';
import { select } from '../model/selection.js';
import { readSite } from '../query/page-scope.js';
import { SqlParameters, withinPath } from '../query/sql-parameters.js';
import { PRESENTATION_PARAMETERS } from '../represent/presentation.js';
import { printObjects, type ApiObject } from '../represent/print-objects.js';
import { selectList } from '../represent/row-loader.js';
import type { SiteRoot } from '../represent/site-map.js';
import { refuseOthers, type Summary } from './summary.js';

const USUAL_DEPTH = 2;
const MAX_DEPTH = 10;
const MAX_PAGES = 1000;
const SHOWN = '_,id,type,detail_url,html_url,slug,title';

/** The pages of a site that are to be in menus, as a tree: each with those among its children that are. */
export const navigation: Summary = async (query, request) => {
  refuseOthers(query, ['depth', 'site', 'locale', 'fields', ...PRESENTATION_PARAMETERS]);
  const depth = readDepth(query);
  const site = readSite(query, request.sites, request.site);
  request.visibility.site = site;
  const selection = select(
    request.models.page,
    parseFields(query.get('fields') ?? SHOWN),
    'listing',
    request.presentation,
  );
  const root = rootOf(site?.roots ?? [], query.get('locale'));
  if (!root) return { items: [] };
  const params = new SqlParameters();
  const columns = [...selection.columns, { key: 'tree_parent', sql: 'p.parent_id' }];
  const text =
    `SELECT ${selectList('p.id', columns)} FROM page p JOIN page root ON root.id = ${params.add(root.pageId)} ` +
    `WHERE ${withinPath('p.path', root.path, params)} AND p.id <> root.id AND p.show_in_menus ` +
    `AND p.depth <= root.depth + ${params.add(depth)} AND (${request.visibility.condition(params)}) ` +
    `ORDER BY p.path LIMIT ${MAX_PAGES + 1}`;
  const rows = await request.reader.rows(text, params.values);
  if (rows.length > MAX_PAGES) {
    throw refused(`navigation error. there are more than ${MAX_PAGES} pages; ask for a smaller depth`);
  }
  return { items: asTree(rows, await printObjects(selection, rows, request), root.pageId) };
};

/** Rows come parents first. What stands below a page that is not in menus is not there either. */
function asTree(rows: readonly Row[], objects: readonly ApiObject[], rootId: number): ApiObject[] {
  const childrenOf = new Map<unknown, ApiObject[]>([[rootId, []]]);
  rows.forEach((row, index) => {
    const siblings = childrenOf.get(row['tree_parent']);
    if (!siblings) return;
    const children: ApiObject[] = [];
    childrenOf.set(row['id'], children);
    siblings.push({ ...objects[index], children });
  });
  return childrenOf.get(rootId) ?? [];
}

function rootOf(roots: readonly SiteRoot[], locale: string | undefined): SiteRoot | undefined {
  if (locale === undefined) return roots[0];
  const root = roots.find((each) => each.locale === locale);
  if (!root) throw missing('No Locale matches the given query.');
  return root;
}

function readDepth(query: Query): number {
  const text = query.get('depth');
  const depth = text === undefined ? BigInt(USUAL_DEPTH) : readInteger(text);
  if (depth === null || depth < 1n || depth > BigInt(MAX_DEPTH)) {
    throw refused(`depth must be an integer from 1 to ${MAX_DEPTH}`);
  }
  return Number(depth);
}
