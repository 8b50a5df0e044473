import { fieldNames } from '../content/describe-panel.js';
import { allInnerNodes } from '../content/inner-nodes.js';
import { className, computedApiFieldsOf } from '../declare/declaration-store.js';
import { panelsOf } from '../declare/panels.js';
import { checkConditions } from './check-conditions.js';
import { checkBlockRecursion, checkRelationCycles } from './check-cycles.js';
import { checkLinks } from './check-links.js';
import { checkDuplicateNames, checkFormerNames, checkNameLengths, checkReservedNames } from './check-names.js';
import { checkPageTypes } from './check-page-types.js';
import { checkPreviewModes } from './check-preview-modes.js';
import { checkOptions } from './check-values.js';
import type { ContentType } from './content-types.js';
import type { DeclarationProblem } from './problem.js';

/** Fields that every page has and that tabs may arrange. */
const PAGE_BASE_FIELDS = ['title', 'slug', 'seoTitle', 'searchDescription', 'showInMenus'];

type Check = (type: ContentType, all: ReadonlySet<object>) => DeclarationProblem[];

const checks: readonly Check[] = [
  checkReservedNames,
  checkDuplicateNames,
  checkNameLengths,
  checkFormerNames,
  checkOptions,
  checkBlockRecursion,
  checkTabs,
  checkInnerPermissions,
  checkRelations,
  checkLinks,
  checkApiOrder,
  checkListOrder,
  (type) => checkConditions(type, type.category === 'page' ? PAGE_BASE_FIELDS : []),
];

/** All problems of all types. */
export function checkTypes(types: readonly ContentType[]): DeclarationProblem[] {
  const classes = new Set(types.map((type) => type.target));
  return [
    ...types.flatMap((type) => checks.flatMap((check) => check(type, classes))),
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
    if (storage?.type !== 'children' || all.has(storage.target())) return [];
    return [
      {
        id: 'content-types.E004',
        message: `${type.name}.${field.name} holds ${className(storage.target())}, which is not registered.`,
        hint: `Give it @ItemType() and add it to CmsModule.forFeature([…]).`,
      },
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
