import { areaAround, cornered, focusAt, focusSize, focusSized, largest, moved, widened } from './framing';

const photo = { width: 3000, height: 2000 };
const wide = { width: 16, height: 9 };
const square = { width: 1, height: 1 };

describe('The part of a picture shown in a ratio', () => {
  it('is the largest there is, around the centre', () => {
    expect(areaAround(photo, square, null)).toEqual({ x: 500, y: 0, width: 2000, height: 2000 });
    expect(largest(photo, wide)).toEqual({ width: 3000, height: 1688 });
  });

  it('lies as near to the focus as it can without leaving the picture', () => {
    expect(areaAround(photo, square, { x: 1200, y: 900 })).toMatchObject({ x: 200, y: 0 });
    expect(areaAround(photo, square, { x: 2900, y: 100 })).toMatchObject({ x: 1000, y: 0 });
  });

  it('stays inside when it is moved', () => {
    const area = { x: 0, y: 0, width: 1600, height: 900 };
    expect(moved(photo, area, 200, 100)).toMatchObject({ x: 200, y: 100 });
    expect(moved(photo, area, 9000, -50)).toMatchObject({ x: 1400, y: 0 });
  });

  it('keeps its ratio and its centre when it becomes smaller or larger', () => {
    const small = widened(photo, { x: 0, y: 0, width: 3000, height: 1688 }, wide, 1600);
    expect(small).toEqual({ x: 700, y: 394, width: 1600, height: 900 });
    expect(widened(photo, small, wide, 99_999)).toMatchObject({ width: 3000, height: 1688 });
  });

  it.each([
    ['se', { x: 1600, y: 500 }, { x: 0, y: 0, width: 1600, height: 900 }],
    ['nw', { x: 1400, y: 1900 }, { x: 1400, y: 788, width: 1600, height: 900 }],
  ] as const)('follows its %s corner while the one across stays', (corner, spot, expected) => {
    const start = corner === 'se' ? { x: 0, y: 0, width: 800, height: 450 } : { x: 0, y: 0, width: 3000, height: 1688 };
    expect(cornered(photo, start, wide, corner, spot)).toEqual(expected);
  });

  it('does not leave the picture by its corner either', () => {
    const area = cornered(photo, { x: 2000, y: 1000, width: 160, height: 90 }, wide, 'se', { x: 9000, y: 9000 });
    expect(area).toMatchObject({ x: 2000, y: 1000, width: 1000 });
    expect(area.height).toBeLessThanOrEqual(1000);
  });
});

describe('The focus', () => {
  it('is a spot with a size of its own, that stays when the spot moves', () => {
    const first = focusAt(photo, { x: 70, y: 46 }, null);
    expect(first).toEqual({ x: 2100, y: 920, width: 400, height: 400 });
    expect(focusAt(photo, { x: 120, y: -4 }, { ...first, width: 900, height: 600 })).toEqual({
      x: 3000,
      y: 0,
      width: 900,
      height: 600,
    });
  });

  it('is as large as a share of the shorter side, in its own shape', () => {
    const focus = { x: 100, y: 100, width: 800, height: 400 };
    expect(focusSize(photo, focus)).toBe(40);
    expect(focusSized(photo, focus, 20)).toEqual({ x: 100, y: 100, width: 400, height: 200 });
  });
});
