import type { ContentNode, FieldDescriptor } from '../kinds/field-kind.js';
import { labelOf } from './schema.js';

/** A field as the editor learns of it. */
export function describeField(node: ContentNode): FieldDescriptor {
  const { options, kind } = node;
  return {
    name: node.name,
    kind: kind.name,
    label: labelOf(node),
    help: options.help ?? '',
    required: options.required ?? false,
    readOnly: options.readOnly ?? false,
    defaultValue: options.default ?? kind.emptyValue(options),
    options: withoutUndefined(kind.describeOptions?.(options, describeBlock) ?? {}),
  };
}

/** A block as the editor learns of it: a field with what its picker shows. */
export function describeBlock(node: ContentNode): FieldDescriptor {
  const { icon, group, description } = node.options;
  return { ...describeField(node), icon: icon ?? null, group: group ?? null, description: description ?? '' };
}

function withoutUndefined(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
