import { expectedRows, justifiedRows, shownRatio } from './justified';

const room = { width: 1000, height: 170, gap: 14 };
const pictures = (...ratios: number[]) => ratios.map((ratio) => ({ ratio }));
const widthOf = (ratios: number[]): number => ratios.reduce((sum, ratio) => sum + ratio * 170 + 14, 0) - 14;

describe('Rows of pictures', () => {
  it('hold every picture once, in order', () => {
    const shapes = Array.from({ length: 60 }, (_, index) => ({ ratio: [1.5, 1, 0.75, 1.78, 2.4][index % 5] ?? 1 }));
    const rows = justifiedRows(shapes, room, false);
    expect(rows.flatMap(({ start, end }) => shapes.slice(start, end))).toEqual(shapes);
    expect(rows.every(({ start, end }) => end > start)).toBe(true);
  });

  it('are about equally full, so that no picture is stretched or cut by much', () => {
    const ratios = Array.from({ length: 60 }, (_, index) => [1.5, 0.67, 1, 2.6, 1.33, 0.8, 1.78][index % 7] ?? 1);
    for (const { start, end } of justifiedRows(pictures(...ratios), room, false)) {
      const stretch = room.width / widthOf(ratios.slice(start, end));
      expect(stretch).toBeGreaterThan(0.7);
      expect(stretch).toBeLessThan(1.5);
    }
  });

  it('leave room in the final one instead of blowing up a single picture', () => {
    expect(justifiedRows(pictures(1), room, true)).toEqual([{ start: 0, end: 1, rest: 1014 - 184 }]);
  });

  it('take a picture that is wider than the sheet', () => {
    const rows = justifiedRows(pictures(2.6, 2.6, 2.6), { ...room, width: 320 }, false);
    expect(rows.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  it('are none for no pictures or before the width is known', () => {
    expect(justifiedRows([], room, true)).toEqual([]);
    expect(justifiedRows(pictures(1), { ...room, width: 0 }, true)).toEqual([]);
  });

  it('are estimated close to the truth for ordinary photographs', () => {
    const shapes = Array.from({ length: 60 }, () => ({ ratio: 1.5 }));
    const real = justifiedRows(shapes, room, false).length;
    expect(Math.abs(expectedRows(60, room) - real)).toBeLessThanOrEqual(1);
  });

  it('show panoramas and columns cut to ratios a row can hold, and unknown sizes as photographs', () => {
    expect([shownRatio({ width: 9000, height: 900 }), shownRatio({ width: 100, height: 1000 })]).toEqual([2.6, 0.66]);
    expect(shownRatio({ width: 0, height: 0 })).toBe(1.5);
  });
});
