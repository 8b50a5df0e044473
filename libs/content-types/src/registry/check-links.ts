import { className, declarationOf, isDeclared } from '../declare/declaration-store.js';
import type { ContentNode } from '../kinds/field-kind.js';
import { entityKeyOf } from '../kinds/entity-key.js';
import { entityLinkKind, entityLinksKind, type EntityLinkOptions } from '../kinds/entity-link-kinds.js';
import type { ContentType } from './content-types.js';
import { classIn, linksToNothing } from './check-targets.js';
import { placesOf, type Place } from './place.js';
import { problem, type DeclarationProblem } from './problem.js';

/**
 * Links to rows whose key no link can hold, and to types nobody registered. Pages have a link of their own. Rows of
 * managed entities are linked by columns of the entity instead.
 */
export function checkLinks(type: ContentType, all: ReadonlySet<object>): DeclarationProblem[] {
  if (type.category === 'model') return [];
  return placesOf(type).flatMap((place) => [...checkEntityLink(place), ...checkTypeLink(place, all)]);
}

function checkEntityLink({ where, node }: Place): DeclarationProblem[] {
  if (!isLink(node)) return [];
  const target = classIn((node.options as unknown as EntityLinkOptions).target);
  if (!target) return [linksToNothing(where)];
  if (isDeclared(target) && declarationOf(target).category === 'page')
    return [
      problem(
        'E025',
        `${where} links to ${className(target)}, which is a page type.`,
        'Use a link to pages: @PageLinkField({ types: … }), or pageLink() in blocks.',
      ),
    ];
  if (entityKeyOf(target)) return [];
  return [
    problem(
      'E025',
      `${where} links to ${className(target)}, whose rows have no key of one column that is an integer, a bigint, a uuid or text.`,
      'Give the class @PrimaryGeneratedColumn() id!: number, and keep its other key as a unique index.',
    ),
  ];
}

function checkTypeLink({ where, node }: Place, all: ReadonlySet<object>): DeclarationProblem[] {
  const links = node.kind.linksTo?.(node.options);
  return (links?.types ?? []).flatMap((target: unknown) => {
    if (typeof target !== 'function') return [linksToNothing(where)];
    const isOfCategory = isDeclared(target) && declarationOf(target).category === links!.category;
    if (isOfCategory && all.has(target)) return [];
    return [
      isOfCategory
        ? problem(
            'E025',
            `${where} links to ${className(target)}, which is not registered.`,
            `Add ${className(target)} to the types of the project, or to a CmsModule.forFeature([…]).`,
          )
        : problem(
            'E025',
            `${where} links to ${className(target)}, which is no ${links!.category} type.`,
            `Name classes with ${links!.category === 'page' ? '@PageType()' : '@SnippetType()'}; of a base, those that extend it.`,
          ),
    ];
  });
}

function isLink({ kind }: ContentNode): boolean {
  return kind.name === entityLinkKind.name || kind.name === entityLinksKind.name;
}
