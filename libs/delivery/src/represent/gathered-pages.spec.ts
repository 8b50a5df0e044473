import type { Row } from '../model/api-model.js';
import { GatheredPages } from './gathered-pages.js';

interface Reading {
  readonly ids: readonly number[];
  readonly answer: (rows: readonly Row[]) => void;
  readonly fail: (error: Error) => void;
}

/** Pages whose readings are answered by hand, in any order. */
function opened(): { pages: GatheredPages; readings: Reading[] } {
  const readings: Reading[] = [];
  const read = (ids: readonly number[]) =>
    new Promise<readonly Row[]>((answer, fail) => void readings.push({ ids, answer, fail }));
  return { pages: new GatheredPages(read), readings };
}

const rowsOf = (ids: readonly number[]): Row[] => ids.map((id) => ({ id }));

it('reads a page at once where nobody else asks', () => {
  const { pages, readings } = opened();
  void pages.get(7);
  expect(readings.map(({ ids }) => ids)).toEqual([[7]]);
});

it('reads together, and not before they asked, for all who ask while others are read', async () => {
  const { pages, readings } = opened();
  const asked = [1, 2, 3, 4, 3].map((id) => pages.get(id));
  expect(readings.map(({ ids }) => ids)).toEqual([[1], [2]]);
  readings[1]?.answer(rowsOf([2]));
  await asked[1];
  expect(readings[2]?.ids).toEqual([3, 4]);
  readings[2]?.answer(rowsOf([4, 3]));
  readings[0]?.answer(rowsOf([1]));
  expect((await Promise.all(asked)).map((row) => row?.['id'])).toEqual([1, 2, 3, 4, 3]);
  expect(readings).toHaveLength(3);
});

it('finds nothing where there is no page, and goes on after a failure, which concerns those alone who were read with it', async () => {
  const { pages, readings } = opened();
  const [first, second, third] = [pages.get(1), pages.get(2), pages.get(3)];
  readings[0]?.fail(new Error('The database is away.'));
  await expect(first).rejects.toThrow('The database is away.');
  readings[1]?.answer([]);
  await expect(second).resolves.toBeNull();
  readings[2]?.answer(rowsOf([3]));
  await expect(third).resolves.toEqual({ id: 3 });
});

it('reads no more than a hundred by one statement', async () => {
  const { pages, readings } = opened();
  const asked = Array.from({ length: 152 }, (_, id) => pages.get(id));
  for (let at = 0; at < 4; at += 1) {
    await Promise.resolve();
    readings[at]?.answer(rowsOf(readings[at]?.ids ?? []));
    await new Promise(setImmediate);
  }
  expect((await Promise.all(asked)).length).toBe(152);
  expect(readings.map(({ ids }) => ids.length)).toEqual([1, 1, 100, 50]);
});
