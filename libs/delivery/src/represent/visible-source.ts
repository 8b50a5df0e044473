import type { RowSource } from '../model/api-model.js';

/** SQL after FROM: the rows that references may show, the condition open to more. */
export function visibleSource({ from, isPublic, isKept }: RowSource, showsHidden: boolean): string {
  return `${from} WHERE (${(showsHidden ? isKept : isPublic) ?? 'TRUE'})`;
}
