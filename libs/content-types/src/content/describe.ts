import type { FieldOptions } from '../declare/type-declaration.js';
import { defaultOf, type ContentNode, type FieldDescriptor } from '../kinds/field-kind.js';
import { labelOf } from './labels.js';

/** A field as the editor learns of it. */
export function describeField(node: ContentNode): FieldDescriptor {
  return describe(node, []);
}

/** A block as the editor learns of it: a field with what its picker shows. */
export function describeBlock(node: ContentNode): FieldDescriptor {
  return describeInner(node, []);
}

/** `outer` are the containers around the node, the outermost first, each by what {@link ContentNode.repeats} names. */
function describe(node: ContentNode, outer: readonly object[]): FieldDescriptor {
  const { options, kind } = node;
  const inside = [...outer, node.repeats ?? options];
  const position = node.repeats ? outer.lastIndexOf(node.repeats) : -1;
  const told = position < 0 ? kind.describeOptions?.(options, (inner) => describeInner(inner, inside)) : undefined;
  return {
    name: node.name,
    kind: kind.name,
    label: labelOf(node),
    help: options.help ?? '',
    required: options.required ?? false,
    readOnly: options.readOnly ?? false,
    defaultValue: defaultOf(node),
    options: withoutUndefined(told ?? {}),
    ...(position < 0 ? {} : { repeats: outer.length - position }),
    ...withoutUndefined(declaredOnly(node)),
  };
}

function describeInner(node: ContentNode, outer: readonly object[]): FieldDescriptor {
  const { icon, group, description } = node.options;
  return { ...describe(node, outer), icon: icon ?? null, group: group ?? null, description: description ?? '' };
}

/** What most fields do not say; absent in their descriptors. */
function declaredOnly({ options }: ContentNode): Partial<FieldDescriptor> {
  const { showWhen, requireWhen, labelFormat, collapsed, previewValue: preview } = options;
  const previewValue = typeof preview === 'function' ? preview() : preview;
  const { unique, localized } = options as FieldOptions;
  return { showWhen, requireWhen, labelFormat, collapsed, previewValue, unique, localized };
}

function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
