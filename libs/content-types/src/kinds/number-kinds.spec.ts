import { validateValue } from '../content/validate.js';
import type { ContentNode } from './field-kind.js';
import { integerKind } from './number-kinds.js';

const node = (options: object): ContentNode => ({ name: 'count', kind: integerKind as never, options });
const faults = (options: object, value: number | string): number =>
  validateValue(node(options), value, { tier: 'save' }).length;

describe('whole numbers', () => {
  it('of 8 bytes may be text where JavaScript would lose digits', () => {
    expect(faults({ size: 'big' }, 42)).toBe(0);
    expect(faults({ size: 'big' }, '9223372036854775807')).toBe(0);
    expect(faults({ size: 'big' }, '-9223372036854775808')).toBe(0);
    expect(faults({ size: 'big' }, '9223372036854775808')).toBe(1);
    expect(faults({ size: 'big' }, 'many')).toBeGreaterThan(0);
  });

  it('of fewer bytes may not', () => {
    expect(faults({}, '9223372036854775807')).toBeGreaterThan(0);
    expect(faults({}, 2_147_483_648)).toBeGreaterThan(0);
  });

  it('come out of the database exactly', () => {
    const storage = integerKind.storage!({ size: 'big' });
    const transformer = storage.type === 'column' && (storage.column.transformer as { from(value: unknown): unknown });
    expect([null, '7', '9007199254740993'].map((value) => transformer && transformer.from(value))).toEqual([
      null,
      7,
      '9007199254740993',
    ]);
  });
});
