import type { PlanContext } from './plan-context.js';
import { RowReader } from './row-reader.js';

/** Tags of pages and snippets, from the models that tie them. */
export class TaggedContent {
  private readonly tags = new Map<string, number[]>();

  constructor(context: PlanContext) {
    for (const [model, { owner, field, ownerKey = 'content_object' }] of Object.entries(
      context.mapping.taggings ?? {},
    )) {
      const ownerModel = context.types.modelOfName(owner);
      for (const row of context.fixture.of(model)) {
        const reader = new RowReader(row, context);
        const tag = reader.owner('tag', 'taggit.tag');
        const key = keyOf(ownerModel, reader.owner(ownerKey, ownerModel), field);
        const tags = this.tags.get(key);
        if (tags) tags.push(tag);
        else this.tags.set(key, [tag]);
        reader.finish();
      }
    }
  }

  /** Ids of the tags of one thing. */
  tagsOf(model: string, id: number, field: string): readonly number[] {
    return this.tags.get(keyOf(model, id, field)) ?? [];
  }
}

function keyOf(model: string, id: number, field: string): string {
  return `${model} ${id} ${field}`;
}
