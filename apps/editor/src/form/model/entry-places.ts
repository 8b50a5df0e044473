import type { Block, ChildItem, Field, ItemDescriptor, StreamItem } from '../contract';
import { refusedItem, targetOf, type CopiedBlock } from './block-clipboard';
import { isWithin, join } from './pointer';
import { refusal } from './stream-rules';

/** A list of the form into which entries can go. */
export interface EntryPlace {
  pointer: string;
  /** From the field on, in words. */
  label: string;
  field: Field;
  count: number;
}

/** All streams and lists of a form, outermost first. */
export function entryPlaces(fields: readonly Field[], values: unknown): EntryPlace[] {
  return fields.flatMap((field) =>
    placesIn(field, (values as Record<string, unknown> | null)?.[field.name], join('', field.name), field.label),
  );
}

function placesIn(field: Field, value: unknown, pointer: string, label: string): EntryPlace[] {
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  switch (field.kind) {
    case 'struct':
      return (field.options.fields ?? []).flatMap((member) =>
        placesIn(
          member,
          (value as Record<string, unknown> | null)?.[member.name],
          join(pointer, member.name),
          `${label}, ${member.label}`,
        ),
      );
    case 'childItems': {
      const shape = field.options.item as ItemDescriptor | undefined;
      return (list as ChildItem[]).flatMap((item, index) =>
        (shape?.fields ?? []).flatMap((member) =>
          placesIn(
            member,
            item[member.name],
            join(join(pointer, index), member.name),
            `${label}, ${shape!.label} ${index + 1}, ${member.label}`,
          ),
        ),
      );
    }
    case 'list': {
      const item = field.options.item as Block | undefined;
      const inner = item
        ? list.flatMap((entry, index) =>
            placesIn(
              item,
              (entry as { value?: unknown } | null)?.value,
              join(join(pointer, index), 'value'),
              `${label} ${index + 1}`,
            ),
          )
        : [];
      return [{ pointer, label, field, count: list.length }, ...inner];
    }
    case 'stream': {
      const blocks = field.options.blocks ?? [];
      const inner = (list as StreamItem[]).flatMap((entry, index) => {
        const block = blocks.find((candidate) => candidate.name === entry?.type);
        return block
          ? placesIn(block, entry.value, join(join(pointer, index), 'value'), `${label}, ${block.label} ${index + 1}`)
          : [];
      });
      return [{ pointer, label, field, count: list.length }, ...inner];
    }
    default:
      return [];
  }
}

/** Why blocks can't go into a list of the form as it is now, or `null` when they can. */
export function refusedAt(field: Field, items: readonly unknown[], blocks: readonly CopiedBlock[]): string | null {
  const { options } = field;
  let now = [...items] as StreamItem[];
  for (const copied of blocks) {
    if (field.kind === 'list') {
      const reason = options.item ? refusedItem(copied, options.item as Block) : 'Nothing fits here.';
      if (reason) return reason;
      if (options.max != null && now.length >= Number(options.max)) return `There can be ${options.max} items here.`;
    } else {
      const target = targetOf(copied, options.blocks ?? []);
      if (typeof target === 'string') return target;
      const full = refusal(options, now, target.name);
      if (full) return full;
    }
    now = [...now, { id: '', type: copied.type, value: copied.value }];
  }
  return null;
}

/** Lists to which the blocks at some pointers can move: not where they are, nor inside of themselves. */
export function placesToMove(
  fields: readonly Field[],
  values: unknown,
  from: string,
  pointers: readonly string[],
  blocks: readonly CopiedBlock[],
  read: (pointer: string) => unknown,
): EntryPlace[] {
  return entryPlaces(fields, values).filter((place) => {
    if (place.pointer === from || pointers.some((pointer) => isWithin(place.pointer, pointer))) return false;
    const items = read(place.pointer);
    return refusedAt(place.field, Array.isArray(items) ? items : [], blocks) === null;
  });
}
