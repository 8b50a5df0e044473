import type { Block, ContentType, Field, FieldOptions, ItemDescriptor } from '../contract';

/**
 * A type whose blocks contain themselves, made whole: a block described as “the one that many containers further out”
 * gets the options of that one, however deep it is opened later.
 */
export function withRepeats(type: ContentType): ContentType {
  return { ...type, fields: type.fields.map((field) => tied(field, [])) };
}

function tied<F extends Field>(field: F, outer: readonly FieldOptions[]): F {
  const back = (field as { repeats?: number }).repeats;
  if (back !== undefined) return { ...field, options: outer[outer.length - back] ?? field.options };
  if (!HOLDING.has(field.kind)) return field;
  const options: FieldOptions = { ...field.options };
  const inside = [...outer, options];
  const each = (blocks: readonly Block[]) => blocks.map((block) => tied(block, inside));
  if (options.blocks) options.blocks = each(options.blocks);
  if (options.fields) options.fields = each(options.fields);
  if (options.columns) options.columns = each(options.columns);
  if (options.item)
    options.item =
      field.kind === 'childItems'
        ? withItemRepeats(options.item as ItemDescriptor)
        : tied(options.item as Block, inside);
  return { ...field, options };
}

/** Child items are types of their own: what repeats in them begins with them. */
function withItemRepeats(item: ItemDescriptor): ItemDescriptor {
  return { ...item, fields: item.fields.map((field) => tied(field, [])) };
}

const HOLDING = new Set(['struct', 'stream', 'list', 'typedTable', 'childItems']);
