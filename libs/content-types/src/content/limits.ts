import type { ContentNode, Fault } from '../kinds/field-kind.js';
import type { Json } from './json.js';

/** How deep blocks may stand inside each other, and how many values one field may hold. */
export const CONTENT_LIMITS = { levels: 32, values: 20_000, jsonDepth: 256 } as const;

/**
 * What is wrong with the size of a value; null when nothing is. It looks without recursion and stops at the limit, so
 * that it can be asked before anything else is done with what somebody sent.
 */
export function sizeFault(node: ContentNode, value: Json): Fault | null {
  if (jsonDepthOver(value, CONTENT_LIMITS.jsonDepth)) return tooDeep(`${CONTENT_LIMITS.jsonDepth} levels of JSON`);
  const open = [{ node, value, level: 0 }];
  let seen = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    seen += 1;
    if (next.level > CONTENT_LIMITS.levels) return tooDeep(`${CONTENT_LIMITS.levels} levels of blocks`);
    if (seen > CONTENT_LIMITS.values) {
      return { code: 'too_large', message: `At most ${CONTENT_LIMITS.values} values in one field.` };
    }
    const level = next.level + 1;
    for (const child of next.node.kind.children?.(next.value, next.node.options) ?? []) {
      open.push({ node: child.node, value: child.value, level });
    }
  }
  return null;
}

function tooDeep(most: string): Fault {
  return { code: 'too_deep', message: `Blocks stand too deep inside each other: at most ${most}.` };
}

function jsonDepthOver(value: Json, limit: number): boolean {
  const open: { value: Json; depth: number }[] = [{ value, depth: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth > limit) return true;
    for (const inner of Object.values(next.value)) open.push({ value: inner, depth: next.depth + 1 });
  }
  return false;
}
