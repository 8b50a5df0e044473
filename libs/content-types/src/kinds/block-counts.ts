import type { JsonObject } from '../content/json.js';
import type { Fault } from './field-kind.js';

/** How often a block type may occur in a stream, by its name. */
export type BlockCounts = Readonly<Record<string, { readonly min?: number; readonly max?: number }>>;

/** Faults of block types that occur too rarely or too often. */
export function countFaults(items: readonly JsonObject[], counts: BlockCounts): Fault[] {
  return Object.entries(counts).flatMap(([type, { min = 0, max = Infinity }]) => {
    const found = items.filter((item) => item['type'] === type).length;
    if (found < min) return [{ code: 'too_few', message: `At least ${min} of “${type}”.` }];
    if (found > max) return [{ code: 'too_many', message: `At most ${max} of “${type}”.` }];
    return [];
  });
}

/** The bounds for the editor; undefined when there are none. */
export function describeBlockCounts(counts: BlockCounts | undefined): BlockCounts | undefined {
  return counts && Object.keys(counts).length > 0 ? counts : undefined;
}
