import type { ContentNode } from '../kinds/field-kind.js';
import { isJsonObject, type Json } from './json.js';
import { walk } from './walk.js';

/**
 * Remembers the values inside stored content by the field or block that holds them: what one field was allowed to
 * keep is no excuse for another one with other rules.
 */
export class KnownValues {
  private readonly seen = new Map<ContentNode, Set<string>>();
  private readonly members = new Map<ContentNode, Set<string>>();

  /** Adds a stored value and all its members. */
  add(node: ContentNode, value: Json): void {
    walk(node, value, (visit) => {
      entry(this.seen, visit.node).add(JSON.stringify(visit.value));
      if (!isJsonObject(visit.value)) return;
      for (const pair of Object.entries(visit.value)) entry(this.members, visit.node).add(JSON.stringify(pair));
    });
  }

  has(node: ContentNode, value: Json): boolean {
    return this.seen.get(node)?.has(JSON.stringify(value)) ?? false;
  }

  /** True when a stored object of that node has this member with this value, declared or not. */
  hasMember(node: ContentNode, name: string, value: Json): boolean {
    return this.members.get(node)?.has(JSON.stringify([name, value])) ?? false;
  }
}

function entry(sets: Map<ContentNode, Set<string>>, node: ContentNode): Set<string> {
  const found = sets.get(node) ?? new Set<string>();
  sets.set(node, found);
  return found;
}
