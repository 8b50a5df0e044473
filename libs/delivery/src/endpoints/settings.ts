import type { ContentType } from '@pipit/content-types';
import { GLOBAL_ID } from '@pipit/settings';
import { parseFields, type FieldPart } from '../grammar/fields-parameter.js';
import type { Row } from '../model/api-model.js';
import { select, type Shape } from '../model/selection.js';
import { readSite } from '../query/page-scope.js';
import type { ApiRequest } from '../represent/api-request.js';
import { PRESENTATION_PARAMETERS } from '../represent/presentation.js';
import { printObjects, type ApiObject } from '../represent/print-objects.js';
import { selectList } from '../represent/row-loader.js';
import type { SiteEntry } from '../represent/site-map.js';
import { refuseOthers, type Summary } from './summary.js';

/** All settings of a site that readers may ask for, in one answer. */
export function allSettings(types: readonly ContentType[]): Summary {
  return async (query, request) => {
    refuseOthers(query, ['site', ...PRESENTATION_PARAMETERS.filter((name) => name !== 'include')]);
    const site = readSite(query, request.sites, request.site);
    const items = await Promise.all(types.map((type) => printSettings(type, site, [], request.presentation, request)));
    return { meta: { total_count: items.length }, items };
  };
}

/** The settings of one type: those of a site, or of the whole installation. */
export function settingsOf(type: ContentType): Summary {
  return async (query, request) => {
    refuseOthers(query, ['site', 'fields', ...PRESENTATION_PARAMETERS]);
    const site = readSite(query, request.sites, request.site);
    const parts = parseFields(query.get('fields') ?? '');
    return printSettings(type, site, parts, request.presentation, request);
  };
}

async function printSettings(
  type: ContentType,
  site: SiteEntry | null,
  parts: readonly FieldPart[],
  shape: Shape,
  request: ApiRequest,
): Promise<ApiObject> {
  const model = request.models.ofType(type);
  const selection = select(model, parts, 'detail', shape);
  const { from, id } = model.source;
  const key = type.scope === 'global' ? GLOBAL_ID : (site?.id ?? null);
  const text = `SELECT ${selectList(id, selection.columns)} FROM ${from} WHERE ${id} = $1`;
  const [stored] = await request.reader.rows(text, [key]);
  // Before the first edit there is no row, and the defaults hold.
  const row: Row = stored ?? request.models.defaultRow(type);
  const [object = {}] = await printObjects(selection, [row], request);
  return object;
}
