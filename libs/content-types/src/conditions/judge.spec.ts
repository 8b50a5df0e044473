import { readFileSync } from 'node:fs';
import type { JsonObject } from '../content/json.js';
import type { ContentNode, FieldKind } from '../kinds/field-kind.js';
import { integerKind } from '../kinds/number-kinds.js';
import { richTextKind } from '../kinds/rich-text-kind.js';
import { booleanKind } from '../kinds/simple-kinds.js';
import { charKind } from '../kinds/text-kinds.js';
import type { Condition } from './condition.js';
import { judge } from './judge.js';
import type { Scope } from './scope.js';

/** A row of the table the editor is held to as well. */
interface Case {
  readonly name: string;
  readonly condition: Condition;
  /** Kinds of values that are no plain text. */
  readonly kinds?: Readonly<Record<string, string>>;
  /** Values beside the one that asks, then those of the containers around. */
  readonly scopes: readonly JsonObject[];
  readonly holds: boolean;
}

const cases = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8')) as readonly Case[];
const KINDS = { boolean: booleanKind, integer: integerKind, richText: richTextKind } as unknown as Record<
  string,
  FieldKind
>;

function scopeOf(scopes: readonly JsonObject[], kinds: Case['kinds'] = {}): Scope | null {
  const [values, ...outer] = scopes;
  if (!values) return null;
  const nodes = Object.keys(values).map((name): ContentNode => ({
    name,
    kind: KINDS[kinds[name] ?? ''] ?? (charKind as unknown as FieldKind),
    options: {},
  }));
  return { nodes, values, outer: scopeOf(outer, kinds) };
}

describe('a condition', () => {
  it.each(cases)('$name', ({ condition, scopes, kinds, holds }) => {
    expect(judge(condition, scopeOf(scopes, kinds)!)).toBe(holds);
  });
});
