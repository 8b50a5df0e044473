import { isJsonObject, type Json } from '@pipit/content-types';
import { changeAt, partsOf, type ValueChange } from './block-path.js';
import { reversible, type ContentOperation } from './operation.js';
import { derivedId, isStoredItem, renameKey } from './values.js';

const at =
  (path: string, change: ValueChange): ContentOperation['apply'] =>
  (value) =>
    changeAt(value, partsOf(path), change);

/** A member of the structs (or child rows) at a path gets another name. Reversible. `''` is the field itself. */
export function renameMember(path: string, from: string, to: string): ContentOperation {
  const rename = (old: string, next: string) =>
    at(path, (value) => (isJsonObject(value) ? renameKey(value, old, next) : value));
  return reversible(
    {
      label: `rename member ${from} of ${path || 'the field'} to ${to}`,
      renames: `${path === '' ? '' : `${path}.`}${from}=${to}`,
      apply: rename(from, to),
    },
    { label: `rename member ${to} of ${path || 'the field'} to ${from}`, apply: rename(to, from) },
  );
}

/** Removes a member of the structs at a path. What it held is gone from drafts and revisions too. */
export function removeMember(path: string, name: string): ContentOperation {
  return {
    label: `remove member ${name} of ${path || 'the field'}`,
    reverse: null,
    apply: at(path, (value) => {
      if (!isJsonObject(value) || !(name in value)) return value;
      return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
    }),
  };
}

/** Each value at a path becomes a struct that holds it as a member. Values that are such a struct stay. Reversible. */
export function wrapInStruct(path: string, member: string): ContentOperation {
  return reversible(
    { label: `wrap ${path} in a struct as ${member}`, apply: at(path, (value) => intoStruct(value, member)) },
    { label: `unwrap ${path} from its struct's ${member}`, apply: at(path, (value) => outOfStruct(value, member)) },
  );
}

/** Each struct at a path becomes the value of its one member; structs that hold anything else fail. Reversible. */
export function unwrapStruct(path: string, member: string): ContentOperation {
  return reversible(
    { label: `unwrap ${path} from its struct's ${member}`, apply: at(path, (value) => outOfStruct(value, member)) },
    { label: `wrap ${path} in a struct as ${member}`, apply: at(path, (value) => intoStruct(value, member)) },
  );
}

function intoStruct(value: Json, member: string): Json {
  const isDone = isJsonObject(value) && Object.keys(value).length === 1 && member in value;
  return isDone ? value : { [member]: value };
}

function outOfStruct(value: Json, member: string): Json {
  if (!isJsonObject(value) || !(member in value)) return value;
  const others = Object.keys(value).filter((key) => key !== member);
  if (others.length > 0) {
    throw new Error(`A struct holds ${others.join(', ')} beside ${member}; remove these members first.`);
  }
  return value[member] ?? null;
}

/** Each value at a path becomes a list with it as the one item. Lists stay. Reversible. */
export function wrapInList(path: string): ContentOperation {
  return wrapInItems(path, 'item', 'list');
}

/** Each value at a path becomes a stream with it as the one block. Streams with that block stay. Reversible. */
export function wrapInStream(path: string, block: string): ContentOperation {
  return wrapInItems(path, block, `stream as ${block}`);
}

/** Each list at a path becomes its one item; lists of several fail. An empty one becomes null. Reversible. */
export function unwrapList(path: string): ContentOperation {
  return reversible(
    { label: `unwrap ${path} from its list`, apply: at(path, (value) => outOfItems(value, path)) },
    { label: `wrap ${path} in a list`, apply: at(path, (value, seed) => intoItems(value, 'item', seed)) },
  );
}

function wrapInItems(path: string, type: string, words: string): ContentOperation {
  return reversible(
    { label: `wrap ${path} in a ${words}`, apply: at(path, (value, seed) => intoItems(value, type, seed)) },
    { label: `unwrap ${path} from its ${words}`, apply: at(path, (value) => outOfItems(value, path)) },
  );
}

function intoItems(value: Json, type: string, seed: string): Json {
  const isDone = Array.isArray(value) && value.every((item) => isStoredItem(item) && item.type === type);
  return isDone ? value : [{ type, value, id: derivedId(seed, type) }];
}

function outOfItems(value: Json, path: string): Json {
  if (!Array.isArray(value)) return value;
  if (value.length > 1) throw new Error(`${path || 'The field'} holds ${value.length} items; only one can remain.`);
  const [item] = value;
  if (item === undefined) return null;
  return isStoredItem(item) ? item.value : item;
}

/**
 * Replaces each value at a path by what `change` makes of it. It has to answer a value it has changed before as it
 * is. Reversible when `back` is given.
 */
export function convertBlock(
  path: string,
  change: (value: Json) => Json,
  back?: (value: Json) => Json,
): ContentOperation {
  const forwards = { label: `convert ${path || 'the field'}`, apply: at(path, (value) => change(value)) };
  if (!back) return { ...forwards, reverse: null };
  return reversible(forwards, { label: `convert ${path} back`, apply: at(path, (value) => back(value)) });
}

/** Anything else: gets the field's whole value. Answer the value itself where nothing changes. */
export function customOperation(
  label: string,
  change: (value: Json) => Json,
  back?: (value: Json) => Json,
): ContentOperation {
  if (!back) return { label, apply: change, reverse: null };
  return reversible({ label, apply: change }, { label: `take back: ${label}`, apply: back });
}
