import { allInnerNodes } from '../content/inner-nodes.js';
import { className, declarationOf, isDeclared } from '../declare/declaration-store.js';
import type { ContentNode } from '../kinds/field-kind.js';
import { entityKeyOf } from '../kinds/entity-key.js';
import { entityLinkKind, entityLinksKind, type EntityLinkOptions } from '../kinds/entity-link-kinds.js';
import type { ContentType } from './content-types.js';
import { problem, type DeclarationProblem } from './problem.js';

/**
 * Links to rows whose key no link can hold, and to pages, which have a link of their own. Rows of managed entities are
 * linked by columns of the entity instead.
 */
export function checkLinks(type: ContentType): DeclarationProblem[] {
  if (type.category === 'model') return [];
  const nodes = type.fields.flatMap((field) => [field, ...allInnerNodes(field)]);
  return nodes.filter(isLink).flatMap((node) => {
    const target = (node.options as unknown as EntityLinkOptions).target();
    if (isDeclared(target) && declarationOf(target).category === 'page')
      return problem(
        'E025',
        `${type.name}.${node.name} links to ${className(target)}, which is a page type.`,
        'Use a link to pages: @PageLinkField({ types: … }), or pageLink() in blocks.',
      );
    if (entityKeyOf(target)) return [];
    return problem(
      'E025',
      `${type.name}.${node.name} links to ${className(target)}, whose rows have no key of one column that is an integer, a bigint, a uuid or text.`,
      'Give the class @PrimaryGeneratedColumn() id!: number, and keep its other key as a unique index.',
    );
  });
}

function isLink({ kind }: ContentNode): boolean {
  return kind.name === entityLinkKind.name || kind.name === entityLinksKind.name;
}
