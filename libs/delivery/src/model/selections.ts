import { LRUCache } from 'lru-cache';
import { ApiError } from '../errors.js';
import { parseFields, type FieldsLimits } from '../grammar/fields-parameter.js';
import type { Presentation } from '../represent/presentation.js';
import type { ApiModel } from './api-model.js';
import { select, type Place, type Selection } from './selection.js';

/** How many choices are remembered of each model; readers of a site make few. */
const REMEMBERED = 100;

/** What `fields=` chooses, worked out once for each way of asking. */
export class Selections {
  private readonly known = new WeakMap<ApiModel, LRUCache<string, Selection>>();

  constructor(private readonly limits: FieldsLimits) {}

  /** Refuses what cannot be chosen. */
  of(model: ApiModel, fields: string, place: Place, presentation: Presentation): Selection {
    const isPlain = presentation.include.size === 0 && presentation.renditions.length === 0;
    if (!isPlain) return select(model, parseFields(fields, this.limits), place, presentation);
    const selections = this.known.get(model) ?? new LRUCache<string, Selection>({ max: REMEMBERED });
    this.known.set(model, selections);
    const name = `${place} ${fields}`;
    const selection = selections.get(name) ?? select(model, parseFields(fields, this.limits), place);
    selections.set(name, selection);
    return selection;
  }

  /** The same of a detail view; null where a field is not there, which is to be said later than that an object is not. */
  ifKnown(model: ApiModel, fields: string, presentation: Presentation): Selection | null {
    try {
      return this.of(model, fields, 'detail', presentation);
    } catch (error) {
      if (error instanceof ApiError) return null;
      throw error;
    }
  }
}
