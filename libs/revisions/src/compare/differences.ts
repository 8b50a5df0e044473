import { isDeepStrictEqual } from 'node:util';
import {
  isJsonObject,
  isEmptyValue,
  labelOf,
  type ContentNode,
  type Json,
  type JsonObject,
} from '@pipit/content-types';
import { membersOf } from '../merge/items.js';
import type { Comparing, Difference, MemberDifference, Status } from './difference.js';
import { gridDifference, gridOf } from './grid.js';
import { itemDifferences } from './items.js';
import { richTextDifference } from './rich-text.js';
import { wordsOfValue, type TitleOf } from './value-words.js';
import { textRuns } from './words.js';

/** Compares two versions of content, field by field and block by block. */
export class Comparison implements Comparing {
  constructor(private readonly titleOf: TitleOf) {}

  fields(nodes: readonly ContentNode[], before: JsonObject, after: JsonObject): MemberDifference[] {
    const known = new Map(nodes.map((node) => [node.name, node]));
    const names = new Set([...known.keys(), ...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => this.member(known.get(name) ?? null, name, before[name], after[name]));
  }

  difference(node: ContentNode | null, before: Json | undefined, after: Json | undefined): Difference {
    switch (node?.kind.shape) {
      case 'text':
        return { type: 'text', runs: textRuns(textOf(before), textOf(after)) };
      case 'richText':
        return { type: 'richText', blocks: richTextDifference(textOf(before), textOf(after)) };
      case 'grid':
        return gridDifference(gridOf(node, before), gridOf(node, after));
      case 'members':
        return { type: 'members', members: this.members(node, before, after) };
      case 'items':
        return { type: 'items', items: itemDifferences(node, before, after, this) };
      default:
        return {
          type: 'value',
          old: before ?? null,
          new: after ?? null,
          oldText: wordsOfValue(node, before, this.titleOf),
          newText: wordsOfValue(node, after, this.titleOf),
        };
    }
  }

  private members(node: ContentNode, before: Json | undefined, after: Json | undefined): MemberDifference[] {
    const nodes = membersOf(node, after ?? before ?? null);
    const [old, now] = [before, after].map((value) => (isJsonObject(value) ? value : {}));
    return this.fields([...nodes.values()], old!, now!);
  }

  private member(
    node: ContentNode | null,
    name: string,
    before: Json | undefined,
    after: Json | undefined,
  ): MemberDifference[] {
    if (isDeepStrictEqual(before, after)) return [];
    const status = statusOf(node, before, after);
    if (!status) return [];
    const label = labelOf(node ?? { name, options: {} });
    const difference = this.difference(node, before, after);
    return [{ name, label, kind: node?.kind.name ?? '', status, difference }];
  }
}

/** Null when nothing was there and nothing is. */
function statusOf(node: ContentNode | null, before: Json | undefined, after: Json | undefined) {
  const isEmpty = (value: Json | undefined): boolean =>
    value === undefined || value === null || (node ? isEmptyValue(node, value) : value === '');
  const [wasEmpty, nowEmpty] = [isEmpty(before), isEmpty(after)];
  if (wasEmpty && nowEmpty) return null;
  const status: Exclude<Status, 'equal'> = wasEmpty ? 'added' : nowEmpty ? 'removed' : 'changed';
  return status;
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
