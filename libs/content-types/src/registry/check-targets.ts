import { className, declarationOf, fieldsOf, isDeclared } from '../declare/declaration-store.js';
import type { FieldStorage } from '../kinds/field-kind.js';
import { problem, type DeclarationProblem } from './problem.js';

/**
 * Relations to classes that have no table here, among the declared of all `entities`. Asked before the database is
 * connected to, as TypeORM would stop there, and say less.
 */
export function checkTargets(entities: readonly object[]): DeclarationProblem[] {
  const known = new Set(entities);
  return entities.filter(isDeclared).flatMap((type) => {
    const { name, category } = declarationOf(type);
    if (category === 'model') return [];
    return fieldsOf(type).flatMap((field) => {
      const storage = field.kind.storage?.(field.options);
      if (!storage || storage.type === 'column') return [];
      const target = targetOf(storage);
      if (!target) return [linksToNothing(`${name}.${field.name}`)];
      return known.has(target)
        ? []
        : [
            problem(
              'E004',
              `${name}.${field.name} ${storage.type === 'children' ? 'holds' : 'links to'} ${className(target)}, which is not registered.`,
              `Add ${className(target)} to the types of the project or a plugin, or to CmsModule.forFeature([…]); a plain entity to models: [manage(…)], or to TypeOrmModule.forFeature([…]).`,
            ),
          ];
    });
  });
}

/** The class a relation points at; null where its thunk answers none. */
export function targetOf(storage: Exclude<FieldStorage, { type: 'column' }>): object | null {
  return classIn(storage.target);
}

/** What a thunk answers, if that is a class. */
export function classIn(thunk: () => unknown): object | null {
  const target = thunk();
  return typeof target === 'function' ? target : null;
}

/** Why there may be none. */
export const NO_CLASS =
  'Look at the import: its file exports no such name, or files import each other in a circle and it is not loaded yet.';

/** A thunk that answers no class. */
export function linksToNothing(where: string): DeclarationProblem {
  return problem('E004', `${where} points at no class: its thunk answers none.`, NO_CLASS);
}
