import { getMetadataArgsStorage } from 'typeorm';
import { fieldNames } from '../content/describe-panel.js';
import { allInnerNodes } from '../content/inner-nodes.js';
import { className, computedApiFieldsOf, declarationOf, isDeclared } from '../declare/declaration-store.js';
import { panelsOf } from '../declare/panels.js';
import { checkConditions } from './check-conditions.js';
import { checkBlockRecursion, checkRelationCycles } from './check-cycles.js';
import { checkLinks } from './check-links.js';
import { checkFormerBlocks } from './check-members.js';
import { checkNameForms, checkTables } from './check-name-forms.js';
import { checkDuplicateNames, checkFormerNames, checkNameLengths, checkReservedNames } from './check-names.js';
import { checkPageTypes } from './check-page-types.js';
import { checkPreviewModes } from './check-preview-modes.js';
import { linksToNothing, targetOf } from './check-targets.js';
import { checkOptions } from './check-values.js';
import type { ContentType } from './content-types.js';
import { problem, type DeclarationProblem } from './problem.js';

/** Fields that every page has and that tabs may arrange. */
const PAGE_BASE_FIELDS = ['title', 'slug', 'seoTitle', 'searchDescription', 'showInMenus'];

type Check = (type: ContentType, all: ReadonlySet<object>) => DeclarationProblem[];

const checks: readonly Check[] = [
  checkNameForms,
  checkReservedNames,
  checkDuplicateNames,
  checkNameLengths,
  checkFormerNames,
  checkFormerBlocks,
  checkOptions,
  checkBlockRecursion,
  checkTabs,
  checkInnerPermissions,
  checkRelations,
  checkLinks,
  checkApiOrder,
  checkComputed,
  checkListNames,
  checkListOrder,
  (type) => checkConditions(type, type.category === 'page' ? PAGE_BASE_FIELDS : []),
];

/** All problems of all types. */
export function checkTypes(types: readonly ContentType[]): DeclarationProblem[] {
  const classes = new Set(types.map((type) => type.target));
  return [
    ...types.flatMap((type) => checks.flatMap((check) => check(type, classes))),
    ...checkTables(types),
    ...checkPageTypes(types),
    ...checkPreviewModes(types),
    ...checkRelationCycles(types),
  ];
}

function checkTabs(type: ContentType): DeclarationProblem[] {
  const names = new Set([
    ...type.fields.map((field) => field.name),
    ...(type.category === 'page' ? PAGE_BASE_FIELDS : []),
  ]);
  const named = panelsOf(type).flatMap(fieldNames);
  const missing = named
    .filter((name) => !names.has(name))
    .map((name) => ({
      id: 'content-types.E002',
      message: `A tab of ${type.name} names “${name}”, which is no field of it.`,
      hint: `Its fields are ${[...names].join(', ')}.`,
    }));
  const repeated = named
    .filter((name, index) => named.indexOf(name) < index)
    .map((name) => ({
      id: 'content-types.E006',
      message: `The tabs of ${type.name} name “${name}” twice.`,
      hint: 'A field stands in one place of the form.',
    }));
  return [...missing, ...repeated];
}

/** The policy guards whole fields; a permission further inside would promise what nobody keeps. */
function checkInnerPermissions(type: ContentType): DeclarationProblem[] {
  const guarded = type.fields.flatMap((field) =>
    (type.category === 'item' ? [field] : allInnerNodes(field)).filter((node) => node.options.permission !== undefined),
  );
  return guarded.map((node) => ({
    id: 'content-types.E007',
    message: `“${node.name}” inside ${type.name} has a permission of its own.`,
    hint: 'Give the permission to the field of the page or snippet that holds it.',
  }));
}

