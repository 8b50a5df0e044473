import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { pointer, type ContentType, type Json, type JsonObject } from '@pipit/content-types';
import { invalid, notFound, type Ctx, type FieldError, type WriteCtx } from '@pipit/kernel';
import { keyCast, parseKey, readKey } from '@pipit/records';
import { In, type EntityMetadata, type EntityTarget, type FindManyOptions, type ObjectLiteral } from 'typeorm';
import { modelShapeOf } from '../declare-model.js';
import type { RelationFact } from '../metadata/column-facts.js';
import { hasDatabaseDefault } from '../metadata/field-of-column.js';
import { inWords } from './constraint-faults.js';
import { jsonOf, propertyOf, type Properties } from './row-values.js';

/** A row of a managed entity as it is stored. */
export interface ModelRow {
  readonly id: number | string;
  readonly fields: JsonObject;
  /** The entity's own version, else a number that changes with the row. */
  readonly version: number;
  readonly updatedAt: Date | null;
}

/** Reads and writes rows of managed entities through TypeORM, so that listeners, versions and dates keep working. */
@Injectable()
export class ModelStore {
  /** Rows by key; those that do not exist are missing in the answer. */
  async read(ctx: Ctx, type: ContentType, ids: readonly (number | string)[]): Promise<Map<number | string, ModelRow>> {
    if (ids.length === 0) return new Map();
    const { key } = modelShapeOf(type.target);
    const rows = await this.find(ctx, type, { where: { [key.property]: In([...ids]) } });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** One row, locked until the commit. */
  async lock(ctx: WriteCtx, type: ContentType, id: number | string): Promise<ModelRow> {
    const { key } = modelShapeOf(type.target);
    const where = { [key.property]: id };
    const held = await this.repository(ctx, type).findOne({
      where,
      select: { [key.property]: true },
      loadEagerRelations: false,
      lock: { mode: 'pessimistic_write' },
    });
    const [row] = held ? await this.find(ctx, type, { where }) : [];
    if (!row) throw notFound(`There is no ${type.label} ${id}.`);
    return row;
  }

  /** Adds a row and answers its key. Values the database fills in are left to it where nobody gave any. */
  async insert(ctx: WriteCtx, type: ContentType, values: JsonObject): Promise<number | string> {
    const shape = modelShapeOf(type.target);
    await this.requireTargets(ctx, type, values);
    const { metadata, target, manager } = this.repository(ctx, type);
    const given = type.fields.filter(({ name, kind, options }) => {
      const fact = shape.columns.get(name);
      const isEmpty = values[name] === null || values[name] === kind.emptyValue(options);
      return !(fact && isEmpty && hasDatabaseDefault(fact));
    });
    const entity = manager.create(
      target,
      this.properties(
        ctx,
        type,
        given.map(({ name }) => name),
        values,
      ),
    ) as Properties;
    await inWords(type, metadata, () => manager.insert(target, entity));
    const id = readKey(metadata.primaryColumns[0]!, entity[shape.key.property]);
    await this.link(ctx, type, id, values, null);
    return id;
  }

  /** Writes the values that differ. */
  async update(ctx: WriteCtx, type: ContentType, row: ModelRow, values: JsonObject): Promise<void> {
    const shape = modelShapeOf(type.target);
    const changed = type.fields
      .map(({ name }) => name)
      .filter((name) => JSON.stringify(row.fields[name]) !== JSON.stringify(values[name]));
    const links = Object.fromEntries(changed.map((name) => [name, values[name] ?? null]));
    await this.requireTargets(ctx, type, links);
    const { metadata, target, manager } = this.repository(ctx, type);
    const entity = (await manager.findOne(target, {
      where: { [shape.key.property]: row.id },
      loadEagerRelations: false,
    })) as Properties;
    Object.assign(entity, this.properties(ctx, type, changed, values));
    await inWords(type, metadata, () => manager.save(target, entity));
    await this.link(ctx, type, row.id, links, row.fields);
  }

  /** Takes a row away; entities with a date of deletion keep it, marked. */
  async remove(ctx: WriteCtx, type: ContentType, id: number | string): Promise<void> {
    const shape = modelShapeOf(type.target);
    const repository = this.repository(ctx, type);
    const row = await repository.findOneOrFail({ where: { [shape.key.property]: id }, loadEagerRelations: false });
    if (shape.deleted) await repository.softRemove(row);
    else await repository.remove(row);
  }

  private async find(ctx: Ctx, type: ContentType, options: FindManyOptions<ObjectLiteral>): Promise<ModelRow[]> {
    const shape = modelShapeOf(type.target);
    const repository = this.repository(ctx, type);
    const key = repository.metadata.primaryColumns[0]!;
    const rows: Properties[] = await repository.find({
      ...options,
      loadEagerRelations: false,
      loadRelationIds: { relations: [...shape.relations.keys()] },
    });
    return rows.map((row) => {
      const fields = jsonOf(type, shape, row);
      const own: unknown = shape.version ? row[shape.version] : undefined;
      const updated: unknown = shape.updated ? row[shape.updated] : null;
      return {
        id: readKey(key, row[shape.key.property]),
        fields,
        version: typeof own === 'number' ? own : fingerprint(fields),
        updatedAt: updated instanceof Date ? updated : null,
      };
    });
  }

  /** Property values of some fields. A relation's foreign key, where it is a property too, goes along. */
  private properties(ctx: Ctx, type: ContentType, names: readonly string[], values: JsonObject): Properties {
    const shape = modelShapeOf(type.target);
    return Object.assign(
      {},
      ...type.fields
        .filter(({ name }) => names.includes(name))
        .map((field) => {
          const value = values[field.name] ?? null;
          const fact = shape.columns.get(field.name);
          if (fact) return { [field.name]: propertyOf(fact, field, value) };
          const relation = shape.relations.get(field.name);
          return relation && !relation.many ? this.reference(ctx, type, relation, value) : {};
        }),
    ) as Properties;
  }

  private reference(ctx: Ctx, type: ContentType, { property, keyProperty }: RelationFact, value: Json): Properties {
    const relation = this.repository(ctx, type).metadata.findRelationWithPropertyPath(property);
    const key = relation?.joinColumns[0]?.referencedColumn?.propertyName ?? 'id';
    return {
      [property]: value === null ? null : { [key]: value },
      ...(keyProperty ? { [keyProperty]: value } : {}),
    };
  }

  private async link(
    ctx: WriteCtx,
    type: ContentType,
    id: number | string,
    values: JsonObject,
    before: JsonObject | null,
  ): Promise<void> {
    const { metadata, target, manager } = this.repository(ctx, type);
    for (const { property, many } of modelShapeOf(type.target).relations.values()) {
      if (!many || !Array.isArray(values[property])) continue;
      const old = (before?.[property] ?? []) as Json[];
      const now = values[property];
      const [added, removed] = [without(now, old), without(old, now)];
      const relation = manager.createQueryBuilder().relation(target, property).of(id);
      if (added.length + removed.length > 0)
        await inWords(type, metadata, () => relation.addAndRemove(added as unknown[], removed as unknown[]));
    }
  }

  /** A slip is named before anything is written: a cascade would make the missing row, and a key alone is not enough. */
  private async requireTargets(ctx: Ctx, type: ContentType, values: JsonObject): Promise<void> {
    const errors: FieldError[] = [];
    for (const { property, many } of modelShapeOf(type.target).relations.values()) {
      const value = values[property] ?? null;
      const ids = many ? (Array.isArray(value) ? value : []) : value === null ? [] : [value];
      if (ids.length === 0) continue;
      const relation = this.repository(ctx, type).metadata.findRelationWithPropertyPath(property)!;
      const known = await existing(ctx, relation.inverseEntityMetadata, ids);
      for (const [index, id] of ids.entries()) {
        if (known.has(String(id).toLowerCase())) continue;
        const path = pointer(['fields', property, ...(many ? [index] : [])]);
        errors.push({
          path,
          code: 'unknown_target',
          message: `There is nothing of the right kind with the key ${String(id)}.`,
        });
      }
    }
    if (errors.length > 0) throw invalid(`The ${type.label} points at things that are not there.`, errors);
  }

  private repository(ctx: Ctx, type: ContentType) {
    return ctx.manager.getRepository(type.target as EntityTarget<ObjectLiteral>);
  }
}

async function existing(ctx: Ctx, target: EntityMetadata, ids: readonly Json[]): Promise<Set<string>> {
  const column = target.primaryColumns[0]!;
  const keys = ids.map((id) => parseKey(column, String(id))).filter((key) => key !== null);
  const rows: { id: string }[] = await ctx.manager.query(
    `SELECT "${column.databaseName}"::text AS id FROM "${target.tablePath}"
      WHERE "${column.databaseName}" = ANY($1::${keyCast(column)}[])`,
    [keys],
  );
  return new Set(rows.map(({ id }) => id.toLowerCase()));
}

function without(values: readonly Json[], others: readonly Json[]): Json[] {
  return values.filter((value) => !others.some((other) => String(other) === String(value)));
}

/** 48 bits of a hash of all values: a number that JSON carries exactly. */
function fingerprint(fields: JsonObject): number {
  return Number.parseInt(createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 12), 16);
}
