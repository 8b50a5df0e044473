import { everything, isChosen, joined, nothing, sizeOf, toggled, withRange, without } from './selection';

const some = (...ids: number[]) => ({ all: false, ids: new Set(ids) });

describe('What is chosen in the library', () => {
  it('turns one round', () => {
    expect(toggled(some(1), 2, [])).toEqual(some(1, 2));
    expect(toggled(some(1, 2), 1, [])).toEqual(some(2));
  });

  it('keeps the loaded ones when one is taken out of all', () => {
    expect(toggled(everything, 2, [1, 2, 3])).toEqual(some(1, 3));
  });

  it('counts all that match, loaded or not', () => {
    expect(sizeOf(everything, 10_432)).toBe(10_432);
    expect(isChosen(everything, 77)).toBe(true);
    expect(sizeOf(some(4, 5), 10_432)).toBe(2);
  });

  it('gives back what a shrinking range no longer covers, and keeps what was chosen before it', () => {
    const before = some(9);
    expect(withRange(before, [1, 2, 3])).toEqual(some(9, 1, 2, 3));
    expect(withRange(before, [1])).toEqual(some(9, 1));
  });

  it('adds, and forgets what is gone', () => {
    expect(joined(nothing, [1, 2])).toEqual(some(1, 2));
    expect(without(some(1, 2, 3), [2, 8])).toEqual(some(1, 3));
    expect(without(everything, [2])).toEqual(everything);
  });
});
