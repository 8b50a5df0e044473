import type { Block, Field, ItemDescriptor } from '../contract';
import { steps } from './pointer';

/** A pointer in words: `Body, Gallery 3, Caption`. */
export function nameOfPlace(fields: readonly Field[], values: unknown, pointer: string): string {
  const [first, ...rest] = steps(pointer);
  const field = fields.find((candidate) => candidate.name === first);
  if (!field) return first ? first : 'This page';
  return [field.label, ...inner(field, (values as Record<string, unknown> | null)?.[field.name], rest)].join(', ');
}

function inner(field: Field, value: unknown, way: readonly string[]): string[] {
  const [step, ...rest] = way;
  if (step === undefined) return [];
  switch (field.kind) {
    case 'struct':
      return named(field.options.fields ?? [], value, way);
    case 'childItems': {
      const shape = field.options.item as ItemDescriptor | undefined;
      const item = (value as unknown[] | null)?.[Number(step)];
      return shape && isPlace(step) ? [`${shape.label} ${Number(step) + 1}`, ...named(shape.fields, item, rest)] : [];
    }
    case 'stream': {
      const item = (value as { type?: string; value?: unknown }[] | null)?.[Number(step)];
      const block = field.options.blocks?.find((candidate) => candidate.name === item?.type);
      return isPlace(step)
        ? [
            `${block?.label ?? 'Block'} ${Number(step) + 1}`,
            ...(block ? inner(block, item?.value, withoutValue(rest)) : []),
          ]
        : [];
    }
    case 'list': {
      const item = (value as { value?: unknown }[] | null)?.[Number(step)];
      const block = field.options.item as Block | undefined;
      return isPlace(step)
        ? [
            `${block?.label || 'Item'} ${Number(step) + 1}`,
            ...(block ? inner(block, item?.value, withoutValue(rest)) : []),
          ]
        : [];
    }
    default:
      return [];
  }
}

function named(fields: readonly Field[], value: unknown, way: readonly string[]): string[] {
  const [name, ...rest] = way;
  const field = fields.find((candidate) => candidate.name === name);
  return field ? [field.label, ...inner(field, (value as Record<string, unknown> | null)?.[field.name], rest)] : [];
}

function isPlace(step: string): boolean {
  return /^\d+$/.test(step);
}

function withoutValue(way: readonly string[]): readonly string[] {
  return way[0] === 'value' ? way.slice(1) : way;
}
