import { className, computedApiFieldsOf, isDeclared } from '../declare/declaration-store.js';
import type { PanelDeclaration } from '../declare/type-declaration.js';
import type { ContentType } from './content-types.js';

/** A mistake in a declaration, told at start-up: what is wrong and how to mend it. */
export interface DeclarationProblem {
  /** Stable id, `content-types.E001`. */
  readonly id: string;
  readonly message: string;
  readonly hint: string;
}

/** Stops the boot with every problem at once. */
export class CheckFailure extends Error {
  constructor(readonly problems: readonly DeclarationProblem[]) {
    const lines = problems.map((problem) => `  ${problem.id}: ${problem.message}\n    Hint: ${problem.hint}`);
    super(`The content types have ${problems.length} problem(s):\n${lines.join('\n')}`);
    this.name = 'CheckFailure';
  }
}

/** Names every row already has. */
const RESERVED = new Set(['id', 'uuid', 'page', 'pageId', 'title', 'slug', 'ownerId', 'sortOrder', 'meta']);

type Check = (type: ContentType, all: ReadonlySet<object>) => DeclarationProblem[];

const checks: readonly Check[] = [checkReservedNames, checkTabs, checkRules, checkRelations, checkApiOrder];

/** All problems of all types. */
export function checkTypes(types: readonly ContentType[]): DeclarationProblem[] {
  const classes = new Set(types.map((type) => type.target));
  return types.flatMap((type) => checks.flatMap((check) => check(type, classes)));
}

function checkReservedNames(type: ContentType): DeclarationProblem[] {
  const taken = type.category === 'snippet' ? new Set(['id', 'uuid', 'meta', 'version']) : RESERVED;
  if (type.category === 'item') taken.delete('title');
  return type.fields
    .filter((field) => (type.category === 'item' ? ['id', 'uuid', 'ownerId', 'sortOrder'] : [...taken]).includes(field.name))
    .map((field) => ({
      id: 'content-types.E001',
      message: `${type.name} declares a field “${field.name}”, a name that every ${type.category} has already.`,
      hint: 'Choose another name.',
    }));
}

function checkTabs(type: ContentType): DeclarationProblem[] {
  const names = new Set([...type.fields.map((field) => field.name), ...PAGE_BASE_FIELDS]);
  const named = Object.values(type.tabs ?? {}).flatMap((panels) => panels.flatMap(fieldNames));
  return named
    .filter((name) => !names.has(name))
    .map((name) => ({
      id: 'content-types.E002',
      message: `A tab of ${type.name} names “${name}”, which is no field of it.`,
      hint: `Its fields are ${[...names].join(', ')}.`,
    }));
}

/** Fields that every page has and that tabs may arrange. */
const PAGE_BASE_FIELDS = ['title', 'slug', 'seoTitle', 'searchDescription', 'showInMenus'];

/** The field names of a panel, inner ones included. */
export function fieldNames(panel: PanelDeclaration): string[] {
  if (typeof panel === 'string') return [panel];
  if ('row' in panel) return [...panel.row];
  return 'fields' in panel ? panel.fields.flatMap(fieldNames) : [];
}

function checkRules(type: ContentType, all: ReadonlySet<object>): DeclarationProblem[] {
  const named = [...(type.rules.parents?.() ?? []), ...(type.rules.children?.() ?? [])];
  return named
    .filter((target) => isDeclared(target) && !all.has(target))
    .map((target) => ({
      id: 'content-types.E003',
      message: `The tree rules of ${type.name} name ${className(target)}, which is not registered.`,
      hint: `Add ${className(target)} to a CmsModule.forFeature([…]).`,
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
