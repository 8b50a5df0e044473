import type { DataSource, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import {
  childItemClassesOf,
  className,
  declarationOf,
  entitiesOf,
  fieldsOf,
  isDeclared,
  type ContentNode,
} from '@pipit/content-types';
import type { ChildRowsPlace } from '../content/place.js';

/** A class with a table, as migrations see it. */
export interface DeclaredType {
  /** `blog.BlogPost`; the class's name for plain entities. */
  readonly name: string;
  readonly metadata: EntityMetadata;
  /** Names the type had before. */
  readonly was: readonly string[];
  readonly fields: readonly DeclaredField[];
  /** For a type of child rows: where they lie in the snapshots of their owners. */
  readonly within: readonly ChildRowsPlace[];
}

/** A field or property and what it was called before. */
export interface DeclaredField {
  readonly name: string;
  readonly was: readonly string[];
  /** True for declared fields, which snapshots hold. */
  readonly inSnapshots: boolean;
  /** Of declared fields: the declaration. */
  readonly node?: ContentNode;
}

/** All types with tables of a project, child rows included. */
export function declaredTypes(dataSource: DataSource, classes: readonly object[]): DeclaredType[] {
  const targets = entitiesOf([...classes, ...classes.flatMap(childItemClassesOf)]);
  const places = placesOf(classes);
  return targets.map((target) => {
    const metadata = dataSource.getMetadata(target as EntityTarget<ObjectLiteral>);
    const declaration = isDeclared(target) ? declarationOf(target) : null;
    const fields = fieldsOf(target).map((node) => ({
      name: node.name,
      was: listOf(node.options.was),
      inSnapshots: true,
      node: node as ContentNode,
    }));
    const others = [...metadata.columns, ...metadata.relations]
      .map((each) =>
        'relationMetadata' in each ? (each.relationMetadata?.propertyName ?? each.propertyName) : each.propertyName,
      )
      .filter((name, index, all) => all.indexOf(name) === index && !fields.some((field) => field.name === name))
      .map((name) => ({ name, was: [], inSnapshots: false }));
    return {
      name: declaration?.name ?? className(target),
      metadata,
      was: listOf(declaration?.was),
      fields: [...fields, ...others],
      within: places.get(target) ?? [],
    };
  });
}

function listOf(was: string | readonly string[] | undefined): readonly string[] {
  if (was === undefined) return [];
  return typeof was === 'string' ? [was] : was;
}

/** Where each class of child rows lies in snapshots; rows inside rows are found through their owners' rows. */
function placesOf(classes: readonly object[]): Map<object, ChildRowsPlace[]> {
  const places = new Map<object, ChildRowsPlace[]>();
  const visit = (owner: object, type: string, prefix: string): void => {
    for (const field of fieldsOf(owner)) {
      const storage = field.kind.storage?.(field.options);
      if (storage?.type !== 'children') continue;
      const item = storage.target();
      const path = `${prefix}${field.name}`;
      places.set(item, [...(places.get(item) ?? []), { type, path }]);
      visit(item, type, `${path}.item.`);
    }
  };
  for (const type of classes) if (isDeclared(type)) visit(type, declarationOf(type).name, '');
  return places;
}
