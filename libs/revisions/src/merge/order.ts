import { isDeepStrictEqual } from 'node:util';

/** The orders of one list's ids in three versions. */
export interface Orders {
  readonly base: readonly string[];
  readonly theirs: readonly string[];
  readonly mine: readonly string[];
}

/** A joined order, and whether both sides put the same thing in different places. */
export interface JoinedOrder {
  readonly order: string[];
  readonly clashes: boolean;
}

/**
 * Joins two orders of what is `kept` of a list. What neither side moved or added keeps its place; what one of them did
 * follows what it followed on that side. Which side is which makes no difference, unless both moved the same thing:
 * then `prefer` says whose place counts.
 */
export function joinOrders(all: Orders, kept: ReadonlySet<string>, prefer: 'theirs' | 'mine' = 'theirs'): JoinedOrder {
  const base = all.base.filter((id) => kept.has(id));
  const theirs = all.theirs.filter((id) => kept.has(id));
  const mine = all.mine.filter((id) => kept.has(id));
  // Where both agree about the order of what both have, each only adds to it, wherever the base had it.
  const agreed = commonOrder(theirs, mine);
  if (isDeepStrictEqual(agreed, commonOrder(mine, theirs)))
    return { order: laidOut(agreed, theirs, mine), clashes: false };
  const [byThem, byMe] = fewestInBoth(placements(base, theirs), placements(base, mine));
  const both = new Set([...byThem].filter((id) => byMe.has(id)));
  const clashes = both.size > 0;
  const loser = prefer === 'theirs' ? byMe : byThem;
  for (const id of both) loser.delete(id);
  const unmoved = base.filter((id) => !byThem.has(id) && !byMe.has(id));
  const order = laidOut(
    unmoved,
    theirs.filter((id) => !byMe.has(id)),
    mine.filter((id) => !byThem.has(id)),
  );
  return { order, clashes };
}

/** The anchors in their order, each followed by what a side has after it and the other has not. */
function laidOut(anchors: readonly string[], theirs: readonly string[], mine: readonly string[]): string[] {
  const groups = [theirs, mine].map((side) => groupsAfter(side, new Set(anchors)));
  return [null, ...anchors].flatMap((anchor) => {
    // At one place, which side is which must not show: the smaller id first.
    const following = groups.map((group) => group.get(anchor) ?? []).sort((a, b) => compare(a[0], b[0]));
    return [...(anchor === null ? [] : [anchor]), ...following.flat()];
  });
}

/** What stands elsewhere among what both orders have. */
export function movedIn(before: readonly string[], after: readonly string[]): Set<string> {
  const there = new Set(after);
  const known = new Set(before);
  const [moved] = placements(before.filter((id) => there.has(id)), after.filter((id) => known.has(id))); // prettier-ignore
  return moved!;
}

/** What a side added or moved. Where two neighbours changed places either may be the one that moved: both readings. */
function placements(base: readonly string[], side: readonly string[]): Set<string>[] {
  const known = new Set(base);
  const added = side.filter((id) => !known.has(id));
  const common = side.filter((id) => known.has(id));
  const position = new Map(base.map((id, index) => [id, index]));
  const ranks = common.map((id) => position.get(id)!);
  const early = new Set(longestRise(ranks).map((index) => common[index]!));
  const backwards = [...ranks].reverse().map((rank) => -rank);
  const late = new Set(longestRise(backwards).map((index) => common[common.length - 1 - index]!));
  return [early, late].map((stays) => new Set([...added, ...common.filter((id) => !stays.has(id))]));
}

/** The readings of both sides with the least in common; of equal ones the same, whichever side is which. */
function fewestInBoth(theirs: Set<string>[], mine: Set<string>[]): [Set<string>, Set<string>] {
  const pairs = theirs.flatMap((t) => mine.map((m): [Set<string>, Set<string>] => [t, m]));
  const costOf = ([t, m]: [Set<string>, Set<string>]): number => [...t].filter((id) => m.has(id)).length;
  const nameOf = (pair: [Set<string>, Set<string>]): string =>
    pair
      .map((set) => [...set].sort().join())
      .sort()
      .join('|');
  pairs.sort((a, b) => costOf(a) - costOf(b) || compare(nameOf(a), nameOf(b)));
  const [t, m] = pairs[0]!;
  return [new Set(t), new Set(m)];
}

/** Runs of what a side placed, by the anchor before them; null stands for the start. */
function groupsAfter(side: readonly string[], anchors: ReadonlySet<string>) {
  const groups = new Map<string | null, string[]>();
  let anchor: string | null = null;
  for (const id of side) {
    if (anchors.has(id)) anchor = id;
    else groups.set(anchor, [...(groups.get(anchor) ?? []), id]);
  }
  return groups;
}

/** Indexes of a longest strictly rising selection of numbers. */
function longestRise(ranks: readonly number[]): number[] {
  const tails: number[] = [];
  const before = new Array<number>(ranks.length).fill(-1);
  ranks.forEach((rank, index) => {
    let length = 0;
    let end = tails.length;
    while (length < end) {
      const middle = (length + end) >> 1;
      if (ranks[tails[middle]!]! < rank) length = middle + 1;
      else end = middle;
    }
    before[index] = length > 0 ? tails[length - 1]! : -1;
    tails[length] = index;
  });
  const rise: number[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index]!) rise.unshift(index);
  return rise;
}

/** What both have, in the order of the first. */
function commonOrder(order: readonly string[], other: readonly string[]): string[] {
  const there = new Set(other);
  return order.filter((id) => there.has(id));
}

function compare(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
