import { isDeepStrictEqual } from 'node:util';
import type { Snapshot } from '../snapshot.js';

/** Names of the fields, base ones included, whose values differ. Against nothing, every field counts. */
export function changedFields(before: Snapshot | null, after: Snapshot): string[] {
  const old = { ...before?.base, ...before?.fields };
  const now = { ...after.base, ...after.fields };
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...names].filter((name) => !isDeepStrictEqual(old[name], now[name]));
}
