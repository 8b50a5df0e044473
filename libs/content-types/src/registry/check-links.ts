import { getMetadataArgsStorage } from 'typeorm';
import { allInnerNodes } from '../content/inner-nodes.js';
import { className } from '../declare/declaration-store.js';
import type { ContentNode } from '../kinds/field-kind.js';
import { entityLinkKind, entityLinksKind, type EntityLinkOptions } from '../kinds/entity-link-kinds.js';
import type { ContentType } from './content-types.js';
import { problem, type DeclarationProblem } from './problem.js';

const NUMBERS: readonly unknown[] = [Number, 'int', 'int2', 'int4', 'integer', 'smallint', 'serial'];

/** Links to rows whose key no link can hold. Rows of managed entities are linked by columns of the entity instead. */
export function checkLinks(type: ContentType): DeclarationProblem[] {
  if (type.category === 'model') return [];
  const nodes = type.fields.flatMap((field) => [field, ...allInnerNodes(field)]);
  return nodes.filter(isLink).flatMap((node) => {
    const target = (node.options as unknown as EntityLinkOptions).target();
    if (hasNumericId(target)) return [];
    return problem(
      'E025',
      `${type.name}.${node.name} links to ${className(target)}, whose key is no whole number called “id”.`,
      'Give the class @PrimaryGeneratedColumn() id!: number, and keep its other key as a unique column.',
    );
  });
}

function isLink({ kind }: ContentNode): boolean {
  return kind.name === entityLinkKind.name || kind.name === entityLinksKind.name;
}

function hasNumericId(target: object): boolean {
  const prototype: unknown = (target as { prototype: unknown }).prototype;
  const keys = getMetadataArgsStorage().columns.filter(
    ({ options, target: owner }) => options.primary && isBaseOf(owner, target, prototype),
  );
  return keys.length === 1 && keys[0]?.propertyName === 'id' && NUMBERS.includes(keys[0].options.type);
}

function isBaseOf(owner: unknown, target: object, prototype: unknown): boolean {
  return owner === target || (typeof owner === 'function' && prototype instanceof owner);
}
