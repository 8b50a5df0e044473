import { refused } from '../errors.js';

/** Relations that are shown whole, each with those of its own. */
export type IncludeTree = ReadonlyMap<string, IncludeTree>;

/** Nothing is shown whole. */
export const NO_INCLUDES: IncludeTree = new Map();

const MAX_DEPTH = 4;
const MAX_PATHS = 20;

/** Reads `include=authors.image,parent`. */
export function readIncludes(text: string | undefined): IncludeTree {
  if (text === undefined || text === '') return NO_INCLUDES;
  const paths = text.split(',');
  if (paths.length > MAX_PATHS) throw refused(`include error. there are more than ${MAX_PATHS} relations`);
  const tree: MutableTree = new Map();
  for (const path of paths) {
    const names = path.split('.');
    if (names.includes('')) throw refused(`include error. '${path}' is not a relation`);
    if (names.length > MAX_DEPTH) throw refused(`include error. '${path}' is deeper than ${MAX_DEPTH} relations`);
    names.reduce<MutableTree>((at, name) => {
      const inner: MutableTree = at.get(name) ?? new Map();
      at.set(name, inner);
      return inner;
    }, tree);
  }
  return tree;
}

type MutableTree = Map<string, MutableTree>;
