import { In, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { Dependencies } from '../cache/dependencies.js';
import { dependOnEntities } from './entity-dependencies.js';
import { Gathered } from './gathered.js';

/** An entity class with what its computed members read. */
export interface EntityShape {
  readonly target: object;
  /** Classes that extend it and have whole tables of their own. */
  readonly subtypes: readonly object[];
  /** Property that holds the primary key. */
  readonly key: string;
  /** Relations loaded by TypeORM. */
  readonly relations: readonly string[];
  /** Child items, which TypeORM knows from their side only. */
  readonly children: readonly { readonly name: string; readonly item: object }[];
}

type Entities = Map<number, ObjectLiteral>;

/** Loads entities for computed members, which are code of the project and expect objects of its classes. */
export class EntityLoader {
  private readonly shapes = new Map<EntityShape, Gathered<number, Entities>>();

  constructor(
    private readonly manager: EntityManager,
    private readonly depends: Dependencies,
  ) {}

  /** Entities by primary key. */
  load(shape: EntityShape, ids: readonly number[]): Promise<Entities> {
    let gathered = this.shapes.get(shape);
    if (!gathered) {
      gathered = new Gathered((wanted) => this.find(shape, [...new Set(wanted)]));
      this.shapes.set(shape, gathered);
    }
    return gathered.get(ids);
  }

  private async find(shape: EntityShape, ids: readonly number[]): Promise<Entities> {
    const entities: Entities = new Map();
    this.note(shape, ids);
    for (const target of [shape.target, ...shape.subtypes]) {
      const missing = ids.filter((id) => !entities.has(id));
      if (missing.length === 0) break;
      const found = await this.manager.find(target as EntityTarget<ObjectLiteral>, {
        where: { [shape.key]: In(missing) },
        relations: Object.fromEntries(shape.relations.map((name) => [name, true])),
      });
      for (const entity of found) entities.set(entity[shape.key] as number, entity);
    }
    await Promise.all(shape.children.map(({ name, item }) => this.attach(entities, name, item)));
    return entities;
  }

  private note({ target, subtypes, relations, children }: EntityShape, ids: readonly number[]): void {
    const { connection } = this.manager;
    for (const each of [target, ...subtypes]) {
      dependOnEntities(connection, each, ids, this.depends);
      const metadata = connection.getMetadata(each as EntityTarget<ObjectLiteral>);
      for (const name of relations) {
        const relation = metadata.findRelationWithPropertyPath(name);
        if (relation) this.depends.onTable(relation.inverseEntityMetadata.tableName);
        if (relation?.junctionEntityMetadata) this.depends.onTable(relation.junctionEntityMetadata.tableName);
      }
    }
    for (const { item } of children)
      this.depends.onTable(connection.getMetadata(item as EntityTarget<ObjectLiteral>).tableName);
  }

  private async attach(entities: Entities, name: string, item: object): Promise<void> {
    for (const entity of entities.values()) entity[name] = [];
    const rows = await this.manager.find(item as EntityTarget<ObjectLiteral>, {
      where: { ownerId: In([...entities.keys()]) },
      order: { sortOrder: 'ASC', id: 'ASC' },
    });
    for (const row of rows) (entities.get(row['ownerId'] as number)?.[name] as ObjectLiteral[]).push(row);
  }
}
