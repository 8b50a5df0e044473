import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Condition } from '../contract';
import { visibleWhen } from './condition';

interface Case {
  name: string;
  condition: Condition;
  /** The values beside the one that asks, then those of the containers around. */
  scopes: readonly Record<string, unknown>[];
  holds: boolean;
}

const cases = JSON.parse(
  readFileSync(path.resolve('libs/content-types/src/conditions/cases.json'), 'utf8'),
) as readonly Case[];

describe('conditions in the form', () => {
  it.each(cases.map((one) => [one.name, one] as const))('are judged as the server does: %s', (_, one) => {
    expect(visibleWhen(one.condition, one.scopes.toReversed())).toBe(one.holds);
  });

  it('hold where nothing is asked', () => {
    expect(visibleWhen(undefined, [{}])).toBe(true);
    expect(visibleWhen(null, [])).toBe(true);
  });
});
