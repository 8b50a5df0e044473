import {
  choicesOf,
  computedApiFieldsOf,
  isJsonObject,
  type ChoiceOptions,
  type ContentType,
  type FieldDeclaration,
  type Json,
  type JsonObject,
} from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import { In, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { RecordId } from '../record-source.js';
import { readKey } from '../record-key.js';
import type { LinkedTitles } from './linked-titles.js';

/** Characters of a text that a cell shows. */
const MAX_TEXT = 200;

/** What a cell shows of a value: words for choices and links, numbers of things for lists, the value itself else. */
export function cellOf(field: FieldDeclaration, value: Json, titles: LinkedTitles): Json {
  if (titles.knows(field.name)) return titles.of(field.name, value);
  const { name } = field.kind;
  if (name === 'choice') return labelOfChoice(field, value);
  if (name === 'multipleChoice' && Array.isArray(value))
    return value.map((each) => labelOfChoice(field, each)).join(', ');
  if (Array.isArray(value)) return isOfWords(field) && value.every(isText) ? cut(value.join(', ')) : value.length;
  if (isJsonObject(value)) return cut(JSON.stringify(value));
  if (typeof value !== 'string') return value;
  return cut(
    name === 'richText'
      ? value
          .replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim()
      : value,
  );
}

/** Tags are their own words; other things in lists are keys that say nothing to anybody. */
function isOfWords({ kind, options }: FieldDeclaration): boolean {
  const storage = kind.storage?.(options);
  return storage?.type === 'column' || (storage?.type === 'manyToMany' && storage.by !== undefined);
}

function labelOfChoice(field: FieldDeclaration, value: Json): Json {
  const choice = choicesOf(field.options as ChoiceOptions).find((each) => each.value === value);
  return choice?.label ?? value;
}

const isText = (value: Json): value is string => typeof value === 'string';
const cut = (text: string): string => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text);

/** Values of getters and methods that a list names as columns, by row; they are asked of the entities themselves. */
export async function computedCells(
  ctx: Ctx,
  type: ContentType,
  names: readonly string[],
  ids: readonly RecordId[],
): Promise<Map<RecordId, JsonObject>> {
  const members = computedApiFieldsOf(type.target).flatMap(({ name, source }) =>
    names.includes(name) && source.type === 'member' ? [{ name, ...source }] : [],
  );
  if (members.length === 0 || ids.length === 0) return new Map();
  const repository = ctx.manager.getRepository(type.target as EntityTarget<ObjectLiteral>);
  const key = repository.metadata.primaryColumns[0]!;
  const rows = await repository.find({
    where: { [key.propertyName]: In([...ids]) },
    relations: Object.fromEntries(members.flatMap(({ loads }) => loads.map((name) => [name, true]))),
  });
  return new Map(
    rows.map((row) => [
      readKey(key, row[key.propertyName]),
      Object.fromEntries(members.map(({ name, property }) => [name, shown(row, property)])),
    ]),
  );
}

function shown(row: ObjectLiteral, property: string): Json {
  const member: unknown = row[property];
  const value: unknown = typeof member === 'function' ? (member as () => unknown).call(row) : member;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return cut(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : cut(JSON.stringify(value));
}