function checkRelations(type: ContentType, all: ReadonlySet<object>): DeclarationProblem[] {
  return type.fields.flatMap((field) => {
    const storage = field.kind.storage?.(field.options);
    if (storage?.type !== 'children') return [];
    const item = targetOf(storage);
    if (!item) return [linksToNothing(`${type.name}.${field.name}`)];
    if (isDeclared(item) && declarationOf(item).category !== 'item')
      return [
        problem(
          'E004',
          `${type.name}.${field.name} holds ${className(item)}, whose rows are not child rows.`,
          'Child rows are those of a class with @ItemType() that extends ChildItem; others are linked to.',
        ),
      ];
    if (all.has(item)) return [];
    return [
      problem(
        'E004',
        `${type.name}.${field.name} holds ${className(item)}, which is not registered.`,
        `Give it @ItemType() and add it to CmsModule.forFeature([…]).`,
      ),
    ];
  });
}

function checkApiOrder(type: ContentType): DeclarationProblem[] {
  const known = new Set([...type.fields, ...computedApiFieldsOf(type.target)].map((field) => field.name));
  return (type.api.fields ?? [])
    .filter((name) => !known.has(name))
    .map((name) => ({
      id: 'content-types.E005',
      message: `api.fields of ${type.name} names “${name}”, which it does not have.`,
      hint: `It has ${[...known].join(', ')}.`,
    }));
}

/** What getters and the like of the content API read has to be there. */
function checkComputed(type: ContentType): DeclarationProblem[] {
  const relations = relationsOf(type);
  return computedApiFieldsOf(type.target).flatMap(({ name, source }) =>
    (source.type === 'member' ? source.loads : [])
      .filter((loaded) => !relations.has(loaded))
      .map((loaded) =>
        problem(
          'E005',
          `${type.name}.${name} loads “${loaded}”, which is no relation of it.`,
          relations.size > 0 ? `There are ${[...relations].join(', ')}.` : 'Columns are there without: take it away.',
        ),
      ),
  );
}

/** Relations and child rows, those that TypeORM's own decorators declare included. */
function relationsOf({ target, fields }: ContentType): Set<string> {
  const declared = fields.filter(({ kind, options }) => (kind.storage?.(options).type ?? 'column') !== 'column');
  const isOfType = (owner: unknown): boolean =>
    owner === target || (typeof owner === 'function' && (target as { prototype: object }).prototype instanceof owner);
  const plain = getMetadataArgsStorage().relations.filter((relation) => isOfType(relation.target));
  return new Set([...declared.map(({ name }) => name), ...plain.map(({ propertyName }) => propertyName)]);
}

/** Names in the description of a list: fields, and for columns getters that the content API prints. */
function checkListNames(type: ContentType): DeclarationProblem[] {
  if (type.category !== 'snippet') return [];
  const fields = type.fields.map(({ name }) => name);
  const members = computedApiFieldsOf(type.target).flatMap(({ source }) =>
    source.type === 'member' ? source.property : [],
  );
  const { columns = [], filters = [], search = [] } = type.list;
  const options = [
    ['columns', columns, [...fields, ...members]],
    ['filters', filters, fields],
    ['search', search, fields],
  ] as const;
  return options.flatMap(([option, names, known]) =>
    names
      .filter((name) => !known.includes(name))
      .map((name) =>
        problem(
          'E008',
          `list.${option} of ${type.name} names “${name}”, which it has not.`,
          `It has ${known.join(', ')}.`,
        ),
      ),
  );
}

/** Lists can be ordered and labelled by what lies in the table of the type itself. */
function checkListOrder(type: ContentType): DeclarationProblem[] {
  if (type.category !== 'snippet') return [];
  const columns = new Set(['id', 'createdAt', 'updatedAt']);
  for (const field of type.fields) {
    const storage = field.kind.storage?.(field.options).type;
    if (storage === 'column' || storage === 'relation') columns.add(field.name);
  }
  return [type.titleField, ...type.order.map((name) => name.replace(/^-/, ''))]
    .filter((name, index, all) => !columns.has(name) && all.indexOf(name) === index)
    .map((name) => ({
      id: 'content-types.E008',
      message: `${type.name} is labelled or ordered by “${name}”, which is no column of it.`,
      hint: `Its columns are ${[...columns].join(', ')}.`,
    }));
}
