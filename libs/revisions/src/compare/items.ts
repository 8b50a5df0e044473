import { isDeepStrictEqual } from 'node:util';
import {
  isJsonObject,
  itemsIn,
  labelOf,
  nameInWords,
  type ContentNode,
  type Json,
  type JsonObject,
} from '@pipit/content-types';
import { membersOf } from '../merge/items.js';
import { movedIn } from '../merge/order.js';
import type { Comparing, Difference, ItemDifference } from './difference.js';

interface Placed {
  readonly item: Json;
  readonly index: number;
  /** Nodes of its members: `value` of blocks, fields of rows. */
  readonly nodes: ReadonlyMap<string, ContentNode>;
}

/** What became of the items of a list: each known by its id, told in the order they have now. */
export function itemDifferences(
  node: ContentNode,
  before: Json | undefined,
  after: Json | undefined,
  compare: Comparing,
): ItemDifference[] {
  const [old, now] = [placedOf(node, before), placedOf(node, after)];
  const moved = movedIn([...old.keys()], [...now.keys()]);
  const tell = (id: string): ItemDifference => itemDifference(id, old.get(id), now.get(id), moved.has(id), compare);
  const told = [...now.keys()].map(tell);
  // What is gone is told where it was: behind what was before it.
  const previous = [...old.keys()];
  previous.forEach((id, index) => {
    if (now.has(id)) return;
    const anchor = previous.slice(0, index).findLast((other) => told.some((one) => one.id === other));
    const at = anchor === undefined ? 0 : told.findIndex((one) => one.id === anchor) + 1;
    told.splice(at, 0, tell(id));
  });
  return told;
}

function itemDifference(
  id: string,
  old: Placed | undefined,
  now: Placed | undefined,
  moved: boolean,
  compare: Comparing,
): ItemDifference {
  const shown = (now ?? old)!;
  const isSame = old && now && isDeepStrictEqual(old.item, now.item);
  const block = isJsonObject(shown.item) && shown.item['type'] !== 'item' ? shown.item['type'] : undefined;
  return {
    id,
    ...(typeof block === 'string' ? { block } : {}),
    label: labelOfItem(shown, block),
    status: !old ? 'added' : !now ? 'removed' : isSame ? 'equal' : 'changed',
    moved,
    from: old?.index ?? null,
    to: now?.index ?? null,
    summary: summaryOf(shown),
    difference: isSame ? null : inner(old, now, compare),
  };
}

/** Of blocks the value’s; of rows that of their fields. Another type of block under one id is told as a plain value. */
function inner(old: Placed | undefined, now: Placed | undefined, compare: Comparing): Difference {
  const [before, after] = [valueOf(old), valueOf(now)];
  const nodes = (now ?? old)!.nodes;
  if (nodes.has('value')) {
    const sameType = !old || !now || nodes.get('value') === old.nodes.get('value');
    return compare.difference(sameType ? (nodes.get('value') ?? null) : null, before, after);
  }
  const [was, is] = [before, after].map((row) => withoutId(row));
  return { type: 'members', members: compare.fields([...nodes.values()], was!, is!) };
}

function valueOf(placed: Placed | undefined): Json | undefined {
  if (!placed) return undefined;
  return placed.nodes.has('value') && isJsonObject(placed.item) ? placed.item['value'] : placed.item;
}

function withoutId(row: Json | undefined): JsonObject {
  if (!isJsonObject(row)) return {};
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'id'));
}

/** The items by id; those of old content, which have none, by what they say. */
function placedOf(node: ContentNode, value: Json | undefined): Map<string, Placed> {
  const members = membersOf(node, value ?? null);
  const placed = new Map<string, Placed>();
  itemsIn(value).forEach((item, index) => {
    const own = isJsonObject(item) && typeof item['id'] === 'string' ? item['id'] : JSON.stringify(item);
    const id = placed.has(own) ? `${own}#${index}` : own;
    const nodes = [...members].flatMap(([place, inside]) =>
      place.startsWith(`${index}/`) ? [[place.slice(`${index}/`.length), inside] as const] : [],
    );
    placed.set(id, { item, index, nodes: new Map(nodes) });
  });
  return placed;
}

function labelOfItem({ nodes }: Placed, block: Json | undefined): string {
  const value = nodes.get('value');
  if (value && block !== undefined) return labelOf(value);
  return typeof block === 'string' ? nameInWords(block) : '';
}

/** The first words in it. */
function summaryOf({ item, nodes }: Placed): string {
  for (const [name, node] of nodes) {
    const value = isJsonObject(item) ? item[name] : undefined;
    const words = firstWords(node, value);
    if (words) return words;
  }
  return '';
}

const LONGEST = 80;

function firstWords(node: ContentNode, value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  const own = node.kind.searchText?.(value, node.options).trim() ?? '';
  if (own) return own.length > LONGEST ? `${own.slice(0, LONGEST).trimEnd()}…` : own;
  for (const child of node.kind.children?.(value, node.options) ?? []) {
    const words = firstWords(child.node, child.value);
    if (words) return words;
  }
  return '';
}
