import type { FieldPart } from '../grammar/fields-parameter.js';
import type { ApiModels } from '../model/api-models.js';
import { select, type Selection } from '../model/selection.js';

const LINKED = ['_', 'id', 'type', 'detail_url', 'html_url', 'title'];
const PARTS = LINKED.map((name): FieldPart => ({ name, negated: false, parts: null }));
const made = new WeakMap<ApiModels, Selection>();

/** What `parent` and `alias_of` show of a page, whatever is asked for. */
export function linkedPage({ models }: { readonly models: ApiModels }): Selection {
  const known = made.get(models) ?? select(models.page, PARTS, 'nested');
  made.set(models, known);
  return known;
}
