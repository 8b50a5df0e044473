import { Injectable } from '@nestjs/common';
import {
  childRows,
  entityKeyOf,
  fieldsOf,
  isEntityId,
  normaliseEntityId,
  pointer,
  walk,
  type ContentNode,
  type ContentPath,
  type EntityId,
  type FieldStorage,
  type Json,
  type JsonObject,
} from '@pipit/content-types';
import type { Ctx, FieldError } from '@pipit/kernel';
import type { EntityTarget, ObjectLiteral } from 'typeorm';

type Relation = Extract<FieldStorage, { type: 'relation' | 'manyToMany' }>;

type Entities = ReadonlyMap<string, object>;

/** One key in content, and the rows it may name. */
interface Link {
  readonly storage: Relation;
  /** The class of the rows. */
  readonly target: object;
  readonly id: EntityId;
  readonly path: ContentPath;
  /** A column with a foreign key: a dangling key could not be stored at all. */
  readonly isColumn: boolean;
}

/** Checks that what content points at is there, so that a slip is named instead of refused by the database. */
@Injectable()
export class LinkTargets {
  /** Faults of links to nothing. Blocks that `stored` holds already may go on pointing at what is gone. */
  async faults(
    ctx: Ctx,
    fields: readonly ContentNode[],
    values: JsonObject,
    stored: JsonObject | null,
  ): Promise<FieldError[]> {
    // References call the core's own classes as their tables are called: `page`, `document`.
    const entities: Entities = new Map(
      ctx.manager.connection.entityMetadatas.map(({ tableName, target }) => [tableName, target as object]),
    );
    const old = stored ? linksOf(fields, stored, [], entities) : [];
    const isOld = (link: Link): boolean => old.some(({ id, target }) => id === link.id && target === link.target);
    const links = linksOf(fields, values, ['fields'], entities).filter((link) => link.isColumn || !isOld(link));
    const errors: FieldError[] = [];
    for (const group of groupsOf(links)) {
      const known = await this.existing(
        ctx,
        group[0]!.storage,
        group.map((link) => link.id),
      );
      for (const link of group) if (!known.has(link.id)) errors.push(fault(link));
    }
    return errors;
  }

  /**
   * Values without the links that could not be stored: columns and lists of ids that name what is gone. Blocks and rich
   * text keep theirs, which print as nothing.
   */
  async withoutGone(ctx: Ctx, fields: readonly ContentNode[], values: JsonObject): Promise<JsonObject> {
    const gone = await this.faults(ctx, fields, values, values);
    if (gone.length === 0) return values;
    const healed = structuredClone(values);
    const places = gone.map(({ path }) => path.split('/').slice(2));
    // From the end of each list, so that the places before stay where they are.
    for (const [...way] of places.reverse()) removeAt(healed, way);
    return healed;
  }

  private async existing(ctx: Ctx, storage: Relation, ids: readonly EntityId[]): Promise<Set<EntityId>> {
    const target = storage.target();
    const metadata = ctx.manager.connection.getMetadata(target as EntityTarget<ObjectLiteral>);
    const only = storage.type === 'relation' ? storage.only : undefined;
    const wanted = ids.filter((id) => isEntityId(target, id));
    const key = metadata.findColumnWithPropertyName(entityKeyOf(target)!.property)!.databaseName;
    // Held until the commit: whoever deletes one of them waits, and then finds this link in the index.
    const rows: { id: EntityId }[] = await ctx.manager.query(
      `SELECT "${key}" AS id FROM "${metadata.tablePath}"
        WHERE "${key}" = ANY($1)${only ? ` AND "${only.column}" = ANY($2)` : ''}
        ORDER BY "${key}" FOR KEY SHARE`,
      only ? [wanted, only.values()] : [wanted],
    );
    return new Set(rows.map((row) => normaliseEntityId(target, row.id) as EntityId));
  }
}

function linksOf(fields: readonly ContentNode[], values: JsonObject, path: ContentPath, entities: Entities): Link[] {
  return fields.flatMap((field) => linksOfField(field, values[field.name] ?? null, [...path, field.name], entities));
}

function linksOfField(field: ContentNode, value: Json, path: ContentPath, entities: Entities): Link[] {
  const storage = field.kind.storage?.(field.options);
  if (storage?.type === 'children') {
    const inner = fieldsOf(storage.target());
    return childRows(value).flatMap((row, index) => linksOf(inner, row, [...path, index], entities));
  }
  if (storage?.type === 'relation' || storage?.type === 'manyToMany') return linksIn(storage, value, path, true);
  const links: Link[] = [];
  walk(field, value, (visit) => {
    const { kind, options } = visit.node;
    const inner = kind.storage?.(options);
    const place = [...path, ...visit.path];
    if (inner?.type === 'relation' || inner?.type === 'manyToMany') {
      links.push(...linksIn(inner, visit.value, place, false));
    } else if (kind.checksTargets) {
      for (const { targetType, id } of kind.references?.(visit.value, options) ?? []) {
        const target = entities.get(targetType);
        if (target)
          links.push(...linksIn({ type: 'relation', target: () => target, onDelete: 'SET NULL' }, id, place, false));
      }
    }
  });
  return links;
}

function linksIn(storage: Relation, value: Json, path: ContentPath, isColumn: boolean): Link[] {
  const target = storage.target();
  if (isKey(value)) return [{ storage, target, id: value, path, isColumn }];
  // Targets by other columns are made where they are missing, as tags are.
  if (storage.type !== 'manyToMany' || storage.by || !Array.isArray(value)) return [];
  return value.flatMap((id, index) => (isKey(id) ? [{ storage, target, id, path: [...path, index], isColumn }] : []));
}

function isKey(value: Json): value is EntityId {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}

/** Links that one query can look up. */
function groupsOf(links: readonly Link[]): Link[][] {
  const groups: Link[][] = [];
  for (const link of links) {
    const group = groups.find(([first]) => first!.target === link.target && bounds(first!) === bounds(link));
    if (group) group.push(link);
    else groups.push([link]);
  }
  return groups;
}

function bounds({ storage }: Link): string {
  return storage.type === 'relation' && storage.only ? storage.only.values().join() : '';
}

function fault({ path, id }: Link): FieldError {
  return {
    path: pointer(path),
    code: 'unknown_target',
    message: `There is nothing of the right kind with the ${typeof id === 'number' ? 'number' : 'key'} ${id}.`,
  };
}

/** Empties a member, or takes an element out of its list. */
function removeAt(root: JsonObject, way: readonly string[]): void {
  const last = way.at(-1) as string;
  const holder = way.slice(0, -1).reduce<Json>((value, step) => (value as JsonObject)[step] ?? null, root);
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (holder !== null) (holder as JsonObject)[last] = null;
}
