import { className, isDeclared } from '../declare/declaration-store.js';
import { NO_CLASS } from './check-targets.js';
import type { ContentType } from './content-types.js';
import { problem, type DeclarationProblem } from './problem.js';

type PageTypesByClass = ReadonlyMap<object, ContentType>;

/** Where pages may stand, how many there may be, and what else page types alone say. */
export function checkPageTypes(types: readonly ContentType[]): DeclarationProblem[] {
  const all = new Map(types.map((type) => [type.target, type]));
  return types
    .filter(({ category }) => category === 'page')
    .flatMap((type) => [
      ...checkNamedTypes(type, all),
      ...checkCounts(type),
      ...checkPlaces(type, all),
      ...checkChildren(type, all),
      ...checkTraits(type),
    ]);
}

function checkNamedTypes({ name, rules }: ContentType, all: PageTypesByClass): DeclarationProblem[] {
  const rulesByName = { parents: rules.parents?.() ?? [], children: rules.children?.() ?? [] };
  return Object.entries(rulesByName).flatMap(([rule, named]) =>
    named
      .filter((target) => all.get(target)?.category !== 'page')
      .map((target) => {
        if (typeof target !== 'function')
          return problem('E003', `The ${rule} of ${name} name ${String(target)}, which is no class.`, NO_CLASS);
        const called = className(target);
        if (!isDeclared(target)) {
          return problem(
            'E003',
            `The ${rule} of ${name} name ${called}, which is no page type.`,
            `Give ${called} @PageType() and register it, or name the page types that extend it one by one.`,
          );
        }
        return all.has(target)
          ? problem('E003', `The ${rule} of ${name} name ${called}, which is no page type.`, 'Name page types only.')
          : problem(
              'E003',
              `The ${rule} of ${name} name ${called}, which is not registered.`,
              `Add ${called} to a CmsModule.forFeature([…]).`,
            );
      }),
  );
}

function checkCounts({ name, rules }: ContentType): DeclarationProblem[] {
  const { maxCount, maxCountPerParent, creatable } = rules;
  const counts = Object.entries({ maxCount, maxCountPerParent });
  const odd = counts.filter(([, count]) => count !== undefined && !(Number.isInteger(count) && count > 0));
  if (odd.length > 0) {
    return odd.map(([rule, count]) =>
      problem(
        'E022',
        `${name} has ${rule} ${String(count)}; it counts pages, so the least is 1.`,
        `Raise it, or say creatable: false if people shall make none.`,
      ),
    );
  }
  const given = counts.find(([, count]) => count !== undefined)?.[0];
  if (creatable === false && given) {
    return [
      problem(
        'E022',
        `${name} has ${given} and is not creatable: nobody but code makes such pages, and code can count.`,
        `Take ${given} or creatable: false away.`,
      ),
    ];
  }
  if (maxCount === undefined || maxCountPerParent === undefined || maxCountPerParent <= maxCount) return [];
  return [
    problem(
      'E022',
      `${name} has maxCountPerParent ${maxCountPerParent} above maxCount ${maxCount}, which is never reached.`,
      'Swap them, or take maxCountPerParent away.',
    ),
  ];
}

/** A type whose every parent refuses it has no place in the tree. An empty list says so on purpose. */
function checkPlaces(type: ContentType, all: PageTypesByClass): DeclarationProblem[] {
  const parents = registered(type.rules.parents?.() ?? [], all);
  if (parents.length === 0 || parents.some((parent) => allowsChild(parent, type))) return [];
  const names = parents.map(({ name }) => name).join(', ');
  return [
    problem(
      'E023',
      `${type.name} can stand nowhere: it may stand below ${names} only, whose children leave it out.`,
      `Add ${className(type.target)} to the children of one of them.`,
    ),
  ];
}

function checkChildren(type: ContentType, all: PageTypesByClass): DeclarationProblem[] {
  const children = registered(type.rules.children?.() ?? [], all);
  if (children.length === 0 || children.some((child) => allowsParent(child, type))) return [];
  const names = children.map(({ name }) => name).join(', ');
  return [
    problem(
      'E023',
      `Nothing can stand below ${type.name}: it allows ${names} only, whose parents leave it out.`,
      `Add ${className(type.target)} to the parents of one of them, or say children: () => [].`,
    ),
  ];
}

function registered(targets: readonly object[], all: PageTypesByClass): ContentType[] {
  return targets.flatMap((target) => all.get(target) ?? []);
}

function allowsChild({ rules }: ContentType, child: ContentType): boolean {
  return rules.children?.().includes(child.target) ?? true;
}

function allowsParent({ rules }: ContentType, parent: ContentType): boolean {
  return rules.parents?.().includes(parent.target) ?? true;
}

const SUBPATH = /^(:?[\p{L}\p{M}\p{N}_.~-]+\/)+$/u;

function checkTraits({ name, rules, traits: { defaultPrivacy } }: ContentType): DeclarationProblem[] {
  const found = (rules.subpaths ?? [])
    .filter((subpath) => !SUBPATH.test(subpath))
    .map((subpath) =>
      problem('E023', `${name} has the subpath “${subpath}”, which no address has.`, 'Write it like tags/:name/'),
    );
  if (typeof defaultPrivacy === 'object' && defaultPrivacy.groups.length === 0) {
    const message = `New pages of ${name} would be shown to nobody: its defaultPrivacy names no group.`;
    found.push(problem('E024', message, 'Name a group, or say ‘login’ for everybody who is signed in.'));
  }
  return found;
}
