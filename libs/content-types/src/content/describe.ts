import type { FieldOptions } from '../declare/type-declaration.js';
import { defaultOf, type ContentNode, type FieldDescriptor } from '../kinds/field-kind.js';
import { labelOf } from './labels.js';

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
    defaultValue: defaultOf(node),
    options: withoutUndefined(kind.describeOptions?.(options, describeBlock) ?? {}),
    ...withoutUndefined(declaredOnly(node)),
  };
}

/** What most fields do not say; absent in their descriptors. */
function declaredOnly({ options }: ContentNode): Partial<FieldDescriptor> {
  const { showWhen, requireWhen, labelFormat, collapsed, previewValue } = options;
  const { unique, localized } = options as FieldOptions;
  return { showWhen, requireWhen, labelFormat, collapsed, previewValue, unique, localized };
}

/** A block as the editor learns of it: a field with what its picker shows. */
export function describeBlock(node: ContentNode): FieldDescriptor {
  const { icon, group, description } = node.options;
  return { ...describeField(node), icon: icon ?? null, group: group ?? null, description: description ?? '' };
}

function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
