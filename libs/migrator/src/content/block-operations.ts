import { isJsonObject, type Json } from '@pipit/content-types';
import { changeAt, isTable, partsOf } from './block-path.js';
import { reversible, type ContentOperation } from './operation.js';
import { isStoredItem } from './values.js';

/** A block path split into the path of the stream and the type of the blocks in it. */
function blocksAt(path: string): { stream: string[]; block: string } {
  const parts = partsOf(path);
  const block = parts.pop();
  if (!block) throw new Error('Name a block: the path to it ends in its type.');
  return { stream: parts, block };
}

/**
 * Blocks of a stream (or columns of a table) get another type; their values and ids stay. Reversible.
 *
 * @example renameBlock('section.content.intro', 'lead')
 */
export function renameBlock(path: string, to: string): ContentOperation {
  const { stream, block } = blocksAt(path);
  const back = [...stream, to].join('.');
  return reversible(
    {
      label: `rename block ${path} to ${to}`,
      renames: `${path}=${to}`,
      apply: (value) => renameAt(value, stream, block, to),
    },
    { label: `rename block ${back} to ${block}`, apply: (value) => renameAt(value, stream, to, block) },
  );
}

function renameAt(value: Json, stream: readonly string[], from: string, to: string): Json {
  return changeAt(value, stream, (container) => {
    if (isJsonObject(container) && isTable(container)) {
      return { ...container, columns: renamed(container.columns, (item) => isJsonObject(item), from, to) };
    }
    return Array.isArray(container) ? renamed(container, isStoredItem, from, to) : container;
  });
}

function renamed(items: Json[], isMeant: (item: Json) => boolean, from: string, to: string): Json[] {
  const holds = (item: Json): boolean => isMeant(item) && isJsonObject(item) && item['type'] === from;
  return items.some(holds) ? items.map((item) => (holds(item) ? { ...(item as object), type: to } : item)) : items;
}

/** Removes blocks from a stream. What they held is gone from drafts and revisions too. */
export function removeBlock(path: string): ContentOperation {
  const { stream, block } = blocksAt(path);
  return {
    label: `remove block ${path}`,
    reverse: null,
    apply: (value) =>
      changeAt(value, stream, (container) => {
        if (!Array.isArray(container)) return container;
        const left = container.filter((item) => !(isStoredItem(item) && item.type === block));
        return left.length === container.length ? container : left;
      }),
  };
}

/**
 * A stream that holds blocks of one type only becomes a list of them; ids stay. Streams with blocks of other types
 * fail: remove or rename these first. Reversible.
 */
export function streamToList(path: string, block: string): ContentOperation {
  return reversible(
    { label: `stream ${path} of ${block} to list`, apply: (value) => retype(value, path, block, 'item') },
    { label: `list ${path} to stream of ${block}`, apply: (value) => retype(value, path, 'item', block) },
  );
}

/** A list becomes a stream of blocks of one type; ids stay. Reversible. */
export function listToStream(path: string, block: string): ContentOperation {
  return reversible(
    { label: `list ${path} to stream of ${block}`, apply: (value) => retype(value, path, 'item', block) },
    { label: `stream ${path} of ${block} to list`, apply: (value) => retype(value, path, block, 'item') },
  );
}

function retype(value: Json, path: string, from: string, to: string): Json {
  return changeAt(value, partsOf(path), (container) => {
    if (!Array.isArray(container)) return container;
    const other = container.find((item) => !isStoredItem(item) || (item.type !== from && item.type !== to));
    if (other !== undefined) {
      const type = isStoredItem(other) ? `“${other.type}”` : 'without a type';
      throw new Error(`${path || 'The field'} holds a block ${type}, so it cannot become a list of “${from}”.`);
    }
    return renamed(container, isStoredItem, from, to);
  });
}
