import { snakeCase } from '@pipit/kernel';
import type { ContentType } from './content-types.js';
import { placesOf } from './place.js';
import { problem, type DeclarationProblem } from './problem.js';

/** Names of apps and types: in addresses, commands, generated code. */
const TYPE_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
/** Names of fields and blocks: in paths, pointers and lists of fields, whose signs they cannot hold. */
const FIELD_NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u;

/** Names that could not be written where names are written. */
export function checkNameForms(type: ContentType): DeclarationProblem[] {
  const isTypeName = type.name.split('.').length === 2 && type.name.split('.').every((part) => TYPE_NAME.test(part));
  return [
    ...(isTypeName
      ? []
      : [
          problem(
            'E028',
            `“${type.name}” cannot be the name of a type.`,
            'Let app and name begin with a letter, and hold letters, digits and underscores.',
          ),
        ]),
    ...placesOf(type)
      .filter(({ node: { name } }) => !FIELD_NAME.test(name))
      .map(({ where, isField }) =>
        problem(
          'E028',
          `${where}: this cannot be the name of a ${isField ? 'field' : 'block'}.`,
          'Use letters, digits, hyphens and underscores; what people see is its label.',
        ),
      ),
  ];
}

/** Types and joins whose tables would be one. */
export function checkTables(types: readonly ContentType[]): DeclarationProblem[] {
  const owners = new Map<string, string[]>();
  for (const type of types) {
    // Managed entities say themselves what their table is called.
    if (type.category === 'model') continue;
    const table = snakeCase(type.name.replace('.', '_'));
    const joins = type.fields.filter(({ kind, options }) => kind.storage?.(options).type === 'manyToMany');
    const tables = [
      [table, type.name],
      ...joins.map(({ name }) => [`${table}_${snakeCase(name)}`, `the links of ${type.name}.${name}`]),
    ] as const;
    for (const [name, owner] of tables) owners.set(name!, [...(owners.get(name!) ?? []), owner!]);
  }
  return [...owners]
    .filter(([, all]) => all.length > 1)
    .map(([table, all]) =>
      problem(
        'E013',
        `One table, “${table}”, would hold ${all.join(' and ')}.`,
        'Give one of them another app or name.',
      ),
    );
}
