import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type ContentNode, type ContentPath, type Json, type JsonObject } from '@pipit/content-types';
import { itemsById, membersOf } from './items.js';
import { joinOrders } from './order.js';

/** Whose value counts where both changed the same. */
export type Side = 'mine' | 'theirs';

/** One value in three versions; undefined where it is not there. */
export interface Versions {
  readonly base: Json | undefined;
  readonly theirs: Json | undefined;
  readonly mine: Json | undefined;
}

/** Where a value stands: by positions in my version, and by ids, which are the same in all of them. */
export interface Place {
  /** For pointers into what I sent. What I removed is named by the list it was in. */
  readonly path: ContentPath;
  /** With the ids of items instead of positions. */
  readonly ids: ContentPath;
}

/** Both changed this, and not to the same. */
export interface Overlap extends Versions {
  readonly place: Place;
  readonly node: ContentNode | null;
  /** Only the order of the items is at odds; the values are lists of ids. */
  readonly isOrder: boolean;
}

/** Joins versions of values, and remembers where they overlap and what came from the other side. */
export class ValueMerge {
  readonly overlaps: Overlap[] = [];
  /** Places the other side changed and I did not. */
  readonly taken: Place[] = [];

  constructor(private readonly choose: (place: Place) => Side | undefined = () => undefined) {}

  /** The joined value; undefined when it is gone. Where both sides changed the same, mine until somebody chooses. */
  merge(node: ContentNode | null, versions: Versions, place: Place): Json | undefined {
    const { base, theirs, mine } = versions;
    if (isDeepStrictEqual(mine, theirs) || isDeepStrictEqual(theirs, base)) return mine;
    if (isDeepStrictEqual(mine, base)) {
      this.taken.push(place);
      return theirs;
    }
    if (node?.kind.shape === 'members' && [base, theirs, mine].every(isJsonObject)) {
      return this.members(membersOf(node, mine as Json), versions as Objects, place, '');
    }
    if (node?.kind.shape === 'items') return this.items(node, versions, place);
    return this.overlap(node, versions, place);
  }

  private members(nodes: ReadonlyMap<string, ContentNode>, all: Objects, place: Place, prefix: string): JsonObject {
    const names = new Set([all.mine, all.theirs, all.base].flatMap((version) => Object.keys(version)));
    const merged: JsonObject = {};
    for (const name of names) {
      const versions = { base: all.base[name], theirs: all.theirs[name], mine: all.mine[name] };
      const value = this.merge(nodes.get(prefix + name) ?? null, versions, within(place, name));
      if (value !== undefined) merged[name] = value;
    }
    return merged;
  }

  private items(node: ContentNode, versions: Versions, place: Place): Json | undefined {
    const [base, theirs, mine] = [versions.base, versions.theirs, versions.mine].map(itemsById);
    if (!base || !theirs || !mine) return this.overlap(node, versions, place);
    const positions = new Map([...mine.keys()].map((id, index) => [id, index]));
    const nodes = membersOf(node, versions.mine ?? null);
    const merged = new Map<string, Json>();
    const kept = new Set<string>();
    for (const id of new Set([...base.keys(), ...theirs.keys(), ...mine.keys()])) {
      const index = positions.get(id);
      const inner: Place = { path: index === undefined ? place.path : [...place.path, index], ids: [...place.ids, id] };
      const item = { base: base.get(id), theirs: theirs.get(id), mine: mine.get(id) };
      const value = this.item(nodes, item, inner, `${index}/`);
      if (value !== undefined) merged.set(id, value);
      // What one removed and the other changed counts for the order, whoever is right about it: neither which side is
      // which, nor what is chosen in the end, may make the order a matter of dispute, or no longer one.
      if (value !== undefined || isDisputed(item)) kept.add(id);
    }
    const orders = { base: [...base.keys()], theirs: [...theirs.keys()], mine: [...mine.keys()] };
    return this.order(node, orders, { kept, merged }, place).map((id) => merged.get(id)!);
  }

  private item(nodes: ReadonlyMap<string, ContentNode>, all: Versions, place: Place, prefix: string): Json | undefined {
    const { base, theirs, mine } = all;
    const isOneThing = base === undefined || theirs === undefined || mine === undefined || !isSameType(all as Objects);
    // Taken whole, or not at all: removed here and changed there, or another type of block under the same id.
    return isOneThing ? this.merge(null, all, place) : this.members(nodes, all as Objects, place, prefix);
  }

  private order(
    node: ContentNode,
    orders: { base: string[]; theirs: string[]; mine: string[] },
    { kept, merged }: { kept: ReadonlySet<string>; merged: ReadonlyMap<string, Json> },
    place: Place,
  ): string[] {
    const choice = this.choose(place);
    const joined = joinOrders(orders, kept, choice ?? 'theirs');
    const order = joined.order.filter((id) => merged.has(id));
    if (joined.clashes && choice === undefined) {
      this.overlaps.push({ node, place, isOrder: true, ...orders });
    } else if (!isDeepStrictEqual(order, orders.mine) && this.isSilentAbout(place)) this.taken.push(place);
    return order;
  }

  /** Something moved, and nothing was said yet about the list or what is in it. */
  private isSilentAbout(place: Place): boolean {
    const isBelow = ({ ids }: Place): boolean => place.ids.every((step, index) => ids[index] === step);
    return !this.taken.some(isBelow);
  }

  private overlap(node: ContentNode | null, versions: Versions, place: Place): Json | undefined {
    const choice = this.choose(place);
    if (choice === undefined) this.overlaps.push({ ...versions, node, place, isOrder: false });
    return choice === 'theirs' ? versions.theirs : versions.mine;
  }
}

interface Objects {
  readonly base: JsonObject;
  readonly theirs: JsonObject;
  readonly mine: JsonObject;
}

function within({ path, ids }: Place, name: string): Place {
  return { path: [...path, name], ids: [...ids, name] };
}

/** One side removed it, the other changed it. */
function isDisputed({ base, theirs, mine }: Versions): boolean {
  const left = mine ?? theirs;
  return left !== undefined && !isDeepStrictEqual(left, base);
}

function isSameType({ base, theirs, mine }: Objects): boolean {
  return base['type'] === theirs['type'] && base['type'] === mine['type'];
}
