import { mannWhitney } from './mann-whitney.mjs';

const series = (from: number, step: number): number[] => Array.from({ length: 40 }, (_, at) => from + at * step);

it('two sets of the same source are likely, two that lie apart are not, and order tells nothing', () => {
  expect(mannWhitney(series(0, 1), series(0.5, 1))).toBeGreaterThan(0.8);
  expect(mannWhitney(series(0, 1), series(18, 1))).toBeLessThan(0.001);
  expect(mannWhitney(series(18, 1), series(0, 1))).toBeLessThan(0.001);
  expect(mannWhitney(series(3, 0), series(3, 0))).toBe(1);
});

it('agrees with what is known: U = 16 of ten and ten is 0.011', () => {
  const a = [1, 2, 3, 4, 5, 6, 11, 12, 13, 14];
  const b = [7, 8, 9, 10, 15, 16, 17, 18, 19, 20];
  expect(mannWhitney(a, b)).toBeCloseTo(0.01133, 4);
});
