import { useQuery } from '@tanstack/react-query';
import { api, queryKeys, type Collection } from '../api';

/** Every collection with its place in the tree. */
export function useCollections() {
  return useQuery({ queryKey: queryKeys.collections, queryFn: api.collections.list, staleTime: 60_000 });
}

export interface ShownCollection {
  collection: Collection;
  level: number;
}

/** The collections worth a row: the root holds everything, so it is left out. Levels count from 0. */
export function shownCollections(all: Collection[]): ShownCollection[] {
  const below = all.filter((item) => item.parentId !== null);
  const least = Math.min(...below.map((item) => item.depth));
  return below.map((collection) => ({ collection, level: collection.depth - least }));
}

/** Collections as options of a select, indented as in the tree. */
export function collectionOptions(all: Collection[]): { value: string; label: string }[] {
  const least = Math.min(...all.map((item) => item.depth));
  return all.map((item) => ({
    value: String(item.id),
    label: `${'\u2003'.repeat(item.depth - least)}${item.parentId === null ? 'No collection' : item.name}`,
  }));
}
